import type { Pad } from '../services/signing';

type Drawing = Omit<Pad, 'picture'>;

/** What is drawn with a quick finger before the canvas is there: kept, and drawn as soon as it is. */
export class EarlyStrokes implements Drawing {
  private strokes: ((pad: Drawing) => void)[] = [];

  begin(x: number, y: number): void {
    this.strokes.push((pad) => pad.begin(x, y));
  }

  line(x: number, y: number): void {
    this.strokes.push((pad) => pad.line(x, y));
  }

  clear(): void {
    this.strokes = [];
  }

  /** Draws them in their order, once. */
  drawOn(pad: Drawing): void {
    for (const stroke of this.strokes.splice(0)) stroke(pad);
  }
}
