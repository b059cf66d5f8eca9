import type { Position } from './coordinates';

/** Where the phone is, in China's map coordinates (GCJ-02). */
export interface Fix extends Position {
  /** Metres. */
  readonly accuracy: number;
  /** Metres in a second; -1 when it is not known. */
  readonly speed: number;
  readonly altitude: number;
}

export interface Place extends Position {
  readonly name: string;
  readonly address: string;
}

const unmoved: Fix = { latitude: 31.230416, longitude: 121.473701, accuracy: 30, speed: -1, altitude: 0 };

/** The phone's way through the world, put in from outside: it stands still, or walks a recorded walk. */
export class Track {
  private fix = unmoved;
  private walk: ReturnType<typeof setTimeout> | undefined;
  /** What `chooseLocation` offers around. */
  places: readonly Place[] = [];

  get now(): Fix {
    return this.fix;
  }

  /** Puts the phone somewhere; a walk ends. */
  move(to: Partial<Fix>): void {
    clearTimeout(this.walk);
    this.step(to);
  }

  /** Walks from point to point, so many milliseconds apart; the last one stays. */
  play(points: readonly Partial<Fix>[], interval = 1000): void {
    clearTimeout(this.walk);
    const [first, ...others] = points;
    if (!first) return;
    this.step(first);
    if (others.length > 0) this.walk = setTimeout(() => this.play(others, interval), interval);
  }

  private step(to: Partial<Fix>): void {
    const fix = { ...this.fix, ...to };
    if (!(Math.abs(fix.latitude) <= 90 && Math.abs(fix.longitude) <= 180))
      throw new Error(`there is no such place: ${fix.latitude}, ${fix.longitude}`);
    this.fix = fix;
  }
}

export const track = new Track();
