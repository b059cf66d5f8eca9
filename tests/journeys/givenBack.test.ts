import { granted } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, paysAll, publishBill, type Town } from './owner/town';
import { looksUp, pdfInChat } from './staff/office';

jest.setTimeout(180_000);

const homeId = 'yunqi-1201';

/** What finance gives and gives back: vouchers, prepayment, the money of an invoice; with the owner's phone beside it. */
describe('what is given and given back', () => {
  let town: Town;
  let finance: OwnerPhone;
  let owner: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await publishBill(town.world, { amount: 20_000 });
    await publishBill(town.world, { amount: 5_000, itemName: '水费', purpose: 'water' });
    finance = await town.phoneOf('finance');
    owner = await town.phoneOf('owner');
  });

  afterAll(() => town?.close());

  test('a voucher is given to a home, for a reason and an amount that is one', async () => {
    await finance.visits('/packages/work/counter/index?communityId=yunqi');
    await looksUp(finance, '1201');
    await finance.taps('发抵扣券');
    await finance.sees('过期作废', '有效期到');
    await finance.writes('voucher-amount', '80.123');
    await finance.sees('最多两位小数');
    await finance.writes('voucher-amount', '80');
    await finance.sawLast('最多两位小数');
    await finance.writes('voucher-reason', '节能挑战赛');
    await finance.taps('发 ¥80.00 抵扣券');
    await finance.sawLast('有效期到');
  });

  test('it goes first in a payment, for the property fee alone, and the receipt says so', async () => {
    await owner.visits('/pages/home/index');
    await owner.sees('¥80.00 抵扣券', '170.00');
    await owner.control.answerNext('requestPayment', 'pay');
    await owner.taps('一键缴费');
    await owner.sees('已缴清', '抵扣券', '−¥80.00', '170.00');
    await owner.taps('完成');
    await owner.sees('本月已缴清');
  });

  test('a refund that names more than was paid is not made', async () => {
    const [receipt] = await receiptsOfHome();
    await finance.visits(`/packages/work/refund/index?orderId=${receipt?.orderId}`);
    await finance.sees('付款 ¥120.00，抵扣券 ¥80.00');
    await finance.taps('退物业费');
    await finance.writes(`refund-${await billPaid('物业费')}-1`, '200.01');
    await finance.taps('账单再缴');
    await finance.writes('refund-reason', '重复出账');
    await finance.sees('最多 200.00', '这一项最多退 ¥200.00');
  });

  test('a refund gives the voucher back, and it goes first again', async () => {
    await finance.writes(`refund-${await billPaid('物业费')}-1`, '200');
    await finance.sawLast('这一项最多退');
    await finance.taps('退 ¥200.00');
    await finance.confirms('退款');
    await finance.isOn('pages/home/index');
    const [receipt] = await receiptsOfHome();
    await finance.visits(`/packages/bills/receipt/index?orderId=${receipt?.orderId}`);
    await finance.sees('全部退完', '−¥120.00', '付款', '抵扣券', '重复出账');
    await owner.visits('/pages/home/index');
    await owner.sees('¥80.00 抵扣券', '120.00', '一键缴费');
    await owner.control.answerNext('requestPayment', 'pay');
    await owner.taps('一键缴费');
    await owner.sees('已缴清', '−¥80.00', '120.00');
  });

  test('a year is prepaid by what the fee comes to per month', async () => {
    await owner.visits(`/packages/bills/prepay/index?homeId=${homeId}`);
    await owner.sees('物业费每月约 ¥200.00', '¥2,400.00', '选一个金额');
    await owner.taps('一年');
    await owner.control.answerNext('requestPayment', 'cancel');
    await owner.taps('预存 ¥2,400.00');
    await owner.sees('您取消了这次付款，没有扣款');
    await owner.control.answerNext('requestPayment', 'pay');
    await owner.taps('预存 ¥2,400.00');
    await owner.sees('已存入', '存入预存', '¥2,400.00');
    await owner.taps('完成');
    await owner.sees('预存余额', '2,400.00');
  });

  test('what of it is used up is not given back, what is left is', async () => {
    await publishBill(town.world, { amount: 20_000, month: '2026-12' });
    await owner.visits('/pages/home/index');
    await owner.sees('¥200.00 预存', '用预存和抵扣券缴清');
    await owner.taps('用预存和抵扣券缴清');
    await owner.sees('已缴清', '预存抵扣');
    const prepaid = (await receiptsOfHome()).find(({ amount }) => amount === 240_000);
    await finance.visits(`/packages/bills/receipt/index?orderId=${prepaid?.orderId}`);
    await finance.taps('退款');
    await finance.sees('这一笔存入 ¥2,400.00');
    await finance.writes('refund-reason', '业主卖房');
    await finance.writes('refund-prepaid', '2400');
    await finance.sees('最多 2200.00', '最多退 ¥2,200.00');
    await finance.writes('refund-prepaid', '2200');
    await finance.taps('退 ¥2,200.00');
    await finance.confirms('退款');
    await finance.isOn('packages/bills/receipt/index');
    await finance.sees('2,200.00', '业主卖房');
    await owner.visits(`/packages/bills/prepay/index?homeId=${homeId}`);
    await owner.sees('预存余额', '0.00');
  });

  test('an invoice that was issued is taken back by a red one before its money goes back', async () => {
    await publishBill(town.world, { amount: 7_000, itemName: '停车费', purpose: 'parking' });
    const orderId = await paysAll(town.world);
    const invoiceId = await issuedFor(orderId);
    await finance.visits(`/packages/work/refund/index?orderId=${orderId}`);
    await finance.sees('这笔缴款开过发票', '24332000000123456789', '请先冲红，再退款');
    await finance.taps('去冲红');
    await finance.writes('invoice-number', '2433');
    await finance.sees('8 到 20 位');
    await finance.writes('invoice-number', '24332000000987654321');
    await finance.taps('已冲红');
    await finance.sawLast('这笔缴款开过发票');
    expect(await town.world.read('invoices', invoiceId)).toMatchObject({
      state: 'redFlushed',
      red: { number: '24332000000987654321' },
    });
    await finance.taps('退停车费');
    await finance.taps('减免掉');
    await finance.writes('refund-reason', '车位停用');
    await finance.taps('退 ¥70.00');
    await finance.confirms('退款');
    await finance.isOn('pages/home/index');
    await owner.visits(`/packages/bills/receipt/index?orderId=${orderId}`);
    await owner.sees('车位停用', '−¥70.00');
  });

  test('where the money went back first, the red one is a task until it is done', async () => {
    await publishBill(town.world, { amount: 9_000, itemName: '停车费', purpose: 'parking' });
    const orderId = await paysAll(town.world);
    await issuedFor(orderId);
    const [bill] = granted(await town.world.ask('owner', 'payments.receipt', { orderId })).bills;
    const lines = [{ billId: bill?.billId ?? '', line: 1, amount: 9_000 }];
    const input = { orderId, lines, afterwards: 'adjust', reason: '车位停用' } as const;
    granted(await town.world.ask('finance', 'payments.refund', input));
    await finance.visits('/packages/work/invoices/index?communityId=yunqi');
    await finance.taps('待冲红');
    await finance.taps('云栖科技有限公司');
    await finance.writes('invoice-number', '24332000000987654322');
    await finance.taps('已冲红');
    await finance.sees('没有要冲红的发票');
    await finance.taps('已办');
    await finance.sees('已冲红');
  });

  test('at the counter a voucher goes before the money, and where it pays all no money is taken', async () => {
    await publishBill(town.world, { amount: 16_000, month: '2027-01' });
    await givesVoucher(6_000);
    await finance.visits('/packages/work/counter/index?communityId=yunqi');
    await looksUp(finance, '1201');
    await finance.sees('陈芳', '抵扣后收 ¥100.00', '¥160.00');
    await finance.taps('陈芳');
    await finance.sees('待缴 ¥160.00，抵扣后收 ¥100.00', '抵扣券', '−¥60.00');
    await finance.writes('amount', '90');
    await finance.sees('收后还欠', '¥10.00');
    await finance.writes('amount', '100');
    await finance.sawLast('收后还欠');
    await finance.taps('收 ¥100.00');
    await finance.isOn('packages/bills/receipt/index');
    await finance.sees('现金', '抵扣券', '−¥60.00', '100.00');

    await publishBill(town.world, { amount: 5_000, month: '2027-02' });
    await givesVoucher(5_000);
    await finance.visits('/packages/work/counter/index?communityId=yunqi');
    await looksUp(finance, '1201');
    await finance.taps('陈芳');
    await finance.sees('抵扣后收 ¥0.00', '−¥50.00');
    await finance.taps('用预存和抵扣券缴清');
    await finance.isOn('packages/bills/receipt/index');
    await finance.sees('预存抵扣', '−¥50.00');
  });

  async function givesVoucher(amount: number): Promise<void> {
    const voucher = { homeId, amount, expiresOn: '2099-12-31', reason: '节能挑战赛' };
    granted(await town.world.ask('finance', 'payments.grantVoucher', voucher));
  }

  /** Newest first. */
  async function receiptsOfHome() {
    return granted(await town.world.ask('owner', 'payments.homeReceipts', { homeId })).receipts;
  }

  /** The owner's bill of this item that was paid last. */
  async function billPaid(itemName: string): Promise<string> {
    const input = { homeId, which: 'settled' } as const;
    const { bills } = granted(await town.world.ask('owner', 'charging.bills', input));
    return bills.find((bill) => bill.itemName === itemName)?.billId ?? '';
  }

  async function issuedFor(orderId: string): Promise<string> {
    const title = { kind: 'company', name: '云栖科技有限公司', taxNumber: '91330100MA2ABCDE1X' } as const;
    const { invoiceId } = granted(await town.world.ask('owner', 'invoicing.ask', { orderId, title }));
    await finance.visits('/packages/work/invoices/index?communityId=yunqi');
    await finance.taps('云栖科技有限公司');
    await finance.writes('invoice-number', '24332000000123456789');
    await pdfInChat(finance);
    await finance.taps('从聊天里选');
    await finance.sees('发票.pdf');
    await finance.taps('开好了');
    await finance.sees('没有要开的发票');
    return invoiceId;
  }
});
