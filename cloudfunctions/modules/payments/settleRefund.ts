import { dayOf, type Instant } from '../../../types/day';
import { type Changes, changes, create, joined, replace } from '../../kernel/changes';
import { type Decision, toDo } from '../../kernel/decision';
import type { Ports } from '../../kernel/ports';
import type { RefundResult, SettleAnswer } from '../../platform/pay/port';
import { settle } from '../../platform/settle';
import { allCommunities } from '../community';
import { journalId, journals, linesForRefundPaid, posting } from '../ledger';
import { householdOf } from '../people';
import { dueFor } from './dueKinds';
import { openCase, stuckCase } from './openCase';
import type { Refund } from './order';
import { refundById, refunds } from './paymentsStore';
import { tellPayer, topicsOfHome } from './told';

const author = { action: 'payments.settleRefund', actor: { as: 'payments' } };

/** The end of a refund, by whichever road it is told: number and amount must be ours, otherwise a case. Told twice it does nothing. */
export async function settleRefund(result: RefundResult, ports: Ports): Promise<SettleAnswer> {
  const settled = await settle({ author, decide: () => decide(result, ports.now()) }, ports);
  return { kind: settled.ok ? 'taken' : 'again' };
}

async function decide(result: RefundResult, now: Instant): Promise<Decision<true>> {
  const refund = await refundById(result.outRefundNo);
  if (!refund) return toDo(true, await refundNotOurs(result, now));
  if (refund.amount !== result.amount) return toDo(true, await amountDiffers(refund, result, now));
  if (refund.state === 'done') return toDo(true, changes({}));
  if (result.end === 'done') return toDo(true, await moneyIsBack(refund, result, now));
  if (refund.state === 'stuck') return toDo(true, changes({}));
  const { _id, homeId, communityId } = refund;
  const stuck = changes({
    writes: [replace(refunds, refund, { ...refund, state: 'stuck', problem: result.end })],
    audit: [{ what: 'refundStuck', beneficiary: { homeId, communityId }, subjects: [`refunds/${_id}`] }],
    due: [dueFor('refund', _id, 'never')],
  });
  return toDo(true, joined(stuck, await stuckCase(refund, now)));
}

async function refundNotOurs(result: RefundResult, now: Instant): Promise<Changes> {
  const { merchantId, outTradeNo: orderId, outRefundNo: refundId, amount: theirs } = result;
  const community = (await allCommunities()).find(({ payee }) => payee?.merchantId === merchantId);
  if (!community) return changes({});
  const about = { communityId: community._id, merchantId, orderId, refundId, theirs };
  return openCase({ ...about, cause: 'refundThereOnly', day: dayOf(result.at ?? now) }, now);
}

function amountDiffers(refund: Refund, result: RefundResult, now: Instant): Promise<Changes> {
  const { _id: refundId, communityId, homeId, place, orderId, amount: ours } = refund;
  const about = { communityId, homeId, place, orderId, refundId, ours, theirs: result.amount };
  const { merchantId, at } = result;
  return openCase({ ...about, merchantId, cause: 'refundAmountDiffers', day: dayOf(at ?? now) }, now);
}

async function moneyIsBack(refund: Refund, { refundId, at }: RefundResult, now: Instant): Promise<Changes> {
  const { _id, homeId, communityId, orderId, amount, place, payerOpenid } = refund;
  const household = await householdOf(homeId);
  const doneAt = at ?? now;
  const journal = posting({
    _id: journalId('refundPaid', _id),
    communityId,
    kind: 'refundPaid',
    at: doneAt,
    day: dayOf(doneAt),
    source: `refunds/${_id}`,
    lines: linesForRefundPaid({ homeId, refundId: _id, place: { channel: 'wechat', orderId }, amount }),
  });
  return changes({
    writes: [replace(refunds, refund, { ...refund, state: 'done', doneAt, channelRefundId: refundId })],
    journal: [create(journals, journal)],
    audit: [
      {
        what: 'refundPaid',
        beneficiary: { ...(payerOpenid ? { openid: payerOpenid } : {}), homeId, communityId },
        subjects: [`refunds/${_id}`, `paymentOrders/${orderId}`],
        facts: { amount },
      },
    ],
    messages: tellPayer(
      { _id: orderId, place, ...(payerOpenid ? { payerOpenid } : {}) },
      'moneyReturned',
      amount,
    ),
    topics: topicsOfHome(household, payerOpenid, dayOf(now)),
    due: [dueFor('refund', _id, 'never')],
  });
}
