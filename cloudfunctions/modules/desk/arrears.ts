import { type Day, daysBetween } from '../../../types/day';
import { addFen, type Fen, noFen, sumFen } from '../../../types/money';
import { type HomeAccount, outstanding } from '../charging';
import { type ArrearsAge, arrearsAges } from './deskStore';

/** How long a bill has been overdue: the day after its due day is the first. */
export function ageOf(dueOn: Day, today: Day): ArrearsAge {
  const days = daysBetween(dueOn, today);
  if (days <= 0) return 'notDue';
  if (days <= 30) return 'to30';
  if (days <= 90) return 'to90';
  return days <= 365 ? 'to365' : 'beyond';
}

export type Ages = Readonly<Record<ArrearsAge, { readonly amount: Fen; readonly homes: number }>>;

export const noArrears: Ages = {
  notDue: { amount: noFen, homes: 0 },
  to30: { amount: noFen, homes: 0 },
  to90: { amount: noFen, homes: 0 },
  to365: { amount: noFen, homes: 0 },
  beyond: { amount: noFen, homes: 0 },
};

/** What one home owes of one age, without late fees. */
export function owedAt({ openBills }: HomeAccount, age: ArrearsAge, today: Day): Fen {
  return sumFen(openBills.filter(({ dueOn }) => ageOf(dueOn, today) === age).map(outstanding));
}

/** Adds home accounts, each once: a home counts in every age in which it owes something. */
export function withAccounts(ages: Ages, accounts: readonly HomeAccount[], today: Day): Ages {
  const next = arrearsAges.map((age) => {
    const owed = accounts.map((account) => owedAt(account, age, today)).filter((amount) => amount > 0);
    const { amount, homes } = ages[age];
    return [age, { amount: addFen(amount, ...owed), homes: homes + owed.length }] as const;
  });
  return Object.fromEntries(next) as unknown as Ages;
}
