import type { DueHandler } from '../../../cloudfunctions/kernel/due';
import type { Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import { load, type Sabotage } from './load';

type DueEntries = typeof import('../../../cloudfunctions/platform/dueEntries');
type Handlers = typeof import('../../../cloudfunctions/tick/handlers');
type Pay = typeof import('../../../cloudfunctions/platform/pay');
type Posting = typeof import('../../../cloudfunctions/modules/payments/posting');
type Seal = typeof import('../../../cloudfunctions/platform/pay/v3/seal');
type Store = typeof import('../../../cloudfunctions/modules/payments/paymentsStore');
type Plan = typeof import('../../../cloudfunctions/kernel/plan');

const hour = 3_600_000;

function handlersOf(): Record<'order' | 'refund', DueHandler> {
  return load<Handlers>('tick/handlers').dueHandlers as Record<'order' | 'refund', DueHandler>;
}

function lookNever(kind: 'order' | 'refund'): void {
  jest.spyOn(handlersOf(), kind).mockResolvedValue('never');
}

function lookAnHourLater(): void {
  const { refund } = handlersOf();
  const putOff = new Set<string>();
  jest.spyOn(handlersOf(), 'refund').mockImplementation(async (key, ports) => {
    if (putOff.has(key)) return refund(key, ports);
    putOff.add(key);
    return (ports.now() + hour) as Instant;
  });
}

/** WeChat works on a refund, and that is taken for its end. */
function believeTooSoon(): void {
  const pay = load<Pay>('platform/pay');
  const { payChannel } = pay;
  const amounts = new Map<string, number>();
  jest.spyOn(pay, 'payChannel').mockImplementation((name) => {
    const channel = payChannel(name);
    return {
      ...channel,
      refund: (order) => {
        amounts.set(order.outRefundNo, order.amount);
        return channel.refund(order);
      },
      queryRefund: async (refund) => {
        const said = await channel.queryRefund(refund);
        const amount = amounts.get(refund.outRefundNo);
        if (said.kind !== 'processing' || amount === undefined) return said;
        return { kind: 'done', refundId: 'x', amount: fen(amount) };
      },
    };
  });
}

/** The order does not remember by which payment it was paid. */
function forgetTransaction(): void {
  const store = load<Store>('modules/payments/paymentsStore');
  const { orderById } = store;
  jest.spyOn(store, 'orderById').mockImplementation(async (orderId) => {
    const order = await orderById(orderId);
    if (!order) return undefined;
    const { transactionId: _, ...rest } = order;
    return rest;
  });
}

function keepMoney(): void {
  const posting = load<Posting>('modules/payments/posting');
  const { moneyGoesBack } = posting;
  jest.spyOn(posting, 'moneyGoesBack').mockImplementation((order, payment, about) => {
    const { refund, journals } = moneyGoesBack(order, payment, about);
    return { refund, journals: journals.slice(0, 1) };
  });
}

/** Money goes back by the road the community has not been paid by. */
function goBackByAnotherRoad(): void {
  const posting = load<Posting>('modules/payments/posting');
  const { moneyGoesBack } = posting;
  jest.spyOn(posting, 'moneyGoesBack').mockImplementation((order, payment, about) => {
    const back = moneyGoesBack(order, payment, about);
    const { ask } = back.refund;
    const channel = ask?.channel === 'cloudpay' ? 'wechatpay-v3' : 'cloudpay';
    return ask ? { ...back, refund: { ...back.refund, ask: { ...ask, channel } } } : back;
  });
}

function writeNoCase(): void {
  const plan = load<Plan>('kernel/plan');
  const { planOf } = plan;
  jest.spyOn(plan, 'planOf').mockImplementation((changes, seal) => {
    const writes = changes.writes.filter(({ collection }) => collection !== 'cases');
    return planOf({ ...changes, writes }, seal);
  });
}

function believeAnybody(): void {
  const seal = load<Seal>('platform/pay/v3/seal');
  jest.spyOn(seal, 'verdictOnSeal').mockReturnValue('genuine');
}

function forgetSome(): void {
  const entries = load<DueEntries>('platform/dueEntries');
  const { entriesDue } = entries;
  jest.spyOn(entries, 'entriesDue').mockImplementation(async (now) => {
    const due = await entriesDue(now);
    return due.filter(({ kind }) => kind !== 'projectBills');
  });
}

/** What the laws about money that comes and goes must find. */
export const sabotagesOfRoads: readonly Sabotage[] = [
  {
    ...{ what: 'a refund counts as done once WeChat works on it', seed: 1, commit: believeTooSoon },
    laws: ['only a refund that WeChat has ended is booked as paid', 'a refund is done when WeChat says so'],
  },
  {
    ...{ what: 'a payment told twice is new both times', seed: 1, commit: forgetTransaction },
    laws: ['an order is booked once, for what WeChat took', 'an end is an end'],
  },
  {
    ...{ what: 'money that fits nothing is kept', seed: 1, commit: keepMoney },
    laws: ['money that fits nothing is on its way back at once', 'a refund that is not done is owed'],
  },
  {
    ...{ what: 'money goes back an hour later', seed: 1, commit: lookAnHourLater },
    laws: ['what is to go back is sent within one tick'],
  },
  {
    ...{ what: 'refunds are never sent', seed: 1, commit: () => lookNever('refund') },
    laws: ['what is to go back is sent within one tick', 'every refund ends or has a case'],
  },
  {
    ...{ what: 'nobody looks after orders', seed: 1, commit: () => lookNever('order') },
    laws: ['every order ends'],
  },
  {
    ...{ what: 'no case is ever written', seed: 1, commit: writeNoCase },
    laws: ['every difference has a case', 'every refund ends or has a case'],
  },
  {
    ...{ what: 'the tick passes things over', seed: 1, commit: forgetSome },
    laws: ['a tick looks after all that is due'],
  },
  {
    ...{ what: 'money goes back by another road', seed: 1, commit: goBackByAnotherRoad },
    laws: ['money goes back the way it came'],
  },
  {
    ...{ what: 'a letter is believed whoever has signed it', seed: 2, commit: believeAnybody },
    laws: ['only money that has come is booked'],
  },
];
