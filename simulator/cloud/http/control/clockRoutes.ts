import { z } from 'zod';
import { chinaTime } from '../../core/clock';
import type { CloudContext } from '../../core/context';
import { type ControlRoute, controlRoute } from './route';

/** An instant with its zone: `2026-11-10T09:00:00+08:00`. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const step = z
  .strictObject({ to: instant.optional(), by: z.number().int().positive().optional() })
  .refine(
    ({ to, by }) => (to === undefined) !== (by === undefined),
    'give either `to` (an instant) or `by` (milliseconds)',
  );

/** Business time: read, freeze, run, set, advance. */
export function clockRoutes({ clock, agenda }: Pick<CloudContext, 'clock' | 'agenda'>): ControlRoute[] {
  const reading = () => {
    const now = clock.now();
    return { now: chinaTime(now), milliseconds: now, rate: clock.state().rate };
  };
  return [
    controlRoute({
      method: 'GET',
      path: '/control/clock',
      summary: 'business time and its rate (0 is frozen)',
      run: reading,
    }),
    controlRoute({
      method: 'POST',
      path: '/control/clock/freeze',
      summary: 'stop business time',
      run: () => {
        clock.freeze();
        return reading();
      },
    }),
    controlRoute({
      method: 'POST',
      path: '/control/clock/run',
      summary: 'let business time run at {rate} times real speed (1 unless given)',
      input: z.strictObject({ rate: z.number().positive().max(3600).default(1) }),
      run: ({ input }) => {
        clock.run(input.rate);
        return reading();
      },
    }),
    controlRoute({
      method: 'POST',
      path: '/control/clock/set',
      summary: 'jump to {to}; timers on the way do not fire and begin anew from there',
      input: z.strictObject({ to: instant }),
      run: ({ input }) => {
        agenda.jump(input.to);
        return reading();
      },
    }),
    controlRoute({
      method: 'POST',
      path: '/control/clock/advance',
      summary:
        'live through the time up to {to} or {by} milliseconds: all that is due fires, in order, each finished first',
      input: step,
      run: async ({ input }) => {
        const fired = await agenda.advance(input.to ?? clock.now() + (input.by ?? 0));
        return { ...reading(), fired: fired.map((event) => ({ ...event, at: chinaTime(event.at) })) };
      },
    }),
    controlRoute({
      method: 'GET',
      path: '/control/agenda',
      summary: 'what will happen next: timers, payment results, verdicts (200 at most)',
      run: () => ({ upcoming: agenda.upcoming(200).map((row) => ({ ...row, at: chinaTime(row.at) })) }),
    }),
  ];
}
