import type { FaultRule } from '../../../simulator/cloud/core/faults';
import { calm, storm } from '../stage/fates';
import type { Stage } from '../stage/stage';
import { hour, minute, second } from '../stage/time';

export type Sky = 'calm' | 'drizzle' | 'storm';

type Rule = Omit<FaultRule, 'id'>;

/** What WeChat Pay does to us, all the time: its bad habits do not depend on the weather. Chances of one call each. */
const habits: readonly Rule[] = [
  { point: 'pay.unifiedOrder', kind: 'error', chance: 0.02 },
  { point: 'pay.unifiedOrder', kind: 'answer-lost', chance: 0.02 },
  { point: 'pay.unifiedOrder', kind: 'throw', chance: 0.01 },
  { point: 'pay.unifiedOrder', kind: 'paid-early', chance: 0.02 },
  { point: 'pay.query', kind: 'error', chance: 0.03 },
  { point: 'pay.query', kind: 'throw', chance: 0.02 },
  { point: 'pay.closeOrder', kind: 'error', chance: 0.04 },
  { point: 'pay.closeOrder', kind: 'answer-lost', chance: 0.04 },
  { point: 'pay.refund', kind: 'error', chance: 0.04 },
  { point: 'pay.refund', kind: 'answer-lost', chance: 0.04 },
  { point: 'pay.refund', kind: 'throw', chance: 0.02 },
  { point: 'pay.refund', kind: 'slow', chance: 0.1, ms: 30 * hour },
  { point: 'pay.refund', kind: 'change', chance: 0.05 },
  { point: 'pay.refund', kind: 'closed', chance: 0.05 },
  { point: 'pay.downloadBill', kind: 'error', chance: 0.1 },
  { point: 'pay.wallet', kind: 'slow', chance: 0.06, ms: 90 * second },
  { point: 'pay.wallet', kind: 'slow', chance: 0.02, ms: 12 * minute },
  { point: 'pay.wallet', kind: 'error', chance: 0.03 },
  { point: 'pay.notice', kind: 'lost', chance: 0.12 },
  { point: 'pay.notice', kind: 'unanswered', chance: 0.06 },
  { point: 'pay.notice', kind: 'late', chance: 0.06, ms: 7 * minute },
  { point: 'pay.notice', kind: 'duplicate', chance: 0.06 },
  { point: 'pay.notice', kind: 'duplicate', chance: 0.04, ms: 3 * minute },
  { point: 'pay.notice', kind: 'reorder', chance: 0.06 },
];

const conflicts: Readonly<Record<Sky, number>> = { calm: 0, drizzle: 0.01, storm: 0.04 };

/** From now on it is like this; `clear` takes WeChat's habits away, too. */
export function setSky(stage: Stage, sky: Sky | 'clear'): void {
  const { faults } = stage.cloud.context;
  faults.clear();
  const habitual = sky === 'clear' ? [] : habits;
  for (const [index, rule] of habitual.entries()) faults.add({ ...rule, id: `habit ${index}` });
  const chance = sky === 'clear' ? 0 : conflicts[sky];
  if (chance > 0) faults.add({ id: 'conflicts', point: 'database.*', kind: 'conflict', chance });
  stage.weather = sky === 'storm' ? storm : sky === 'drizzle' ? lessOf(storm, 4) : calm;
}

function lessOf(weather: typeof storm, divisor: number): typeof storm {
  return Object.fromEntries(
    Object.entries(weather).map(([fate, chance]) => [fate, chance / divisor]),
  ) as unknown as typeof storm;
}
