import { jobHandlers } from '../../../cloudfunctions/job/handlers';
import type { InputOf } from '../../../types/contract';
import { eachInPaidWorld, openWallet, paysAll, publishBill, tap } from './money';
import { codeOf, type Document, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const communityId = 'yunqi';
const dayLong = 24 * 60 * 60_000;
const title: InputOf<'invoicing.ask'>['title'] = {
  kind: 'company',
  name: '云栖科技有限公司',
  taxNumber: '91330100MA2ABCDE1X',
};

/** C3, C10 and the desk, on the real SDK. */
describe('finance', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  async function paid(amount = 10_000): Promise<string> {
    await publishBill(world, { amount });
    return paysAll(world);
  }
  const later = (milliseconds: number) =>
    world.cloud.context.agenda.advance(world.ports.now() + milliseconds);
  const runJobs = () => world.product.runJobs(jobHandlers, world.ports, () => true);
  const cases = async () =>
    granted(await world.ask('finance', 'reconciliation.cases', { communityId, which: 'open' })).cases;

  async function reconcileToday(): Promise<void> {
    const { startReconciling } = await import('../../../cloudfunctions/modules/reconciliation');
    const { dayOf } = await import('../../../types/day');
    const { toDo } = await import('../../../cloudfunctions/kernel/decision');
    const { joined, changes } = await import('../../../cloudfunctions/kernel/changes');
    const audit = [{ what: 'goesLive', beneficiary: { communityId }, subjects: [] }];
    const start = async () =>
      joined(await startReconciling(communityId, dayOf(world.ports.now())), changes({ audit }));
    const author = { action: 'test.goLive', actor: { as: 'test' }, communityId };
    granted(
      await world.product.settle({ author, decide: async () => toDo(true, await start()) }, world.ports),
    );
    await runJobs();
    expect(await world.all('reconciledDays')).toEqual([]);
    // 10:30 tomorrow; it is nine in the morning.
    await later(dayLong + 91 * 60_000);
    await runJobs();
  }

  describe('invoices', () => {
    test('asked for by the payer, issued with its PDF, told, in the receipt; taken back after a refund; asked for again', async () => {
      const orderId = await paid();
      const asked = granted(await world.ask('owner', 'invoicing.ask', { orderId, title }));
      expect(asked).toMatchObject({ state: 'asked', amount: 10_000, title });
      expect(codeOf(await world.ask('owner', 'invoicing.ask', { orderId, title }))).toBe(
        'INVOICE_ALREADY_ASKED',
      );
      const queue = await world.ask('finance', 'invoicing.queue', { communityId, which: 'asked' });
      expect(granted(queue).invoices).toMatchObject([
        { invoiceId: asked.invoiceId, bills: [{ money: 10_000 }] },
      ]);

      const { keepFile } = await import('../../../cloudfunctions/platform/files');
      const fileId = await keepFile('invoices/yunqi/one.pdf', Buffer.from('%PDF-1.4'));
      const foreign = await keepFile('invoices/wutong/one.pdf', Buffer.from('%PDF-1.4'));
      const { invoiceId } = asked;
      const issue = (file: string) =>
        world.ask('finance', 'invoicing.issue', {
          invoiceId,
          number: '20261110001',
          fileId: file,
          expectedAmount: 10_000,
        });
      expect(codeOf(await issue(foreign))).toBe('INVALID_INPUT');
      const issued = granted(await issue(fileId));
      expect(issued).toMatchObject({ state: 'issued', number: '20261110001' });
      expect(issued.link).toMatch(/^http/);
      expect(codeOf(await issue(fileId))).toBe('INVOICE_ALREADY_DECIDED');
      const receipt = granted(await world.ask('owner', 'payments.receipt', { orderId }));
      expect(receipt).toMatchObject({
        canAskInvoice: false,
        invoice: { state: 'issued', number: '20261110001' },
      });
      const told = (await world.all('outbox')).flatMap(({ intents }) => intents as { kind: string }[]);
      expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['invoiceAsked', 'invoiceReady']));

      const billId = receipt.bills[0]?.billId ?? '';
      const lines = [{ billId, line: 1, amount: 4_000 }];
      const back = { orderId, lines, afterwards: 'reopen', reason: '多收' } as const;
      granted(await world.ask('finance', 'payments.refund', back));
      const toBeRed = await world.ask('finance', 'invoicing.queue', { communityId, which: 'toBeRedFlushed' });
      expect(granted(toBeRed).invoices).toMatchObject([{ invoiceId, amount: 10_000 }]);
      const red = { invoiceId, redNumber: '20261110009' };
      expect(granted(await world.ask('finance', 'invoicing.redFlush', red))).toMatchObject({
        state: 'redFlushed',
      });
      const again = granted(await world.ask('owner', 'invoicing.ask', { orderId, title }));
      expect(again).toMatchObject({ state: 'asked', amount: 6_000 });
      expect(again.invoiceId).not.toBe(invoiceId);
    });

    test('what goes back before it is issued makes it smaller: issued for the old amount it is refused', async () => {
      const orderId = await paid();
      const { invoiceId } = granted(await world.ask('owner', 'invoicing.ask', { orderId, title }));
      const receipt = granted(await world.ask('owner', 'payments.receipt', { orderId }));
      const lines = [{ billId: receipt.bills[0]?.billId ?? '', line: 1, amount: 4_000 }];
      const back = { orderId, lines, afterwards: 'reopen', reason: '多收' } as const;
      granted(await world.ask('finance', 'payments.refund', back));
      const { keepFile } = await import('../../../cloudfunctions/platform/files');
      const fileId = await keepFile('invoices/yunqi/one.pdf', Buffer.from('%PDF-1.4'));
      const issue = (expectedAmount: number) =>
        world.ask('finance', 'invoicing.issue', { invoiceId, number: '20261110001', fileId, expectedAmount });
      expect(await issue(10_000)).toMatchObject({
        refusal: { code: 'AMOUNT_CHANGED', details: { amount: 6_000 } },
      });
      expect(granted(await issue(6_000))).toMatchObject({ state: 'issued', amount: 6_000 });
    });

    test.each(['family', 'ownerNextDoor', 'customerService', 'stranger'])(
      '%s cannot ask in the payer’s place',
      async (person) => {
        const orderId = await paid();
        expect(codeOf(await world.ask(person, 'invoicing.ask', { orderId, title }))).toBe('NOT_ALLOWED');
      },
    );

    test.each([
      ['no tax number', { kind: 'company', name: '云栖科技有限公司' }],
      ['a tax number that is none', { kind: 'company', name: '云栖科技有限公司', taxNumber: '123' }],
      ['no name', { kind: 'person', name: ' ' }],
    ])('a title with %s is refused', async (_name, bad) => {
      const orderId = await paid();
      const outcome = await world.ask('owner', 'invoicing.ask', { orderId, title: bad as typeof title });
      expect(codeOf(outcome)).toBe('INVALID_INPUT');
    });

    test('two requests at once make one invoice', async () => {
      const orderId = await paid();
      const both = await Promise.all(
        [1, 2].map(() => world.ask('owner', 'invoicing.ask', { orderId, title })),
      );
      expect(both.map(codeOf).sort()).toEqual(['INVOICE_ALREADY_ASKED', undefined]);
      expect(await world.all('invoices')).toHaveLength(1);
    });
  });

  describe('reconciliation', () => {
    test('a payment of which nobody heard is found in WeChat’s bill, booked, and no difference', async () => {
      await publishBill(world, { amount: 10_000 });
      const start = granted(await tap(world, 'owner'));
      openWallet(world, 'owner', start);
      await reconcileToday();
      expect(await world.read('paymentOrders', start.orderId)).toMatchObject({ state: 'paid' });
      const [day] = granted(await world.ask('finance', 'reconciliation.days', { communityId }));
      expect(day).toMatchObject({
        day: '2026-11-10',
        state: 'done',
        rows: 1,
        matched: 1,
        differences: 0,
        received: 10_000,
      });
      expect(await cases()).toEqual([]);
      // Tomorrow's run is there already.
      expect(await world.product.jobOf('reconcile', 'yunqi·2026-11-11')).toMatchObject({ state: 'waiting' });
    });

    test('run twice, killed in between: the same day, the same cases', async () => {
      const orderId = await paid();
      const row = (await world.read('paymentOrders', orderId)) as Document;
      // Our book says more than WeChat has.
      await world.product
        .sdk()
        .database({ throwOnNotFound: false })
        .collection('paymentOrders')
        .doc(orderId)
        .update({
          data: { amount: (row.amount as number) + 1 },
        });
      await reconcileToday();
      const [found, ...others] = await cases();
      expect(others).toEqual([]);
      expect(found).toMatchObject({ cause: 'amountDiffers', theirs: 10_000, ours: 10_001, orderId });
      await world.product
        .sdk()
        .database({ throwOnNotFound: false })
        .collection('jobs')
        .doc('reconcile·yunqi·2026-11-10')
        .update({
          data: { state: 'waiting', cursor: 'compare', nextAt: 0 },
        });
      await runJobs();
      expect(await cases()).toHaveLength(1);
      await world.product
        .sdk()
        .database({ throwOnNotFound: false })
        .collection('paymentOrders')
        .doc(orderId)
        .update({
          data: { amount: row.amount },
        });
    });

    test('a case is taken on, explained once, and by nobody else', async () => {
      await world.seed('cases', {
        _id: 'unknownOrder·m·t1',
        communityId,
        cause: 'unknownOrder',
        day: '2026-11-09',
        theirs: 100,
        state: 'open',
        openedAt: 0,
      });
      const caseId = 'unknownOrder·m·t1';
      expect(codeOf(await world.ask('financeElsewhere', 'reconciliation.takeCase', { caseId }))).toBe(
        'NOT_ALLOWED',
      );
      expect(granted(await world.ask('finance', 'reconciliation.takeCase', { caseId })).owner).toBe(
        'finance',
      );
      const resolve = (action: 'credit' | 'explain') =>
        world.ask('finance', 'reconciliation.resolveCase', { caseId, action, note: '商户平台已原路退回' });
      expect(codeOf(await resolve('credit'))).toBe('CASE_ACTION_NOT_POSSIBLE');
      expect(granted(await resolve('explain'))).toMatchObject({
        state: 'resolved',
        resolution: { action: 'explain', by: 'finance', note: '商户平台已原路退回' },
      });
      expect(codeOf(await resolve('explain'))).toBe('CASE_ALREADY_RESOLVED');
    });

    test.each(['credit', 'refund'] as const)(
      'money that differs from its order is resolved by %s, once',
      async (action) => {
        await publishBill(world, { amount: 10_000 });
        const start = granted(await tap(world, 'owner'));
        openWallet(world, 'owner', start);
        const { settleResult } = await import('../../../cloudfunctions/modules/payments');
        const order = (await world.read('paymentOrders', start.orderId)) as Document;
        const { merchantId, channel } = order.ask as { merchantId: string; channel: 'cloudpay' };
        const theirs = 9_000 as never;
        const result = {
          channel,
          merchantId,
          outTradeNo: start.orderId,
          transactionId: '42000001',
          amount: theirs,
          at: world.ports.now(),
          payerOpenid: openidOf('owner'),
        };
        expect(await settleResult(result, world.ports)).toEqual({ kind: 'taken' });
        const [found] = await cases();
        expect(found).toMatchObject({ cause: 'amountDiffers', actions: ['credit', 'refund', 'explain'] });
        const caseId = found?.caseId ?? '';
        granted(
          await world.ask('finance', 'reconciliation.resolveCase', { caseId, action, note: '按实收处理' }),
        );
        const account = (await world.read('homeAccounts', homeId)) as Document;
        if (action === 'credit')
          expect(account.prepaid).toEqual([{ partyId: 'resident-t-owner', amount: 9_000 }]);
        else
          expect(await world.all('refunds')).toMatchObject([
            { amount: 9_000, total: 9_000, cause: 'finance' },
          ]);
        expect(
          codeOf(await world.ask('finance', 'reconciliation.resolveCase', { caseId, action, note: '再来' })),
        ).toBe('CASE_ALREADY_RESOLVED');
      },
    );
  });

  describe('the desk', () => {
    const desk = async () =>
      granted(await world.ask('finance', 'desk.finance', { communityId, month: '2026-11' }));
    const lines = async (figure: InputOf<'desk.lines'>['figure']) =>
      granted(await world.ask('finance', 'desk.lines', { communityId, month: '2026-11', figure })).lines;
    const sum = (rows: readonly { amount: number }[]) => rows.reduce((all, { amount }) => all + amount, 0);

    test('every figure is the sum of the lines it opens to', async () => {
      await paid(10_000);
      await publishBill(world, { amount: 7_000, month: '2026-09' });
      await publishBill(world, { amount: 5_000 });
      granted(
        await world.ask('customerService', 'counter.take', {
          homeId,
          partyId: 'resident-t-owner',
          channel: 'cash',
          amount: 2_000,
          expectedPrepaid: 0,
          expectedUsed: 0,
          payerName: '王秀英',
        }),
      );
      await later(60_000);
      const seen = await desk();
      expect(seen.today).toMatchObject({ received: 12_000 });
      expect(seen.collection).toMatchObject({
        billed: 15_000,
        paid: 10_000,
        permille: 666,
        buildings: [{ building: '3栋' }],
      });
      expect(seen.cash).toEqual([{ staffId: 'customerService', name: 'customerService', amount: 2_000 }]);
      expect(seen.trialBalance).toBe(0);
      expect(sum(await lines({ kind: 'receivedToday' }))).toBe(12_000);
      expect(sum(await lines({ kind: 'receivedToday', channel: 'cash' }))).toBe(2_000);
      expect(sum(await lines({ kind: 'building', building: '3栋' }))).toBe(15_000);
      expect(sum(await lines({ kind: 'cash', staffId: 'customerService' }))).toBe(2_000);
      expect(sum(await lines({ kind: 'account', account: 'wechatPay' }))).toBe(10_000);
      const balances = granted(await world.ask('finance', 'desk.accounts', { communityId }));
      expect(balances.reduce((all, { balance }) => all + balance, 0)).toBe(0);
      expect(balances.find(({ account }) => account === 'receivable')).toMatchObject({
        name: '应收账款',
        balance: 10_000,
      });
    });

    test('the night counts everything anew: the same totals, what is overdue by age, no case', async () => {
      await publishBill(world, { amount: 7_000, month: '2026-09', dueOn: '2026-09-30' });
      await publishBill(world, { amount: 5_000 });
      const { startCounting } = await import('../../../cloudfunctions/modules/desk');
      const { day } = await import('../../../types/day');
      const { toDo } = await import('../../../cloudfunctions/kernel/decision');
      const { joined, changes } = await import('../../../cloudfunctions/kernel/changes');
      const audit = changes({ audit: [{ what: 'goesLive', beneficiary: { communityId }, subjects: [] }] });
      const author = { action: 'test.goLive', actor: { as: 'test' }, communityId };
      const decide = async () =>
        toDo(true, joined(await startCounting(communityId, day('2026-11-11')), audit));
      granted(await world.product.settle({ author, decide }, world.ports));
      await later(18 * 60 * 60_000);
      await runJobs();
      const first = await desk();
      expect(first.arrears).toEqual([
        { age: 'notDue', amount: 5_000, homes: 1 },
        { age: 'to30', amount: 0, homes: 0 },
        { age: 'to90', amount: 7_000, homes: 1 },
        { age: 'to365', amount: 0, homes: 0 },
        { age: 'beyond', amount: 0, homes: 0 },
      ]);
      expect(sum(await lines({ kind: 'arrears', age: 'to90' }))).toBe(7_000);
      await paid(100);
      await later(dayLong);
      await runJobs();
      expect(await world.read('communityTotals', communityId)).toMatchObject({ countedTo: {} });
      expect(await cases()).toEqual([]);
      // Somebody tampers with the totals: the next night finds it.
      await world.product
        .sdk()
        .database({ throwOnNotFound: false })
        .collection('communityTotals')
        .doc(communityId)
        .update({
          data: { cash: [{ holder: 'nobody', amount: 1 }] },
        });
      await later(dayLong);
      await runJobs();
      expect(await cases()).toMatchObject([{ cause: 'projectionDiffers' }]);
    });

    test.each(['bills', 'payments', 'arrears', 'journals'] as const)(
      '%s of a month as xlsx, once per request',
      async (what) => {
        await paid(10_000);
        await publishBill(world, { amount: 7_000, month: '2026-09', dueOn: '2026-09-30' });
        const take = () =>
          world.ask('finance', 'desk.export', { communityId, month: '2026-11', what }, 'one-export-of-mine');
        const { link, rows } = granted(await take());
        expect(rows).toBeGreaterThan(0);
        const bytes = Buffer.from(await (await fetch(link)).arrayBuffer());
        expect(bytes.subarray(0, 2).toString()).toBe('PK');
        expect(granted(await take()).rows).toBe(rows);
        expect((await world.all('audits')).filter(({ action }) => action === 'desk.export')).toHaveLength(1);
      },
    );
  });
});
