import type { OwnerPhone } from './owner/ownerPhone';
import { pause, settles } from './owner/reporting';
import { openTown, publishBill, type Town } from './owner/town';
import { finishedTicket } from './tickets/finished';
import { signs } from './tickets/signing';

jest.setTimeout(180_000);

const report = '/packages/tickets/report/index?homeId=yunqi-1201';

/** The network is there, and the function fails: nothing is lost, and nobody is told to look at their network. */
describe('a service that fails', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await publishBill(town.world, { amount: 4_000 });
    phone = await town.phoneOf('owner');
  });

  afterEach(() => works());
  afterAll(() => town?.close());

  test('home shows what it knew, says since when, pays nothing old, and is back with one tap', async () => {
    await phone.sees('40.00', '一键缴费');
    fails();
    await phone.visits('/pages/home/index');
    await tells(phone, '系统出了点问题，显示的是', '40.00', '系统恢复后可以缴费');
    works();
    await phone.taps('重试');
    await phone.sawLast('系统出了点问题');
  });

  test('where nothing was ever fetched it says so, and comes by itself once the service is back', async () => {
    fails();
    const other = await town.phoneOf('family');
    await tells(other, '首页暂时打不开', '系统出了点问题，请稍后再试');
    works();
    // It is asked every 20 seconds.
    for (let look = 0; look < 20 && !(await other.screen()).includes('40.00'); look += 1) await pause(1_000);
    await other.sees('40.00');
  });

  test('a report waits under its name, and goes once when the service is back', async () => {
    await phone.visits('/pages/home/index');
    await phone.sees('40.00');
    fails();
    // Its form was never fetched: the phone knows the home.
    await phone.visits(report);
    await tells(phone, '系统出了点问题，内容还没有取到', '3栋2单元1201', '急事直接打客服电话');
    await phone.writes('report-text', '客厅的灯一直闪');
    await tells(phone, '现在提交会先存下，系统恢复后自动发出');
    await phone.taps('提交');
    await settles(phone, '急不急');
    await phone.isOn('packages/tickets/list/index');
    await tells(phone, '客厅的灯一直闪', '等待发送', '系统恢复后自动发出');
    works();
    const mine = async () => (await town.world.all('tickets')).map(({ text }) => JSON.stringify(text));
    for (let look = 0; look < 300 && (await mine()).length === 0; look += 1) await pause(100);
    await phone.sawLast('等待发送');
    await pause(1_000);
    expect(await mine()).toEqual([expect.stringContaining('客厅的灯一直闪')]);
  });

  test('a payment that did not begin is no payment, and one whose end is not known is asked about', async () => {
    // What the phone remembers is there before the cloud has answered; were that to fail, nothing could be paid.
    await town.callsFor('owner', async () => {
      await phone.visits('/pages/home/index');
      await phone.sees('40.00', '一键缴费');
    });
    fails();
    await phone.taps('一键缴费');
    await tells(phone, '还没有缴成', '系统出了点问题，请稍后再点一次，不会重复扣款');
    expect(await phone.screen()).not.toContain('没有扣款');
    works();
    await phone.taps('重试');
    await phone.sawLast('系统恢复后可以缴费');
    await phone.taps('一键缴费');
    await phone.control.asked('requestPayment');
    fails();
    await phone.phone.page.click('text=确认支付');
    await tells(phone, '正在等微信的结果', '不会重复扣');
    works();
    await phone.sees('已缴清', '40.00', '交易单号');
  });

  test('a signature that was not taken goes once more as the same file', async () => {
    await finishedTicket(town, 'ticket-signed');
    await phone.visits('/packages/tickets/sign/index?ticketId=ticket-signed');
    await signs(phone, 'owner-signature');
    fails();
    await phone.taps('签好了');
    await tells(phone, '没有签成', '系统出了点问题，请稍后再试');
    const sent = signatures();
    expect(sent).toHaveLength(1);
    works();
    await phone.taps('签好了');
    await phone.isOn('packages/tickets/rate/index');
    expect(signatures()).toEqual(sent);
  });

  /** The names of all signatures in the cloud. */
  function signatures(): readonly string[] {
    const names = town.world.cloud.rooms.storage.list().map(({ path }) => path);
    return names.filter((name) => name.startsWith('people/'));
  }

  function fails(): void {
    town.world.cloud.context.faults.add({ id: 'fails', point: 'function.api', kind: 'error', chance: 1 });
  }

  function works(): void {
    town.world.cloud.context.faults.clear();
  }

  async function tells(whose: OwnerPhone, ...texts: readonly string[]): Promise<void> {
    expect(await whose.sees(...texts)).not.toContain('网络');
  }
});
