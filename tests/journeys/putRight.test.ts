import { granted } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, paysAll, publishBill, type Town } from './owner/town';
import { looksUp, seedFees, seedNotReached } from './staff/office';

jest.setTimeout(180_000);

const yunqi = 'communityId=yunqi';
const homeId = 'yunqi-1201';

/** What was wrong and is put right: bills, by finance; who lives with a home, and who was not told, by customer service. */
describe('what is put right', () => {
  let town: Town;
  let finance: OwnerPhone;
  let desk: OwnerPhone;
  let owner: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await seedFees(town.world);
    [finance, desk, owner] = [
      await town.phoneOf('finance'),
      await town.phoneOf('customerService'),
      await town.phoneOf('owner'),
    ];
  });

  afterAll(() => town?.close());

  test('a bill is not made smaller than nothing; adjusted, it says why and what it comes to', async () => {
    const billId = await publishBill(town.world, { amount: 30_000 });
    await finance.visits(`/packages/work/billWork/index?billId=${encodeURIComponent(billId)}`);
    await finance.taps('调整 物业费');
    await finance.writes('adjust-amount', '300.01');
    await finance.writes('adjust-reason', '停梯十天');
    await finance.sees('最多减 ¥300.00');
    await finance.writes('adjust-amount', '50');
    await finance.sawLast('最多减');
    await finance.taps('调整为 ¥250.00');
    await finance.sawLast('账单上会多一行');
    await finance.sees('¥250.00');
    await owner.visits(`/packages/bills/detail/index?billId=${encodeURIComponent(billId)}`);
    await owner.sees('250.00', '停梯十天', '−¥50.00');
  });

  test('a question is answered by putting the bill right, and the owner reads it', async () => {
    const billId = await publishBill(town.world, { amount: 4_000, itemName: '公摊费', purpose: 'other' });
    await owner.visits(`/packages/bills/detail/index?billId=${encodeURIComponent(billId)}`);
    await owner.taps('对这笔账单有疑问');
    await owner.writes('question', '公摊面积多算了');
    await owner.taps('提交');
    await owner.sawLast('提交');
    await owner.sees('财务答复');
    await finance.visits(`/packages/work/questions/index?${yunqi}`);
    await finance.taps('公摊面积多算了');
    await finance.taps('看这笔账单怎么算的');
    await finance.sees('疑问', '公摊面积多算了');
    await finance.taps('调整 公摊费');
    await finance.writes('adjust-amount', '10');
    await finance.writes('adjust-reason', '公摊面积按房产证改正');
    await finance.taps('调整为 ¥30.00');
    await finance.sees('答复', '公摊面积按房产证改正');
    await owner.visits('/pages/home/index');
    await owner.sees('280.00', '一键缴费');
    await owner.visits(`/packages/bills/detail/index?billId=${encodeURIComponent(billId)}`);
    await owner.sees('公摊面积按房产证改正', '30.00');
  });

  test('a bill that was paid is not voided before its money goes back', async () => {
    await paysAll(town.world);
    const [paid] = (await settled()).filter(({ itemName }) => itemName === '公摊费');
    await finance.visits(`/packages/work/billWork/index?billId=${encodeURIComponent(paid?.billId ?? '')}`);
    await finance.taps('作废');
    await finance.writes('close-reason', '开错了');
    await finance.taps('作废这笔账单');
    await finance.sees('没有作废', '先退款');
  });

  test('a bill is made anew from what is on record now, and the old one leads to it', async () => {
    const billId = await firstBillOfRun();
    await finance.visits(`/packages/work/billWork/index?billId=${encodeURIComponent(billId)}`);
    await finance.taps('重开');
    await finance.sees('旧的作废，新的马上待缴');
    await finance.writes('close-reason', '面积改过');
    await finance.taps('重开这笔账单');
    await finance.sawLast('旧的作废');
    await finance.sees('待缴', '重开');
    await finance.visits(`/packages/work/billWork/index?billId=${encodeURIComponent(billId)}`);
    await finance.sees('已重开', '面积改过');
    await finance.taps('看重开的账单');
    await finance.sees('待缴');
  });

  test('an objection is found on the list, and who does not belong is taken out', async () => {
    await desk.visits('/packages/work/home/index');
    await desk.taps('成员异议');
    await desk.sees('3栋2单元1201');
    await desk.taps('3栋2单元1201');
    await desk.sees('不认识', '已暂停');
    await desk.taps('不认识');
    await desk.taps('移出');
    await desk.sees('马上看不到');
    await desk.writes('verdict-reason', '业主与租客都说没有这个人');
    await desk.taps('移出这位成员');
    await desk.sees('移出了，已通知双方', '没有等处理的异议');
    expect(await town.world.ask('suspendedTenant', 'people.members', { homeId })).toMatchObject({
      ok: false,
    });
    expect(granted(await town.world.ask('suspendedTenant', 'people.whoAmI', {})).homes).toEqual([]);
    await town.deliver();
    await owner.visits('/pages/messages/index');
    await owner.sees('异议有结果了', '核实后已解除绑定');
    await desk.visits(`/packages/work/members/index?${yunqi}`);
    await desk.sees('没有等处理的异议');
    await looksUp(desk, '9999');
    await desk.sees('没有找到这个房号');
  });

  test('residents and colleagues who were not reached are two lists, and who is told leaves', async () => {
    await seedNotReached(town.world);
    await town.world.seed('notReached', {
      _id: 'missed-2',
      communityId: 'yunqi',
      kind: 'billQuestioned',
      subject: 'work',
      title: '业主对账单有疑问',
      body: '3栋2单元1201公摊费，请答复',
      at: town.world.ports.now(),
      reason: 'noConsent',
      among: 'staff',
      staffId: 'guard',
      state: 'open',
    });
    await desk.visits(`/packages/work/notReached/index?${yunqi}`);
    await desk.sees('赵敏');
    expect(await desk.screen()).not.toMatch('guard');
    await desk.taps('还没有绑定微信');
    await desk.taps('送了通知单');
    await desk.taps('记下来');
    await desk.sawLast('还没有绑定微信');
    await desk.taps('同事');
    await desk.sees('guard', '业主对账单有疑问');
  });

  test('work that was given up stands on the desk of finance, and goes on once it is tried again', async () => {
    await town.world.seed('jobs', {
      _id: 'totals·yunqi·2026-11-09',
      communityId: 'yunqi',
      kind: 'totals',
      key: 'yunqi·2026-11-09',
      input: { communityId: 'yunqi', day: '2026-11-09' },
      state: 'stuck',
      nextAt: 0,
      failures: 6,
      incident: 'f3a9c1',
      startedAt: town.world.ports.now(),
    });
    await finance.visits(`/packages/work/desk/index?${yunqi}`);
    await finance.taps('停下的后台工作');
    await finance.sees('每晚统计', '故障编号 f3a9c1');
    await finance.control.setNetwork('offline');
    await finance.taps('再试一次');
    await finance.sees('网络没有连上');
    await finance.control.setNetwork('online');
    await finance.taps('再试一次');
    await finance.sees('没有停下的工作');
  });

  async function settled() {
    const input = { homeId, which: 'settled' } as const;
    return granted(await town.world.ask('owner', 'charging.bills', input)).bills;
  }

  /** A month is drafted and published for all homes; gives the bill of 1202. */
  async function firstBillOfRun(): Promise<string> {
    const { bill } = await import('../system/product/billingWorld');
    const { billRunId } = await bill(town.world);
    const input = { billRunId, which: 'bills' } as const;
    const { rows } = granted(await town.world.ask('finance', 'charging.billRunRows', input));
    return rows.find(({ place }) => place === '3栋2单元1202')?.billId ?? '';
  }
});
