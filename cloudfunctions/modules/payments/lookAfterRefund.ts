import type { Instant } from '../../../types/day';
import { changes, joined, replace } from '../../kernel/changes';
import { type Decision, toDo } from '../../kernel/decision';
import type { DueHandler } from '../../kernel/due';
import { limits } from '../../kernel/limits';
import type { Ports } from '../../kernel/ports';
import { payChannel } from '../../platform/pay';
import type { RefundOutcome } from '../../platform/pay/port';
import { settle } from '../../platform/settle';
import { nextLook } from './dueKinds';
import { stuckCase } from './openCase';
import type { Refund } from './order';
import { refundById, refunds } from './paymentsStore';
import { settleRefund } from './settleRefund';

type AskedRefund = Refund & { readonly ask: NonNullable<Refund['ask']> };

const author = { action: 'payments.lookAfterRefund', actor: { as: 'payments' } };

/** Sends money back and asks until WeChat has confirmed it. Asked twice under one number it goes back once. */
export const lookAfterRefund: DueHandler = async (refundId, ports) => {
  const refund = await refundById(refundId);
  if (!refund || !isAsked(refund)) return 'never';
  if (refund.state === 'creating') return ask(refund, ports);
  return refund.state === 'asked' ? confirm(refund, ports) : 'never';
};

function isAsked(refund: Refund): refund is AskedRefund {
  return refund.ask !== undefined;
}

async function ask(refund: AskedRefund, ports: Ports): Promise<Instant | 'never'> {
  const { _id: outRefundNo, orderId: outTradeNo, total, amount, reason, createdAt } = refund;
  const { channel, merchantId } = refund.ask;
  const outcome = await payChannel(channel).refund({
    outTradeNo,
    merchantId,
    outRefundNo,
    total,
    amount,
    reason,
  });
  const next = nextLook(createdAt, ports.now());
  switch (outcome.kind) {
    case 'accepted': {
      const { refundId: channelRefundId } = outcome;
      const kept = await keep(refund, { state: 'asked', channelRefundId }, 'refundAsked', ports);
      return kept ? ((ports.now() + limits.firstLook) as Instant) : next;
    }
    case 'unavailable':
      return next;
    case 'notEnoughFunds':
      // The merchant's account is to be filled: finance must know, and the same number is asked for again meanwhile.
      await keep(refund, { problem: 'notEnoughFunds' }, 'refundWaits', ports);
      return next;
    default:
      return (await keep(refund, { state: 'stuck', problem: problemOf(outcome) }, 'refundStuck', ports))
        ? 'never'
        : next;
  }
}

function problemOf(outcome: RefundOutcome): string {
  return 'reason' in outcome ? `${outcome.kind}: ${outcome.reason}` : outcome.kind;
}

async function confirm(refund: AskedRefund, ports: Ports): Promise<Instant | 'never'> {
  const { _id: outRefundNo, orderId: outTradeNo, createdAt, channelRefundId = '' } = refund;
  const { channel, merchantId } = refund.ask;
  const about = { channel, merchantId, outTradeNo, outRefundNo };
  const outcome = await payChannel(channel).queryRefund({ merchantId, outTradeNo, outRefundNo });
  const next = nextLook(createdAt, ports.now());
  switch (outcome.kind) {
    case 'done': {
      const { refundId, amount, at } = outcome;
      const told = { ...about, refundId, amount, ...(at === undefined ? {} : { at }) };
      const settled = await settleRefund({ ...told, end: 'done' }, ports);
      return settled.kind === 'taken' ? 'never' : next;
    }
    case 'closed':
    case 'abnormal': {
      const told = { ...about, refundId: channelRefundId, amount: refund.amount, end: outcome.kind };
      const settled = await settleRefund(told, ports);
      return settled.kind === 'taken' ? 'never' : next;
    }
    case 'unknown':
      // It never arrived there: the same number once more.
      await keep(refund, { state: 'creating' }, 'refundLost', ports);
      return (ports.now() + limits.firstLook) as Instant;
    default:
      return next;
  }
}

type Said = Partial<Pick<Refund, 'state' | 'channelRefundId' | 'problem'>>;

function isSaid(refund: Refund, said: Said): boolean {
  return (Object.keys(said) as (keyof Said)[]).every((name) => refund[name] === said[name]);
}

/** Keeps what WeChat said of a refund that nobody has moved meanwhile; a problem is a case. */
async function keep({ _id, state }: Refund, said: Said, what: string, ports: Ports): Promise<boolean> {
  const decide = async (): Promise<Decision<true>> => {
    const refund = await refundById(_id);
    if (!refund || refund.state !== state || isSaid(refund, said)) return toDo(true, changes({}));
    const { homeId, communityId } = refund;
    const kept = changes({
      writes: [replace(refunds, refund, { ...refund, ...said })],
      audit: [{ what, beneficiary: { homeId, communityId }, subjects: [`refunds/${_id}`] }],
    });
    return toDo(true, said.problem === undefined ? kept : joined(kept, await stuckCase(refund, ports.now())));
  };
  return (await settle({ author, decide }, ports)).ok;
}
