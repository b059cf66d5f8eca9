import { addDays, type Day, dayOf, type Instant, laterDay } from '../../../types/day';
import { type Changes, changes, create, joined, save } from '../../kernel/changes';
import type { Ports } from '../../kernel/ports';
import type { Slice, SliceOf } from '../../platform/jobs';
import { homeAccountsAfter } from '../charging';
import { caseById, caseId, cases, type Difference, openedCase } from '../reconciliation';
import { type Ages, noArrears, withAccounts } from './arrears';
import { keepSums, sumsNow } from './countTotals';
import { arrearsAges, arrearsOf, communityArrears, totalsOf } from './deskStore';
import { startCounting } from './startCounting';
import { noSums, type Sums, trialBalanceOf } from './totals';

/** Hundreds of journals a slice adds up. */
const portionsPerSlice = 10;

type Cursor =
  | { readonly step: 'rebuild'; readonly sums: Sums }
  | { readonly step: 'arrears'; readonly after?: string; readonly ages: Ages };

/**
 * The night's work (architecture: projections): all totals are rebuilt from nothing, compared with those that were kept, and put in their
 * place; a difference is a case. Then what is overdue is counted, home by home.
 */
export const totalsSlice: SliceOf = async ({ input, cursor }, ports) => {
  const { communityId, day } = input as { communityId: string; day: Day };
  const at = cursor as Cursor | undefined;
  if (!at) {
    // Nights that nobody was there for are counted in the last of them.
    const next = await startCounting(communityId, laterDay(addDays(day, 1), dayOf(ports.now())));
    return { changes: next, cursor: { step: 'rebuild', sums: noSums } };
  }
  return at.step === 'rebuild' ? rebuild(communityId, at.sums, ports) : overdue(communityId, at, ports);
};

async function rebuild(communityId: string, from: Sums, ports: Ports): Promise<Slice> {
  const now = ports.now();
  const { sums, isWhole } = await sumsNow(communityId, from, { now, portions: portionsPerSlice });
  if (!isWhole) return { changes: changes({}), cursor: { step: 'rebuild', sums } };
  const [kept, difference] = await Promise.all([
    keepSums(communityId, sums, now),
    differenceFound(communityId, sums, now),
  ]);
  return { changes: joined(kept, difference), cursor: { step: 'arrears', ages: noArrears } };
}

/** Counted on from what was kept must come to the same as counted from nothing; and all together to nothing. */
async function differenceFound(communityId: string, rebuilt: Sums, now: Instant): Promise<Changes> {
  const kept = await totalsOf(communityId);
  // Up to the same instant: a journal that ripens between the two counts is no difference.
  const all = { now, portions: Number.MAX_SAFE_INTEGER };
  const { sums } = await sumsNow(communityId, kept ?? noSums, all);
  const same = JSON.stringify(sortedSums(sums)) === JSON.stringify(sortedSums(rebuilt));
  if ((!kept || same) && trialBalanceOf(rebuilt) === 0) return changes({});
  const difference: Difference = { communityId, cause: 'projectionDiffers', day: dayOf(now) };
  if (await caseById(caseId(difference))) return changes({});
  return changes({ writes: [create(cases, openedCase(difference, now))] });
}

function sortedSums({ balances, cash, received, months }: Sums): unknown {
  return [balances, cash, received, months].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
}

async function overdue(
  communityId: string,
  { after, ages }: Extract<Cursor, { step: 'arrears' }>,
  ports: Ports,
): Promise<Slice> {
  const now = ports.now();
  const accounts = await homeAccountsAfter(communityId, after);
  const next = withAccounts(ages, accounts, dayOf(now));
  const last = accounts.at(-1);
  if (last) return { changes: changes({}), cursor: { step: 'arrears', after: last._id, ages: next } };
  const before = await arrearsOf(communityId);
  return {
    changes: changes({
      writes: [
        save(communityArrears, before, {
          _id: communityId,
          countedAt: now,
          ages: arrearsAges.map((age) => ({ age, ...next[age] })),
        }),
      ],
    }),
  };
}
