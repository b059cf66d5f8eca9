import type { ActionName, InputOf } from '../../../types/contract';
import type { Persona } from './community';
import { openidOf, type World } from './world';

export type Door<A extends ActionName = ActionName> = {
  readonly input: InputOf<A>;
  readonly people: readonly Persona[];
};

const staffAtTheCounter = ['customerService', 'finance'] as const;

/** The doors of the counter, the desk, reconciliation and invoicing in community yunqi, by hand a second time (law 5). */
export const financeDoors = {
  'counter.findHome': {
    input: { communityId: 'yunqi', building: '3', unit: '2', room: '1201' },
    people: staffAtTheCounter,
  },
  'counter.preview': {
    input: { homeId: 'yunqi-1201', partyId: 'nobody', amount: 100 },
    people: staffAtTheCounter,
  },
  // The home's community is in no merchant's hands yet: whoever may is refused by the use case under another name.
  'counter.take': {
    input: {
      homeId: 'yunqi-1201',
      partyId: 'resident-t-owner',
      channel: 'cash',
      amount: 100,
      expectedPrepaid: 1,
      expectedUsed: 0,
      payerName: '王秀英',
    },
    people: staffAtTheCounter,
  },
  'counter.myDay': { input: { communityId: 'yunqi' }, people: staffAtTheCounter },
  'counter.handOver': { input: { communityId: 'yunqi', counted: 0 }, people: staffAtTheCounter },
  'counter.handOvers': { input: { communityId: 'yunqi' }, people: ['finance'] },
  'counter.receiveHandOver': { input: { handOverId: 'guard·1' }, people: ['finance'] },

  'desk.finance': {
    input: { communityId: 'yunqi', month: '2026-11' },
    people: ['finance', 'projectManager'],
  },
  'desk.lines': {
    input: { communityId: 'yunqi', month: '2026-11', figure: { kind: 'receivedToday' } },
    people: ['finance', 'projectManager'],
  },
  'desk.accounts': { input: { communityId: 'yunqi' }, people: ['finance', 'projectManager'] },
  'desk.stuckWork': { input: { communityId: 'yunqi' }, people: ['finance'] },
  'desk.retryWork': { input: { workId: 'totals·yunqi·2026-11-09' }, people: ['finance'] },
  'desk.export': { input: { communityId: 'yunqi', month: '2026-11', what: 'arrears' }, people: ['finance'] },

  'reconciliation.days': { input: { communityId: 'yunqi' }, people: ['finance'] },
  'reconciliation.cases': { input: { communityId: 'yunqi', which: 'open' }, people: ['finance'] },
  'reconciliation.takeCase': { input: { caseId: 'case' }, people: ['finance'] },
  'reconciliation.resolveCase': {
    input: { caseId: 'case', action: 'explain', note: '已核实' },
    people: ['finance'],
  },

  'invoicing.ask': {
    input: { orderId: 'ownersOrder', title: { kind: 'person', name: '王秀英' } },
    people: ['owner'],
  },
  'invoicing.invoice': { input: { invoiceId: 'ownersOrder·0' }, people: ['owner', 'finance'] },
  'invoicing.queue': { input: { communityId: 'yunqi', which: 'asked' }, people: ['finance'] },
  'invoicing.issue': {
    input: {
      invoiceId: 'ownersOrder·0',
      number: '12345678',
      fileId: 'cloud://e.b/nowhere/a.pdf',
      expectedAmount: 100,
    },
    people: ['finance'],
  },
  'invoicing.redFlush': { input: { invoiceId: 'ownersOrder·0', redNumber: '87654321' }, people: ['finance'] },
} as const satisfies { readonly [A in ActionName]?: Door<A> };

/** What those doors lead to: an order that is not paid, an invoice that is done, a hand-over that is signed, work that is done, a case. */
export async function seedFinance(world: World): Promise<void> {
  const order = { communityId: 'yunqi', homeId: 'yunqi-1201', orderId: 'ownersOrder' };
  await world.seed('paymentOrders', {
    _id: 'ownersOrder',
    ...order,
    place: '3栋2单元1201',
    state: 'closed',
    payerOpenid: openidOf('owner'),
    choice: { bills: [], amount: 100 },
    amount: 100,
    createdAt: 0,
  });
  await world.seed('invoices', {
    _id: 'ownersOrder·0',
    ...order,
    place: '3栋2单元1201',
    state: 'redFlushed',
    title: { kind: 'person', name: '王秀英' },
    amount: 100,
    askedBy: openidOf('owner'),
    askedAt: 0,
  });
  await world.seed('handOvers', {
    _id: 'guard·1',
    communityId: 'yunqi',
    staffId: 'guard',
    staffOpenid: openidOf('guard'),
    staffName: '保安',
    day: '2026-11-09',
    at: 0,
    taken: {
      cash: { amount: 0, count: 0 },
      card: { amount: 0, count: 0 },
      transfer: { amount: 0, count: 0 },
    },
    counted: 0,
    state: 'received',
  });
  await world.seed('jobs', {
    _id: 'totals·yunqi·2026-11-09',
    communityId: 'yunqi',
    kind: 'totals',
    key: 'yunqi·2026-11-09',
    input: {},
    state: 'done',
    nextAt: 0,
    failures: 0,
    startedAt: 0,
  });
  await world.seed('cases', {
    _id: 'case',
    communityId: 'yunqi',
    cause: 'paidHereOnly',
    day: '2026-11-09',
    state: 'open',
    openedAt: 0,
  });
}
