import { addMonths, type Day, lastDayOf, type Month, monthOf } from '../../../types/day';
import { type Fen, fen, priceOf, quantity, rate } from '../../../types/money';
import type { DemoPerson } from '../users';
import { type DemoHome, placeOfHome } from './homes';
import type { DemoResident } from './people';
import type { Random } from './random';

/** 3.20 yuan per ㎡ and month: listed estates lie between 0.85 and 3.58. */
export const propertyPrice = rate(320, 2);

export interface DemoArrear {
  readonly home: DemoHome;
  readonly item: string;
  readonly first: Month;
  readonly months: number;
  readonly amount: Fen;
}

export interface DemoPrepaid {
  readonly home: DemoHome;
  readonly amount: Fen;
}

/** What some owe up to a month: one in eight homes for some months, one in fifty for more than a year. */
export function demoArrears(
  homes: readonly DemoHome[],
  people: readonly DemoPerson[],
  last: Month,
  random: Random,
): readonly DemoArrear[] {
  const taken = new Set(people.flatMap((person) => person.home ?? []));
  const strangers = homes.flatMap((home): DemoArrear[] => {
    const chance = random.next();
    if (chance > 0.14 || taken.has(placeOfHome(home))) return [];
    const months = chance < 0.02 ? random.whole(13, 26) : random.whole(1, 6);
    return Array.from({ length: months }, (_, index) => feeOf(home, addMonths(last, -index)));
  });
  const home = homes.find((one) => taken.has(placeOfHome(one)));
  if (!home) return strangers;
  // The demo's owner: one month of the old books and water for two; last month's bills come on top.
  const own: readonly DemoArrear[] = [
    feeOf(home, last),
    { home, item: '水费', first: addMonths(last, -1), months: 2, amount: fen(6960) },
  ];
  return [...own, ...strangers];
}

function feeOf(home: DemoHome, first: Month): DemoArrear {
  return { home, item: '物业费', first, months: 1, amount: priceOf(propertyPrice, quantity(home.area, 2)) };
}

export interface DemoVoucher {
  readonly home: DemoHome;
  readonly reason: string;
  readonly expiresOn: Day;
  readonly amount: Fen;
}

/** One home in twenty still has a voucher of the last energy challenge; of the demo's people, the owner's as in the pictures. */
export function demoVouchers(
  homes: readonly DemoHome[],
  people: readonly DemoPerson[],
  today: Day,
  random: Random,
): readonly DemoVoucher[] {
  const taken = new Set(people.flatMap((person) => person.home ?? []));
  const expiresOn = lastDayOf(addMonths(monthOf(today), 2));
  const reason = `${Number(addMonths(monthOf(today), -1).slice(5))}月节能券`;
  const own = homes.find((one) => taken.has(placeOfHome(one)));
  return homes.flatMap((home): DemoVoucher[] => {
    if (home === own) return [{ home, reason, expiresOn, amount: fen(2000) }];
    const amount = fen(random.whole(1, 4) * 500);
    if (!random.happens(0.05) || taken.has(placeOfHome(home))) return [];
    return [{ home, reason, expiresOn, amount }];
  });
}

/** One owner in ten has paid ahead. */
export function demoPrepaid(residents: readonly DemoResident[], random: Random): readonly DemoPrepaid[] {
  return residents.flatMap(({ home, relation }, index) => {
    const isOwner = relation === '业主' && index > 1;
    return isOwner && random.happens(0.1) ? [{ home, amount: fen(random.whole(1, 24) * 10_000) }] : [];
  });
}
