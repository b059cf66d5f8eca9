import type { TicketView } from '../../types/contract/tickets';
import { granted } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { pause, says, submits, takesPhotos } from './owner/reporting';
import { openTown, type Town } from './owner/town';

jest.setTimeout(240_000);

const report = '/packages/tickets/report/index?homeId=yunqi-1201';
const list = '/packages/tickets/list/index?homeId=yunqi-1201';

/** B1 where the network, or a part of it, is not there: what cannot wait does not, and nothing is lost or told twice. */
describe('without a network, or with half of one', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    phone = await town.phoneOf('owner');
    await phone.control.setPermission('scope.record', true);
    await phone.sees('报修');
  });

  afterEach(() => town.world.cloud.context.faults.clear());
  afterAll(() => town?.close());

  test('119 comes first without asking anybody, and the report goes once', async () => {
    await phone.visits(report);
    await phone.sees('云栖苑 3栋2单元1201');
    const before = await reported();
    await phone.control.setNetwork('offline');
    await phone.writes('report-text', '家里着火了');
    await phone.sees('先打电话，再报给我们', '先打 119', '紧急', '火情', '走楼梯不坐电梯');
    await phone.taps('提交');
    await phone.isOn('packages/tickets/list/index');
    await phone.sees('家里着火了', '等待发送');
    await phone.control.setNetwork('online');
    await phone.sawLast('等待发送');
    const after = await reported(before.length + 1);
    await pause(1_000);
    expect((await reported()).length).toBe(before.length + 1);
    expect(after[0]).toMatchObject({ type: 'repair', problem: 'fire', urgency: 'emergency' });
  });

  test('what was still asked when the network went is recognised once it is back', async () => {
    await phone.visits(report);
    await phone.sees('云栖苑 3栋2单元1201');
    await phone.control.setNetwork('offline');
    await phone.writes('report-text', '厨房水管漏水，滴滴答答');
    await phone.sees('是什么事');
    await phone.control.setNetwork('online');
    await phone.sees('帮您认出来的', '漏水');
    await phone.writes('report-text', '');
  });

  test('an emergency does not wait for a photo that is stuck; the photo follows, once', async () => {
    hang();
    await phone.visits(report);
    await takesPhotos(phone, 1);
    await phone.sees('1/9');
    const before = await reported();
    await phone.writes('report-text', '厨房水管爆了，水喷得到处都是');
    await phone.sees('帮您认出来的', '紧急');
    await phone.taps('提交');
    await phone.isOn('packages/tickets/ticket/index');
    const [ticketId] = await reportedSince(before);
    expect(await view(ticketId)).toMatchObject({ urgency: 'emergency', photos: [] });
    await phone.visits(list);
    await phone.sees('厨房水管爆了', '正在补照片', '照片传好后自动补上');
    await flows();
    await phone.sawLast('正在补照片');
    await pause(1_000);
    expect(additions(await view(ticketId))).toEqual([1]);
    expect((await reported()).length).toBe(before.length + 1);
    await phone.visits(`/packages/tickets/ticket/index?ticketId=${ticketId}`);
    await phone.sees('您 补充说明', '已受理');
  });

  test('one that is only spoken goes before its recording, which follows, once', async () => {
    stuck();
    await phone.visits(report);
    await says(phone);
    await phone.sees('0:0', '重新说');
    const before = await reported();
    await phone.taps('提交');
    await phone.taps('紧急，马上来');
    await phone.taps('漏水');
    await submits(phone);
    await phone.isOn('packages/tickets/ticket/index');
    await phone.sees('漏水，语音报修，录音随后到');
    const [ticketId] = await reportedSince(before);
    expect((await view(ticketId)).voice).toBeUndefined();
    await phone.visits(list);
    await phone.sees('正在补录音');
    await flows();
    await phone.sawLast('正在补录音');
    await pause(1_000);
    const told = await view(ticketId);
    expect(told.voice?.seconds).toBeGreaterThanOrEqual(1);
    expect(additions(told)).toEqual([0]);
    expect((await reported()).length).toBe(before.length + 1);
  });

  test('the list shows what it knew, and since when', async () => {
    await phone.visits(list);
    await phone.sees('家里着火了', '厨房水管爆了');
    await phone.visits('/pages/me/index');
    await phone.control.setNetwork('offline');
    await phone.visits(list);
    await phone.sees('家里着火了', '厨房水管爆了', '没有网络，显示的是');
    await phone.control.setNetwork('online');
    await phone.sawLast('没有网络');
  });

  test('whoever has moved out reads that the report did not go, and why', async () => {
    const tenant = await town.phoneOf('tenant');
    await tenant.sees('3栋2单元1201');
    await tenant.visits(report);
    await tenant.sees('云栖苑 3栋2单元1201');
    await tenant.writes('report-text', '客厅的灯一直闪');
    await tenant.sees('帮您认出来的');
    await tenant.control.setNetwork('offline');
    await tenant.taps('提交');
    await tenant.isOn('packages/tickets/list/index');
    await tenant.sees('客厅的灯一直闪', '等待发送');
    const left = { homeId: 'yunqi-1201', tenureId: 't-tenant' };
    granted(await town.world.ask('owner', 'people.removeMember', left));
    await tenant.control.setNetwork('online');
    await tenant.visits('/pages/home/index');
    await tenant.sees('还没有绑定房屋', '1 条报修', '没有发出', '您已不在报修的那套房屋，发不出去了');
    await tenant.taps('1 条报修');
    await tenant.isOn('packages/tickets/list/index');
    await tenant.sees('客厅的灯一直闪', '没有发出', '点这里清掉');
    await tenant.taps('客厅的灯一直闪');
    await tenant.confirms('清掉');
    await tenant.sawLast('客厅的灯一直闪');
  });

  /** Calls go, files take longer than anybody waits. */
  function hang(): void {
    const { faults } = town.world.cloud.context;
    faults.add({ id: 'hangs', point: 'gateway.upload', kind: 'latency', chance: 1, ms: 6_000 });
  }

  /** Calls go, files do not. */
  function stuck(): void {
    const { faults } = town.world.cloud.context;
    faults.add({ id: 'stuck', point: 'gateway.upload', kind: 'error', chance: 1 });
  }

  /** Files go, and the phone hears of its network. */
  async function flows(): Promise<void> {
    town.world.cloud.context.faults.clear();
    await phone.control.setNetwork('offline');
    await phone.control.setNetwork('online');
  }

  /** What the owner has reported, the newest first, once it is so many. */
  async function reported(atLeast = 0) {
    const mine = { homeId: 'yunqi-1201', which: 'all' } as const;
    for (let look = 0; ; look += 1) {
      const { rows } = granted(await town.world.ask('owner', 'tickets.mine', mine));
      if (rows.length >= atLeast || look === 300) return rows;
      await pause(100);
    }
  }

  async function reportedSince(before: readonly unknown[]): Promise<readonly string[]> {
    const rows = await reported(before.length + 1);
    return rows.slice(0, rows.length - before.length).map(({ ticketId }) => ticketId);
  }

  async function view(ticketId = ''): Promise<TicketView> {
    return granted(await town.world.ask('owner', 'tickets.ticket', { ticketId }));
  }
});

/** The photos of each addition. */
function additions({ steps }: TicketView): readonly number[] {
  return steps.filter(({ what }) => what === 'added').map(({ files = [] }) => files.length);
}
