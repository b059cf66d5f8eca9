import { type Instant, monthAt } from '../../types/day';
import { granted } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, paysAll, publishBill, type Town } from './owner/town';
import {
  homesInChat,
  pdfInChat,
  seedCase,
  seedFees,
  seedNotReached,
  seedOpenPost,
  seesInTime,
  tapOn,
} from './staff/office';

jest.setTimeout(180_000);

const yunqi = 'communityId=yunqi';
const month = monthAt(Date.now() as Instant);

/** Finance and customer service at work: every page by the way that leads to it. */
describe('the staff at work', () => {
  let town: Town;
  let finance: OwnerPhone;
  let desk: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await seedFees(town.world);
    await publishBill(town.world, { amount: 20_000, month, dueOn: '2099-12-31' });
    await publishBill(town.world, {
      amount: 5_000,
      month,
      itemName: '水费',
      purpose: 'water',
      dueOn: '2099-12-31',
    });
    finance = await town.phoneOf('finance');
    desk = await town.phoneOf('customerService');
  });

  afterAll(() => town?.close());

  test('at the counter money is taken, a receipt is given, and the cash is handed over', async () => {
    await desk.visits('/packages/work/home/index');
    await desk.taps('收款');
    await desk.writes('building', '3');
    await desk.writes('unit', '2');
    await desk.writes('room', '9999');
    await desk.taps('查这套房');
    await desk.sees('没有找到这个房号');
    await desk.writes('room', '1201');
    await desk.taps('查这套房');
    await desk.sees('陈芳', '2 笔待缴', '¥250.00');
    await desk.taps('陈芳');
    await desk.writes('amount', '1.234');
    await desk.sees('最多两位小数');
    await desk.writes('amount', '260');
    await desk.sees('物业费', '水费', '多出的记入预存', '¥10.00');
    await desk.taps('收 ¥260.00');
    await desk.isOn('packages/bills/receipt/index');
    await desk.sees('260.00', '现金', '陈芳');
    await desk.visits(`/packages/work/myDay/index?${yunqi}`);
    await desk.sees('手上的现金', '¥260.00');
    await desk.writes('counted', '259');
    await desk.sees('比账上少 ¥1.00');
    await desk.writes('hand-over-note', '找错一元');
    await desk.taps('交给财务');
    await desk.sees('待签收', '259.00', '还没有收款');
  });

  test('finance sees what is different, and signs', async () => {
    await finance.visits('/packages/work/home/index');
    await finance.sees('云栖苑', '财务台', '出账', '开票');
    await finance.taps('交款签收');
    await finance.taps('customerService');
    await finance.sees('比账上少 ¥1.00', '找错一元');
    await finance.taps('收到 ¥259.00');
    await finance.sees('已签收');
  });

  test('every figure of the desk opens to its lines, and a line to its receipt', async () => {
    town.world.advance(20_000);
    await finance.visits(`/packages/work/desk/index?${yunqi}`);
    await finance.sees('收缴率', '100.0%', '今天到账', '¥260.00', '借贷平衡');
    await tapOn(finance, '.desk__line--low, .desk__channel');
    await finance.isOn('packages/work/lines/index');
    await finance.visits(`/packages/work/lines/index?${yunqi}&month=${month}&kind=receivedToday`);
    await finance.taps('3栋2单元1201');
    await finance.sees('260.00', '退款');
  });

  test('a receipt is given back by its lines, and what becomes of the bill is said first', async () => {
    await finance.taps('退款');
    await finance.isOn('packages/work/refund/index');
    await finance.taps('退水费');
    await finance.taps('减免掉');
    await finance.sees('业主不用再缴');
    await finance.writes('refund-reason', '水表换过，重算');
    await finance.taps('退 ¥50.00');
    await finance.confirms('退款');
    await finance.isOn('packages/bills/receipt/index');
    await finance.sees('50.00', '水表换过');
  });

  test('a difference with WeChat is taken on and explained', async () => {
    await seedCase(town.world);
    await finance.visits(`/packages/work/desk/index?${yunqi}`);
    await finance.taps('处理 1 笔差异');
    await finance.taps('3栋2单元1201');
    await finance.taps('我来处理');
    await finance.sees('在处理');
    await finance.taps('3栋2单元1201');
    await finance.writes('case-note', '商户平台上有，账单晚一天');
    await finance.taps('写明原因');
    await finance.sees('没有待处理的差异');
    await finance.taps('已处理');
    await finance.taps('3栋2单元1201');
    await finance.sees('商户平台上有，账单晚一天');
  });

  test('an invoice is issued with its number and the PDF from a chat', async () => {
    await publishBill(town.world, { amount: 7_000, itemName: '停车费', purpose: 'parking' });
    const orderId = await paysAll(town.world);
    const title = { kind: 'company', name: '云栖科技有限公司', taxNumber: '91330100MA2ABCDE1X' } as const;
    granted(await town.world.ask('owner', 'invoicing.ask', { orderId, title }));
    await finance.visits(`/packages/work/invoices/index?${yunqi}`);
    await finance.taps('云栖科技有限公司');
    await finance.sees('91330100MA2ABCDE1X');
    await finance.writes('invoice-number', '123');
    await finance.sees('8 到 20 位');
    await finance.writes('invoice-number', '24332000000123456789');
    await pdfInChat(finance);
    await finance.taps('从聊天里选');
    await finance.sees('发票.pdf');
    await finance.taps('开好了');
    await finance.sees('没有要开的发票');
    const receipt = granted(await town.world.ask('owner', 'payments.receipt', { orderId }));
    expect(receipt.invoice).toMatchObject({ state: 'issued', number: '24332000000123456789' });
  });

  test('a month is billed, looked at and published; a bill of it is put right', async () => {
    await finance.visits(`/packages/work/billRuns/index?${yunqi}`);
    await finance.sees('还没有出过账', '草稿一天后自动发布');
    await finance.taps('月的账');
    await finance.isOn('packages/work/billRun/index');
    await seesInTime(finance, '待核对', '物业费 2 笔', '全部账单');
    await finance.taps('全部账单');
    await finance.taps('3栋2单元1202');
    await finance.sees('待发布');
    await finance.visits(`/packages/work/billRuns/index?${yunqi}`);
    await finance.taps('待核对');
    await finance.taps('发布 2 笔');
    await finance.confirms('发布');
    await seesInTime(finance, '已发布');
    await finance.taps('全部账单');
    await finance.taps('3栋2单元1202');
    await finance.taps('作废');
    await finance.sees('不再要缴');
    await finance.writes('close-reason', '空置期减免');
    await finance.taps('作废这笔账单');
    await finance.sees('已作废', '空置期减免');
  });

  test('a sheet with an error brings nothing in; mended, it says what changes and comes in', async () => {
    await finance.visits(`/packages/setup/imports/index?${yunqi}`);
    await homesInChat(finance, [
      ['1201', '89.50'],
      ['1203', '89.6平'],
    ]);
    await finance.taps('从聊天里选表格');
    await finance.isOn('packages/setup/import/index');
    await seesInTime(finance, '有 1 行要改，这次没有导入', '89.6平');
    await homesInChat(finance, [
      ['1201', '89.50'],
      ['1203', '89.60'],
    ]);
    await finance.taps('上传改好的表');
    await seesInTime(finance, '检查过了，没有错误', '新增 1');
    await finance.taps('导入');
    await seesInTime(finance, '导入完成');
  });

  test('a question is answered, and the bill can be paid again', async () => {
    const billId = await publishBill(town.world, { amount: 3_300, itemName: '公摊费', purpose: 'other' });
    const text = '公摊面积不对';
    granted(await town.world.ask('owner', 'charging.questionBill', { billId, text }));
    await desk.visits(`/packages/work/questions/index?${yunqi}`);
    await desk.taps('公摊面积不对');
    await desk.writes('answer', '已按房产证核对，面积没有错');
    await desk.taps('答复');
    await desk.sees('没有等答复的疑问');
    const bill = granted(await town.world.ask('owner', 'charging.bill', { billId }));
    expect(bill).toMatchObject({ state: 'published', question: { answer: '已按房产证核对，面积没有错' } });
  });

  test('a request to be bound is sent back with a reason', async () => {
    const phoneCode = town.world.phoneCode('stranger', '13857120005');
    const home = { communityId: 'yunqi', building: '3', unit: '2', room: '1202' };
    const who = { phoneCode, name: '孙小静', relation: 'owner' } as const;
    granted(await town.world.ask('stranger', 'people.requestBinding', { ...home, ...who }));
    await desk.visits(`/packages/work/bindings/index?${yunqi}`);
    await desk.taps('孙小静');
    await desk.sees('13857120005', '核对过，同意');
    await desk.taps('退回');
    await desk.writes('reject-reason', '请带房产证来');
    await desk.taps('退回申请');
    await desk.sees('没有等核对的申请');
  });

  test('an objection is looked into, and who was suspended is let in again', async () => {
    const homeId = 'yunqi-1201';
    const seen = () => town.world.ask('suspendedTenant', 'people.members', { homeId });
    expect(await seen()).toMatchObject({ ok: false });
    await desk.visits('/packages/work/home/index');
    await desk.taps('成员异议');
    await desk.writes('building', '3');
    await desk.writes('unit', '2');
    await desk.writes('room', '1201');
    await desk.taps('查这套房');
    await desk.sees('3栋2单元1201', '陈芳', '已暂停');
    await desk.taps('不认识');
    await desk.taps('留下');
    await desk.sees('马上又能');
    await desk.writes('verdict-reason', '看过租房合同');
    await desk.taps('让这位成员留下');
    await desk.sees('留下了', '没有等处理的异议');
    granted(await seen());
    const place = encodeURIComponent('3栋2单元1201');
    await desk.visits(`/packages/work/members/index?homeId=${homeId}&place=${place}`);
    await desk.sees('3栋2单元1201', '陈芳', '没有等处理的异议');
  });

  test('whom no message reached is called, and that is written down', async () => {
    await seedNotReached(town.world);
    await desk.visits(`/packages/work/notReached/index?${yunqi}`);
    await desk.taps('还没有绑定微信');
    await desk.sees('赵敏', '物业费 ¥200.00');
    await desk.taps('打了电话');
    await desk.taps('记下来');
    await desk.taps('已告知');
    await desk.sees('赵敏', '打了电话');
  });

  test('a new colleague takes up the post the register has', async () => {
    await seedOpenPost(town.world);
    const colleague = await town.phoneOf('stranger');
    await colleague.visits('/packages/work/home/index');
    await colleague.sees('还没有岗位');
    await colleague.taps('登记上岗');
    await colleague.sees('员工名册', '请选择小区');
    const chosen = await (await colleague.page())?.$('picker');
    await (chosen as unknown as { trigger(name: string, detail: object): Promise<void> }).trigger('change', {
      value: '1',
    });
    await colleague.sees('云栖苑');
    await colleague.writes('staff-name', '周敏');
    await colleague.control.answerNext('getPhoneNumber', 'allow');
    await colleague.taps('用微信手机号登记');
    await colleague.isOn('packages/work/home/index');
    await colleague.sees('云栖苑 客服', '绑定申请');
  });

  test('nobody finds the work of another duty', async () => {
    await desk.visits('/packages/work/home/index');
    await desk.sees('收款', '绑定申请');
    expect(await desk.screen()).not.toMatch('财务台');
    await desk.visits(`/packages/work/desk/index?${yunqi}`);
    await desk.sees('财务台暂时打不开', '您没有权限');
  });
});
