import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, openWallet, publishBill, type Town, tap } from './owner/town';

jest.setTimeout(180_000);

/** The main job: an owner pays everything that is due with one tap, and what can go wrong on the way. */
describe('an owner pays', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    phone = await town.phoneOf('owner');
  });

  beforeEach(() => phone.visits('/pages/home/index'));

  afterAll(() => town?.close());

  test('one tap, the wallet, the receipt slides up, and nothing is due', async () => {
    await publishBill(town.world, { amount: 53_808 });
    await publishBill(town.world, { amount: 6_960, itemName: '水费', purpose: 'water' });
    await phone.sees('3栋2单元1201', '云栖苑', '607.68', '物业费、水费');
    await phone.visits('/pages/services/index');
    await phone.sees('账单明细');
    const calls = await town.leastCallsFor('owner', async () => {
      await phone.visits('/pages/home/index');
      await phone.sees('607.68');
    });
    expect(calls).toBe(1);
    await phone.control.answerNext('requestPayment', 'pay');
    await phone.taps('一键缴费');
    await phone.sees('已缴清', '收款方', '付款人', '交易单号', '538.08', '69.60');
    await phone.control.setPermission('scope.writePhotosAlbum', true);
    await phone.taps('保存图片');
    await phone.keepsPictures(1);
    await phone.taps('完成');
    await phone.sees('本月已缴清', '607.68');
  });

  test('who turns back in the wallet has paid nothing, is told so, and can pay again', async () => {
    await publishBill(town.world, { amount: 1_000, month: '2026-10' });
    await phone.sees('10.00', '一键缴费');
    await phone.control.answerNext('requestPayment', 'cancel');
    await phone.taps('一键缴费');
    await phone.sees('您取消了这次付款，没有扣款', '10.00');
    await phone.control.answerNext('requestPayment', 'pay');
    await phone.taps('缴费');
    await phone.sees('已缴清', '交易单号');
    await phone.taps('完成');
    await phone.sawLast('没有扣款');
  });

  test('an amount that changed meanwhile is shown anew, and nothing is charged', async () => {
    await publishBill(town.world, { amount: 2_000, month: '2026-09' });
    await phone.sees('20.00', '一键缴费');
    // The news of the other bill must reach the page later than the tap.
    await phone.control.setNetwork('slow', { latency: 4_000 });
    await publishBill(town.world, { amount: 500, month: '2026-08' });
    await phone.taps('一键缴费');
    await phone.sees('金额有变化，没有扣款', '25.00');
    await phone.control.setNetwork('online');
    await phone.control.answerNext('requestPayment', 'pay');
    await phone.taps('一键缴费');
    await phone.sees('已缴清', '25.00');
  });

  test('a second payer is told who is paying, and may pay when the first has turned back', async () => {
    await publishBill(town.world, { amount: 3_000, month: '2026-07' });
    const start = await tap(town.world, 'owner');
    if (!start.ok || start.value.kind !== 'wallet') throw new Error('the first payer did not get a wallet');
    const other = await town.phoneOf('family');
    await other.sees('30.00', '同住的人正在缴费', '正在付这笔费用');
    openWallet(town.world, 'owner', start.value, 'cancel');
    const { orderId } = start.value;
    await town.world.ask('owner', 'payments.cancelOrder', { orderId });
    await other.sawLast('正在付这笔费用');
    await other.control.answerNext('requestPayment', 'pay');
    await other.taps('一键缴费');
    await other.sees('已缴清', '30.00');
  });

  test('without a network nothing is charged, and the same tap pays once it is back', async () => {
    await publishBill(town.world, { amount: 4_000, month: '2026-06' });
    await phone.sees('40.00', '一键缴费');
    await phone.control.setNetwork('offline');
    await phone.taps('一键缴费');
    // Whether the tap or the page noticed first: either says it.
    await phone.sees('没有网络', '40.00');
    await phone.control.setNetwork('online');
    await phone.control.answerNext('requestPayment', 'pay');
    await phone.sawLast('联网后可以缴费');
    await phone.taps('一键缴费');
    await phone.sees('已缴清', '40.00');
  });

  test('a result that was lost is waited for in words, and shown on return', async () => {
    await publishBill(town.world, { amount: 5_000, month: '2026-05' });
    await phone.sees('50.00', '一键缴费');
    await phone.taps('一键缴费');
    await phone.control.asked('requestPayment');
    await phone.phone.page.click('text=确认支付');
    await phone.control.setNetwork('offline');
    await phone.sees('正在等微信的结果', '不会重复扣');
    await phone.visits('/pages/services/index');
    await phone.control.setNetwork('online');
    await phone.visits('/pages/home/index');
    await phone.sees('已缴清', '50.00', '交易单号');
  });

  test('in care mode one page of confirmation stands before the wallet, with the amount in words', async () => {
    await publishBill(town.world, { amount: 128_460, month: '2026-04' });
    const large = await town.phoneOf('owner', { fontSize: 'extraLarge' });
    await large.sees('一共要缴一千二百八十四元六角', '换回标准版');
    await large.taps('缴费');
    await large.isOn('packages/bills/pay/index');
    await large.sees('给 3栋2单元1201 缴费', '确认缴费', '返回');
    await large.control.answerNext('requestPayment', 'pay');
    await large.taps('确认缴费');
    await large.isOn('packages/bills/receipt/index');
    await large.sees('已缴清', '一共付了一千二百八十四元六角');
    await large.taps('完成');
    await large.sees('都缴清了');
  });
});
