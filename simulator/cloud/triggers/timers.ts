import { z } from 'zod';
import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';
import type { FunctionService } from '../functions/service';
import { Schedule } from './cron';

const kind = 'timer';
/** Milliseconds of running time by which a timer may be late at a start; more means that the clock was set. */
const tolerance = 60_000;

const payloadShape = z.object({ function: z.string(), trigger: z.string(), config: z.string() });

interface Timer {
  readonly functionName: string;
  readonly trigger: string;
  readonly schedule: Schedule;
}

interface Planned {
  readonly at: number;
  readonly config: string;
}

/**
 * The timer triggers of all functions, on the agenda: they fire in order when the business clock runs or is advanced, and are
 * planned anew when it jumps. A function that fails is not run again [guess]; a run can be doubled by a fault, as it can happen
 * in reality [document].
 */
export class Timers {
  private timers = new Map<string, Timer>();
  /** Complained about already; by key, the expression. */
  private readonly refused = new Map<string, string>();

  constructor(
    private readonly context: CloudContext,
    private readonly functions: Pick<FunctionService, 'bundles' | 'invoke'>,
  ) {
    context.agenda.handle(kind, (payload, at) => this.fire(payloadShape.parse(payload), at));
    context.agenda.onJump(() => this.planAll());
    context.state.onReplaced(() => this.reconcile());
    functions.bundles.onChange(() => this.reconcile());
  }

  start(): void {
    this.reconcile();
  }

  /** When each timer fires next, business time in milliseconds; the nearest first. */
  upcoming(): { function: string; trigger: string; at: number }[] {
    const planned = this.planned();
    const next = [...this.timers].flatMap(([key, { functionName, trigger }]) => {
      const at = planned.get(key)?.at;
      return at === undefined ? [] : [{ function: functionName, trigger, at }];
    });
    return next.sort((a, b) => a.at - b.at);
  }

  /** Brings the agenda in line with the functions there are. What is planned rightly stays planned. */
  private reconcile(): void {
    this.timers = this.read();
    const planned = this.planned();
    for (const key of planned.keys()) if (!this.timers.has(key)) this.context.agenda.cancel(key);
    for (const [key, timer] of this.timers) {
      if (!this.isRight(timer, planned.get(key))) this.plan(key, timer, this.context.clock.now());
    }
  }

  private isRight({ schedule }: Timer, planned: Planned | undefined): boolean {
    if (planned?.config !== schedule.expression) return false;
    const { clock } = this.context;
    const now = clock.now();
    const next = schedule.after(now);
    const isNotTooLate = planned.at >= now - tolerance * Math.max(1, clock.state().rate);
    return isNotTooLate && (next === undefined || planned.at <= next);
  }

  private planAll(): void {
    for (const [key, timer] of this.timers) this.plan(key, timer, this.context.clock.now());
  }

  private plan(key: string, { functionName, trigger, schedule }: Timer, from: number): void {
    const at = schedule.after(from);
    if (at === undefined) {
      this.context.agenda.cancel(key);
      return;
    }
    const payload = { function: functionName, trigger, config: schedule.expression };
    this.context.agenda.schedule({ at, kind, key, payload });
  }

  /** The next run is planned first, so that a slow function does not hold up its own timer. */
  private async fire(payload: z.infer<typeof payloadShape>, at: number): Promise<void> {
    const key = keyOf(payload.function, payload.trigger);
    const timer = this.timers.get(key);
    if (timer?.schedule.expression !== payload.config) return;
    this.plan(key, timer, at);
    const faults = this.context.faults.draw(`timer.${timer.functionName}`);
    await this.run(timer, at);
    if (faults.some((fault) => fault.kind === 'twice')) await this.run(timer, at);
  }

  private async run({ functionName, trigger }: Timer, at: number): Promise<void> {
    const began = performance.now();
    let problem: unknown;
    let requestId: string | undefined;
    try {
      const done = await this.functions.invoke({
        name: functionName,
        event: timerEvent(trigger, at),
        caller: { source: 'wx_trigger', triggerSource: 'timer' },
      });
      requestId = done.requestId;
    } catch (error) {
      problem = error;
    }
    this.context.log.add({
      at,
      kind: 'timer',
      who: 'timer',
      what: `${functionName}/${trigger}`,
      milliseconds: Math.round(performance.now() - began),
      outcome: problem === undefined ? 'ok' : 'failed',
      ...(problem instanceof Error && { detail: problem.message }),
      ...(requestId !== undefined && { requestId }),
      source: 'wx_trigger',
    });
    if (problem !== undefined) throw problem;
  }

  private read(): Map<string, Timer> {
    const timers = new Map<string, Timer>();
    for (const { name, config } of this.functions.bundles.list()) {
      for (const trigger of config.triggers) {
        const key = keyOf(name, trigger.name);
        const schedule = this.scheduleOf(key, trigger.config);
        if (schedule) timers.set(key, { functionName: name, trigger: trigger.name, schedule });
      }
    }
    return timers;
  }

  /** A wrong expression costs the function its timer, not its calls; it is complained about once. */
  private scheduleOf(key: string, expression: string): Schedule | undefined {
    const known = this.timers.get(key)?.schedule;
    if (known?.expression === expression) return known;
    try {
      const schedule = new Schedule(expression);
      this.refused.delete(key);
      return schedule;
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (this.refused.get(key) !== expression) this.complain(key, error.message);
      this.refused.set(key, expression);
      return undefined;
    }
  }

  private planned(): Map<string, Planned> {
    const rows = this.context.agenda.upcoming(1_000_000).filter((row) => row.kind === kind);
    return new Map(
      rows.map((row) => [
        row.key ?? '',
        { at: row.at, config: payloadShape.parse(JSON.parse(row.payload)).config },
      ]),
    );
  }

  private complain(what: string, detail: string): void {
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'simulator',
      who: 'timers',
      what,
      milliseconds: 0,
      outcome: 'failed',
      detail,
    });
  }
}

function keyOf(functionName: string, trigger: string): string {
  return `timer:${functionName}:${trigger}`;
}

/** [guess: as SCF documents it; not confirmed for WeChat] */
export function timerEvent(trigger: string, at: number): Record<string, string> {
  const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return { Type: 'Timer', TriggerName: trigger, Time: time, Message: '' };
}
