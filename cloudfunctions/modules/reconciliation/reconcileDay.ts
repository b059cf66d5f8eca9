import { addDays, type Day, type Instant, startOfDay } from '../../../types/day';
import { noFen } from '../../../types/money';
import { type Changes, changes, create, joined, save } from '../../kernel/changes';
import type { Ports } from '../../kernel/ports';

import type { Slice, SliceOf } from '../../platform/jobs';
import { payChannel } from '../../platform/pay';
import type { BillOutcome } from '../../platform/pay/port';
import { communityById, type Payee } from '../community';
import { bookAndCompare, ownRows } from './bookAndCompare';
import { caseId, type Difference, openedCase } from './case';
import {
  caseById,
  cases,
  type Reconciled,
  reconciledDay,
  reconciledDayId,
  reconciledDays,
} from './casesStore';
import { billAfter, startReconciling } from './startReconciling';

const minute = 60_000;
const askAgainAfter = 10 * minute;
/** Ours: after three days without a bill somebody must look. */
const giveUpAfter = 3 * 24 * 60 * minute;
/** Ours: cases one commit opens; more follow in the next slice. */
const casesPerSlice = 12;

/**
 * One day against WeChat's bill (C10): first tomorrow's run is made sure of, then money that no road has brought is booked, and what still
 * differs becomes cases. Safe to run again: cases and the day's row have names of their own.
 */
export const reconcileSlice: SliceOf = async ({ input, cursor }, ports) => {
  const { communityId, day } = input as { communityId: string; day: Day };
  if (cursor === undefined) {
    return { changes: await startReconciling(communityId, addDays(day, 1)), cursor: 'compare' };
  }
  const payee = (await communityById(communityId))?.payee;
  if (!payee) return over({ communityId, day }, '小区没有登记收款方', ports);
  const { channel, merchantId } = payee;
  const outcome = await payChannel(channel).downloadBill({ merchantId, day });
  return compared({ communityId, day, payee }, outcome, ports);
};

interface Task {
  readonly communityId: string;
  readonly day: Day;
}

async function compared(
  task: Task & { readonly payee: Payee },
  outcome: BillOutcome,
  ports: Ports,
): Promise<Slice> {
  switch (outcome.kind) {
    case 'notYet':
    case 'unavailable':
      return later(task, ports);
    case 'malformed':
      return over(task, `微信账单第 ${outcome.line} 行读不懂，请下载核对`, ports);
    case 'rejected':
      return over(task, '微信没有给出账单，请检查商户号的权限', ports);
    case 'noBill':
      return settled(task, [], ports);
    case 'bill':
      return settled(task, outcome.rows, ports);
  }
}

async function settled(
  { communityId, day, payee }: Task & { readonly payee: Payee },
  all: Extract<BillOutcome, { kind: 'bill' }>['rows'],
  ports: Ports,
): Promise<Slice> {
  const rows = await ownRows(communityId, all);
  const { matched, differences, received, refunded } = await bookAndCompare(
    { communityId, day, payee, rows },
    ports,
  );
  const fresh = await unopened(differences);
  const opened = await opening(fresh.slice(0, casesPerSlice), ports);
  if (fresh.length > casesPerSlice) return { changes: opened, cursor: 'compare' };
  const refundNumbers = rows.flatMap((row) => (row.kind === 'refund' ? [row.outRefundNo] : []));
  const row = await dayRow(
    { communityId, day },
    {
      state: 'done',
      rows: rows.length,
      matched,
      differences: differences.length,
      received,
      refunded,
      refundNumbers,
      at: ports.now(),
    },
  );
  return { changes: joined(opened, row) };
}

async function unopened(differences: readonly Difference[]): Promise<readonly Difference[]> {
  const known = await Promise.all(differences.map((one) => caseById(caseId(one))));
  return differences.filter((_one, index) => known[index] === undefined);
}

async function opening(differences: readonly Difference[], ports: Ports): Promise<Changes> {
  const [first] = differences;
  if (!first) return changes({});
  const { communityId } = first;
  return changes({
    writes: differences.map((one) => create(cases, openedCase(one, ports.now()))),
    audit: [
      {
        what: 'casesOpened',
        beneficiary: { communityId },
        subjects: differences.map((one) => `cases/${caseId(one)}`),
      },
    ],
    messages: [{ to: { duty: 'finance' }, kind: 'casesOpened', words: { count: differences.length } }],
  });
}

/** Asked again in ten minutes; after three days finance is left to look. */
async function later(task: Task, ports: Ports): Promise<Slice> {
  const now = ports.now();
  if (now > startOfDay(task.day) + billAfter + giveUpAfter)
    return over(task, '三天没有取到微信账单，请到商户平台核对', ports);
  const notBefore = (now + askAgainAfter) as Instant;
  return { changes: await dayRow(task, { state: 'waiting' }), cursor: 'compare', notBefore };
}

/** The day stays without a comparison: finance is told why. */
async function over(task: Task, failure: string, ports: Ports): Promise<Slice> {
  const { communityId, day } = task;
  const told = changes({
    audit: [
      {
        what: 'reconciliationFailed',
        beneficiary: { communityId },
        subjects: [`reconciledDays/${reconciledDayId(communityId, day)}`],
        facts: { failure },
      },
    ],
    messages: [{ to: { duty: 'finance' }, kind: 'reconciliationFailed', words: { day, failure } }],
  });
  return { changes: joined(await dayRow(task, { state: 'failed', failure, at: ports.now() }), told) };
}

async function dayRow({ communityId, day }: Task, next: Partial<Reconciled>): Promise<Changes> {
  const before = await reconciledDay(communityId, day);
  const { failure: _mended, ...kept } = before ?? {};
  const nothing = {
    rows: 0,
    matched: 0,
    differences: 0,
    received: noFen,
    refunded: noFen,
    refundNumbers: [],
  };
  const _id = reconciledDayId(communityId, day);
  return changes({
    writes: [
      save(reconciledDays, before, {
        ...nothing,
        ...kept,
        state: 'waiting',
        ...next,
        _id,
        communityId,
        day,
      }),
    ],
  });
}
