import { home, tenure } from '../system/product/community';
import { granted } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, publishBill, type Town } from './owner/town';

jest.setTimeout(180_000);

/** Bills, questions, prepayment, invoices and messages on the phone, after and before paying. */
describe('an owner reads and asks', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await publishBill(town.world, { amount: 53_808, month: '2026-10' });
    await publishBill(town.world, { amount: 6_960, itemName: '水费', purpose: 'water' });
    await publishBill(town.world, { amount: 15_884, itemName: '电费', purpose: 'electricity' });
    phone = await town.phoneOf('owner');
  });

  afterAll(() => town?.close());

  test('each bill shows how it came about, down to price, quantity and basis', async () => {
    await phone.sees('766.52');
    const calls = await town.callsFor('owner', async () => {
      await phone.taps('明细');
      await phone.sees('一键缴费 ¥766.52', '物业费', '水费', '电费', '收费依据与价格公示');
      await phone.sees('538.08 元/月 × 1 月', '账单合计', '缴费期限');
    });
    // Law 9: the first paint takes one call.
    expect(calls).toBe(1);
    await phone.taps('538.08');
    await phone.isOn('packages/bills/detail/index');
    await phone.sees('怎么算的', '538.08', '物业服务合同第八条', '对这笔账单有疑问');
  });

  test('a questioned bill waits for its answer and leaves one-tap', async () => {
    await phone.taps('对这笔账单有疑问');
    await phone.writes('question', '面积和房产证上的不一样');
    await phone.taps('提交');
    await phone.sees('您的疑问', '面积和房产证上的不一样', '财务答复', '有疑问');
    await phone.visits('/pages/home/index');
    await phone.sees('228.44', '1 笔账单有疑问');
  });

  test('single bills can be chosen, and only they are paid', async () => {
    await phone.taps('明细');
    await phone.taps('只缴其中几笔');
    await phone.sees('缴选中的 ¥228.44');
    await phone.taps('158.84');
    await phone.sees('缴选中的 ¥69.60');
    await phone.control.answerNext('requestPayment', 'pay');
    await phone.taps('缴选中的');
    await phone.sees('已缴清', '水费', '交易单号');
    await phone.taps('完成');
    await phone.sees('158.84');
  });

  test('an invoice is asked for with a title, and its state is told', async () => {
    await phone.visits('/packages/bills/receipts/index?homeId=yunqi-1201');
    await phone.taps('69.60');
    await phone.taps('开发票');
    await phone.taps('申请开票');
    await phone.sees('请填写姓名');
    await phone.writes('title-name', '陈芳');
    await phone.taps('申请开票');
    await phone.sees('财务开具', '已申请', '陈芳');
  });

  test('prepaying refuses what is over the cap and takes what is under it', async () => {
    await phone.visits('/packages/bills/prepay/index?homeId=yunqi-1201');
    await phone.taps('自己填');
    await phone.writes('prepay-amount', '99999999');
    await phone.sees('最多还能预存', '选一个金额');
    await phone.writes('prepay-amount', '100');
    await phone.control.answerNext('requestPayment', 'pay');
    await phone.taps('预存 ¥100.00');
    await phone.sees('已存入', '存入预存', '¥100.00');
    await phone.taps('完成');
    await phone.sees('预存余额', '100.00');
  });

  test('messages tell of it, open what they are about, and are read', async () => {
    await town.deliver();
    await phone.visits('/pages/messages/index');
    await phone.sees('条未读', '今天', '缴费成功', '本期账单出来了');
    await phone.taps('全部标为已读');
    await phone.sawLast('条未读');
    // The phone shows it at once; the cloud learns of it a moment later.
    while (granted(await town.world.ask('owner', 'messages.listInbox', {})).unread > 0) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

  test('reminders by WeChat are asked for by a tap only, and counted', async () => {
    await phone.sees('微信提醒已用完', '再添几次');
    await phone.phone.page.click('text=再添几次');
    await phone.phone.page.click('.system-button >> text=允许');
    await phone.sees('微信提醒还能发');
  });

  test('several homes, in several communities, are one tap apart', async () => {
    const tenures = [tenure('t-second', 'family', 'owner', { residentId: 'resident-t-owner' })];
    const second = home('wutong-302', 'wutong', '302', tenures);
    await town.world.seed('homes', second.home);
    await town.world.seed('households', second.household);
    await phone.visits('/pages/home/index');
    await phone.taps('3栋2单元1201');
    await phone.sees('云栖苑', '梧桐里', '绑定另一套房屋');
    await phone.taps('3栋2单元302');
    await phone.sees('梧桐里', '本月已缴清');
    await phone.visits('/pages/home/index');
    await phone.sees('3栋2单元302');
    await phone.taps('3栋2单元302');
    await phone.taps('3栋2单元1201');
    await phone.sees('云栖苑', '一键缴费');
  });

  test('care mode is chosen in settings and kept', async () => {
    await phone.visits('/pages/me/index');
    const toggle = await (await phone.page())?.$('#care-switch');
    await (toggle as unknown as { tap(): Promise<void> }).tap();
    await phone.sees('返回');
    await phone.visits('/pages/home/index');
    await phone.sees('一共要缴', '换回标准版');
    await phone.taps('换回标准版');
    await phone.sees('一键缴费');
  });
});
