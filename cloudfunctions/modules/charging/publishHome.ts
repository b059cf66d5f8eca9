import type { Day, Instant, Month } from '../../../types/day';
import { noFen, sumFen } from '../../../types/money';
import { type Place, placeName } from '../../../types/place';
import { type Changes, type Create, changes, replace, save } from '../../kernel/changes';
import { limits } from '../../kernel/limits';
import type { MessageIntent } from '../../kernel/message';
import { type Household, isCurrent, opensHome, partiesSeenBy } from '../people';
import type { Bill } from './bill';
import { moveBill } from './billState';
import { bills, homeAccounts } from './chargingStore';
import { outstanding } from './choosePayment';
import { emptyAccount, type HomeAccount, type OpenBill } from './homeAccount';
import { billedLines, journalOf } from './journals';
import { openBillOf } from './openBill';

export interface HomeToPublish {
  readonly homeId: string;
  readonly communityId: string;
  readonly place: Place;
  readonly account: HomeAccount | undefined;
  readonly household: Household | undefined;
  /** Its drafts of the month. */
  readonly drafts: readonly Bill[];
}

interface When {
  readonly month: Month;
  readonly now: Instant;
  readonly today: Day;
}

/**
 * Publishes the home's next six drafts: they are owed from now on. With the last of them everybody who lives there is told once
 * what of the month is to be paid; who owes some and has no way of seeing it is left to be reached by somebody.
 */
export function publishHome(home: HomeToPublish, when: When): Changes {
  const { homeId, communityId, account, household } = home;
  const sorted = [...home.drafts].sort((a, b) => (a._id < b._id ? -1 : 1));
  const now = sorted.slice(0, limits.billsPerCommit).map(published);
  const owed = now.filter(({ next }) => next.state !== 'paid').map(({ next }) => next);
  const before: Omit<HomeAccount, 'version'> = account ?? emptyAccount(homeId, communityId);
  const after = { ...before, openBills: [...before.openBills, ...owed.map((bill) => openBillOf(bill))] };
  const isLast = sorted.length <= limits.billsPerCommit;
  const told = isLast && household ? toldAbout(home, household, after.openBills, when) : [];
  const openids = household ? household.tenures.filter((tenure) => opensHome(tenure, when.today)) : [];
  return changes({
    writes: [
      ...now.map(({ draft, next }) => replace(bills, draft, next)),
      ...(owed.length > 0 ? [save(homeAccounts, account, after)] : []),
    ],
    journal: owed.flatMap((bill): readonly Create[] => journalOf('bill', bill, billedLines(bill), when)),
    audit: [
      {
        what: 'billsPublished',
        beneficiary: { homeId, communityId },
        subjects: now.map(({ next }) => `bills/${next._id}`),
        facts: { amount: sumFen(owed.map(({ amount }) => amount)) },
      },
    ],
    messages: told,
    topics: openids.flatMap(({ holder }) => (holder ? [{ openid: holder.openid, topic: 'bills' }] : [])),
  });
}

function published(draft: Bill): { readonly draft: Bill; readonly next: Bill } {
  const move = moveBill(draft.state, 'publish', 'system', { amount: draft.amount, credited: noFen });
  if (move.kind === 'refused') throw new Error(`${draft._id} is no draft: ${move.reason}`);
  return { draft, next: { ...draft, state: move.state } };
}

function toldAbout(
  { place }: HomeToPublish,
  household: Household,
  openBills: readonly OpenBill[],
  { month, today }: When,
): readonly MessageIntent[] {
  const due = openBills.filter(({ period }) => period.first === month);
  const message = (to: MessageIntent['to'], parties: readonly string[]): readonly MessageIntent[] => {
    const theirs = due.filter(({ liablePartyId }) => parties.includes(liablePartyId));
    const amount = sumFen(theirs.map(outstanding));
    const words = { place: placeName(place), month, bills: theirs.length, amount };
    return amount === 0 ? [] : [{ to, kind: 'billPublished', words, page: `bills?homeId=${household._id}` }];
  };
  const members = household.tenures.filter((tenure) => opensHome(tenure, today));
  const seen = members.map(({ holder, relation }) => ({
    openid: holder?.openid,
    parties: partiesSeenBy(household, relation, today),
  }));
  const reached = new Set(seen.flatMap(({ parties }) => parties));
  const current = household.tenures.filter((tenure) => isCurrent(tenure, today));
  const unreached = [...new Set(current.map(({ residentId }) => residentId))].filter(
    (residentId) => !reached.has(residentId),
  );
  return [
    ...seen.flatMap(({ openid, parties }) => (openid ? message({ openid }, parties) : [])),
    ...unreached.flatMap((residentId) => message({ residentId }, [residentId])),
  ];
}
