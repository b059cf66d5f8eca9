import type { TicketRow } from '../../types/contract/tickets';
import { granted } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { hears, pause, says, settles, submits, takesPhotos, uploaded, written } from './owner/reporting';
import { openTown, type Town } from './owner/town';
import { finishedTicket } from './tickets/finished';
import { signs } from './tickets/signing';

jest.setTimeout(240_000);

const report = '/packages/tickets/report/index?homeId=yunqi-1201';

/** Rows B1, B5 and B6 on the owner's phone. */
describe('an owner reports', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    phone = await town.phoneOf('owner');
    await phone.control.setPermission('scope.record', true);
  });

  afterAll(() => town?.close());

  test('the first paint takes one call, and home leads there', async () => {
    await phone.visits('/pages/home/index');
    await phone.sees('报修', '缴费记录');
    await phone.taps('报修');
    await phone.isOn('packages/tickets/report/index');
    await phone.sees('云栖苑 3栋2单元1201', '陈*', '尽快，家里有人');
    const calls = await town.leastCallsFor('owner', async () => {
      await phone.visits(report);
      await phone.sees('云栖苑 3栋2单元1201');
    });
    expect(calls).toBe(1);
  });

  test('three photos, a voice and a sentence are one report, recognised while one writes', async () => {
    await takesPhotos(phone, 3);
    await phone.sees('3/9');
    await says(phone);
    await phone.sees('0:0');
    await phone.writes('report-text', '厨房水管爆了，水喷得到处都是');
    await phone.sees('帮您认出来的，不对可以改', '紧急', '分钟内接单', '总阀');
    await phone.taps('提交');
    await phone.isOn('packages/tickets/ticket/index');
    await phone.sees('已提交，物业收到了', '紧急', '最迟', '已受理', '厨房水管爆了');
    const [ticket] = await reported();
    expect(ticket).toMatchObject({ type: 'repair', urgency: 'emergency', problem: 'burst' });
    const view = granted(
      await town.world.ask('owner', 'tickets.ticket', { ticketId: ticket?.ticketId ?? '' }),
    );
    expect(view.photos.length).toBe(3);
    expect(view.voice?.seconds).toBeGreaterThanOrEqual(1);
    await phone.visits('/pages/home/index');
    await phone.sees('厨房水管爆了', '受理', '派单', '到场');
  });

  test('a sentence alone is a report in two taps, and seconds', async () => {
    await phone.visits('/pages/home/index');
    const began = Date.now();
    await phone.taps('报修');
    await phone.isOn('packages/tickets/report/index');
    await phone.writes('report-text', '厨房水管漏水，滴滴答答');
    await phone.sees('帮您认出来的', '漏水', '一般');
    await phone.taps('提交');
    await phone.isOn('packages/tickets/ticket/index');
    expect(Date.now() - began).toBeLessThan(30_000);
    expect((await reported())[0]).toMatchObject({ problem: 'leak', urgency: 'general' });
  });

  test('a voice without words is kept, seen and heard, and a report in six touches', async () => {
    await phone.visits('/pages/home/index');
    const began = Date.now();
    const touches = [
      () => phone.taps('报修'),
      () => says(phone),
      async () => {
        await phone.sees('0:0', '重新说');
        await phone.taps('提交');
      },
      () => phone.taps('一般'),
      () => phone.taps('漏水'),
      () => submits(phone),
    ];
    for (const touch of touches) await touch();
    await phone.isOn('packages/tickets/ticket/index');
    expect(touches.length).toBeLessThanOrEqual(6);
    expect(Date.now() - began).toBeLessThan(30_000);
    await phone.sees('已提交，物业收到了', '反映的内容', '0:0');
    await hears(phone);
    const [ticket] = await reported();
    const view = granted(
      await town.world.ask('owner', 'tickets.ticket', { ticketId: ticket?.ticketId ?? '' }),
    );
    expect(view.voice?.link).toBeDefined();
  });

  test('a voice survives leaving the page, and is heard before it is sent', async () => {
    await phone.visits(report);
    await says(phone);
    await phone.sees('0:0');
    await phone.visits('/pages/me/index');
    await phone.visits(report);
    await phone.sees('0:0', '重新说');
    await hears(phone);
    await (await (await phone.page())?.$('.voice__remove'))?.tap();
    await phone.sawLast('重新说');
  });

  test('a report that is left while it is sent leaves no words behind, and does not fetch anybody back', async () => {
    await phone.visits(report);
    await phone.writes('report-text', '楼道的灯坏了，晚上看不见');
    await phone.sees('帮您认出来的');
    const before = (await reported()).length;
    await phone.control.setNetwork('slow', { latency: 1_500, bytesPerSecond: 100_000 });
    await phone.taps('提交');
    await settles(phone, '急不急');
    await phone.visits(report);
    await phone.sees('按住说话');
    expect(await written(phone, 'report-text')).toBe('');
    for (let look = 0; look < 300 && (await reported()).length === before; look += 1) await pause(100);
    await phone.control.setNetwork('online');
    await pause(2_500);
    expect((await reported()).length - before).toBe(1);
    await phone.isOn('packages/tickets/report/index');
    expect(await written(phone, 'report-text')).toBe('');
  });

  test('what was recognised can be put right, and the hand is stronger', async () => {
    await phone.visits(report);
    await phone.writes('report-text', '厨房水管漏水，滴滴答答');
    await phone.sees('帮您认出来的', '漏水');
    await phone.taps('紧急程度');
    await phone.taps('下水堵塞');
    await phone.taps('紧急，马上来');
    await phone.taps('就这样');
    await phone.sees('下水堵塞', '30 分钟内到');
    await phone.taps('提交');
    await phone.isOn('packages/tickets/ticket/index');
    expect((await reported())[0]).toMatchObject({ problem: 'drain', urgency: 'emergency' });
  });

  test('gas puts the call first', async () => {
    await phone.visits(report);
    await phone.writes('report-text', '厨房有很浓的煤气味，头晕');
    await phone.sees('先打电话，再报给我们');
    await phone.taps('先打 1');
    await phone.phone.page.click('.modal-buttons >> text="呼叫"').catch(() => undefined);
    await phone.writes('report-text', '');
    await phone.sawLast('先打电话');
  });

  test('a draft survives a restart', async () => {
    await phone.writes('report-text', '楼道灯不亮了');
    await phone.visits('/pages/me/index');
    await phone.visits(report);
    await phone.sees('照明');
    await phone.writes('report-text', '');
  });

  test('without a network it waits on the phone, and goes once when there is one', async () => {
    await phone.visits(report);
    await phone.writes('report-text', '客厅的灯一直闪');
    await phone.sees('帮您认出来的');
    const before = (await reported()).length;
    await phone.control.setNetwork('offline');
    await takesPhotos(phone, 1);
    await phone.sees('没传上');
    await phone.taps('提交');
    await settles(phone, '急不急');
    await phone.isOn('packages/tickets/list/index');
    await phone.sees('客厅的灯一直闪', '等待发送', '带 1 张照片');
    await phone.control.setNetwork('online');
    await phone.sawLast('等待发送');
    await phone.sees('客厅的灯一直闪');
    const after = await reported();
    expect(after.length - before).toBe(1);
    const view = granted(
      await town.world.ask('owner', 'tickets.ticket', { ticketId: after[0]?.ticketId ?? '' }),
    );
    expect(view).toMatchObject({ text: '客厅的灯一直闪', photos: [{}] });
  });

  test('words that WeChat refuses are told to their sender', async () => {
    await phone.visits(report);
    await phone.writes('report-text', '水管漏水，楼下有人拉人进赌博平台');
    await phone.sees('是什么事');
    await phone.taps('提交');
    await settles(phone, '急不急');
    await phone.isOn('packages/tickets/ticket/index');
    await phone.sees('没有通过微信的内容检查', '补充说明或照片');
  });

  test('more can be added, and a report can be taken back', async () => {
    await phone.taps('补充说明或照片');
    await phone.writes('add-text', '是厨房水槽下面');
    await phone.taps('提交');
    await phone.sees('您 补充说明', '是厨房水槽下面');
    await phone.taps('取消');
    await phone.taps('自己处理好了');
    await phone.taps('取消这张工单');
    await phone.sees('已取消');
  });

  test('a question is answered from what the company knows; where that does not help, a person answers', async () => {
    const known = await town.world.ask('customerService', 'knowledge.save', {
      ...{
        communityId: 'yunqi',
        question: '装修要办什么手续',
        answer: '带身份证到前台办装修申请，三天内审完。',
      },
    });
    granted(known);
    await phone.visits(`${report}&type=enquiry`);
    await phone.writes('report-text', '装修要办什么手续');
    await phone.sees('客服 24 小时内书面答复您');
    await phone.taps('问一问');
    await phone.sees('您看是不是问这个', '带身份证到前台办装修申请');
    await phone.taps('没有解决，转人工');
    await phone.isOn('packages/tickets/ticket/index');
    await phone.sees('待答复', '客服正在处理，答复', '装修要办什么手续');
  });

  test('finished work is signed for, rated once, and a poor rating says what follows', async () => {
    await finishedTicket(town, 'ticket-done');
    await phone.visits('/packages/tickets/ticket/index?ticketId=ticket-done');
    await phone.sees('待验收', '修好了，等您验收', '没有说不行，就算验收通过', '张建国 师傅');
    await phone.taps('验收签字');
    await phone.isOn('packages/tickets/sign/index');
    await phone.sees('我确认', '张师傅已经修好', '请在框里签名');
    await signs(phone, 'owner-signature');
    await phone.taps('签好了');
    await phone.isOn('packages/tickets/rate/index');
    await phone.sees('这次修得怎么样', '点星星打分');
    await (await (await phone.page())?.$('#star-2'))?.tap();
    await phone.sees('不满意', '没修好', '24 小时内给出整改办法');
    await phone.taps('没修好');
    await phone.writes('rate-text', '还是滴水');
    await phone.taps('提交评价');
    await phone.isOn('packages/tickets/ticket/index');
    await phone.sees('已评价', '您评了 2 星', '没修好');
  });

  test('nine photos on a slow network are drawn at most 20 times a second', async () => {
    const other = await town.phoneOf('family');
    await other.visits(report);
    await other.sees('3栋2单元1201');
    await other.control.setNetwork('slow', { latency: 50, bytesPerSecond: 200_000 });
    await takesPhotos(other, 9);
    await uploaded(other, 9);
    const { judgements } = (await other.miniProgram.stopAudits()) as unknown as {
      readonly judgements: readonly { readonly rule: string; readonly passed: boolean }[];
    };
    expect(judgements.find(({ rule }) => rule === 'setDataRate')).toMatchObject({ passed: true });
    await other.control.setNetwork('online');
  });

  test('care mode draws all of it large', async () => {
    const careful = await town.phoneOf('owner', { fontSize: 'extraLarge' });
    await careful.sees('报修', '换回标准版');
    await careful.visits(report);
    await careful.sees('返回', '按住说话', '云栖苑 3栋2单元1201');
  });

  async function reported(): Promise<readonly TicketRow[]> {
    const mine = { homeId: 'yunqi-1201', which: 'all' } as const;
    return granted(await town.world.ask('owner', 'tickets.mine', mine)).rows;
  }
});
