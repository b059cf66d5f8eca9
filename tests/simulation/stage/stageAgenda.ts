import { Agenda, type Appointment, type AppointmentHandler } from '../../../simulator/cloud/core/agenda';
import type { Clock } from '../../../simulator/cloud/core/clock';
import type { State } from '../../../simulator/cloud/core/state';

interface Planned extends Appointment {
  readonly order: number;
}

/** One appointment whose time has come. */
export interface DueAppointment {
  readonly kind: string;
  readonly key?: string;
  fire(): Promise<void>;
}

/**
 * The simulator's agenda with a director instead of timers: nothing fires by itself. What is due is handed out, and several may be
 * under way at once, as on a running clock.
 */
export class StageAgenda extends Agenda {
  private readonly firing = new Map<string, AppointmentHandler>();
  private planned: Planned[] = [];
  private count = 0;

  constructor(state: State, clock: Clock, onError: (kind: string, error: unknown) => void) {
    super(state, clock, onError);
    this.onFailure = onError;
  }

  private readonly onFailure: (kind: string, error: unknown) => void;

  override handle(kind: string, handler: AppointmentHandler): void {
    this.firing.set(kind, handler);
  }

  override schedule(appointment: Appointment): void {
    if (appointment.key !== undefined) this.cancel(appointment.key);
    this.count += 1;
    this.planned.push({ ...appointment, at: Math.ceil(appointment.at), order: this.count });
    this.planned.sort((a, b) => a.at - b.at || a.order - b.order);
  }

  override cancel(key: string): void {
    this.planned = this.planned.filter((appointment) => appointment.key !== key);
  }

  /** The simulator asks for this when something is due at once; the director finds it there anyway. */
  override async advance(): Promise<[]> {
    return [];
  }

  /** When the next appointment is; undefined when there is none. */
  get next(): number | undefined {
    return this.planned[0]?.at;
  }

  /** Takes what is due at `now` off the agenda. */
  takeDue(now: number): DueAppointment[] {
    const due = this.planned.filter(({ at }) => at <= now);
    this.planned = this.planned.filter(({ at }) => at > now);
    return due.map(({ at, kind, key, payload }) => ({
      kind,
      ...(key === undefined ? {} : { key }),
      fire: () => this.fireOne(kind, payload, at),
    }));
  }

  private async fireOne(kind: string, payload: unknown, at: number): Promise<void> {
    try {
      const handler = this.firing.get(kind);
      if (!handler) throw new Error(`nobody handles ${kind}`);
      // As the agenda keeps it: a payload is JSON.
      await handler(JSON.parse(JSON.stringify(payload ?? null)), at);
    } catch (error) {
      this.onFailure(kind, error);
    }
  }
}
