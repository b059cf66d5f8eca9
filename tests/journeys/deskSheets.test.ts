import { addDays, dayOf, startOfDay } from '../../types/day';
import { chooses, opens, presses, repaired, reported, root, sends, taken } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { tapOn } from './staff/office';
import { Crew } from './tickets/crew';

jest.setTimeout(240_000);

const hour = 3_600_000;

/** What the desks do to one ticket, sheet by sheet, walked by whom it is for (rows B2, B5 to B7, B10). */
describe('the sheets over a ticket', () => {
  let crew: Crew;
  let luo: OwnerPhone;
  let lin: OwnerPhone;
  let boss: OwnerPhone;
  let poor = '';
  let complaint = '';

  beforeAll(async () => {
    crew = await Crew.open();
    await crew.onDuty('zhang');
    poor = await repaired(crew);
    await crew.ask('owner', 'tickets.rate', { ticketId: poor, stars: 1, words: [], photos: [] });
    luo = await crew.town.phoneOf('luo');
    lin = await crew.town.phoneOf('lin');
    boss = await crew.town.phoneOf('projectManager');
  });

  afterAll(() => crew?.close());

  test('customer service asks again after a poor rating; not satisfied, it is the supervisor’s', async () => {
    await luo.visits(`${root}/customer/index?communityId=yunqi`);
    await luo.sees('该回访', '1 星', '内回访');
    await luo.taps('记回访');
    await chooses(luo, '不满意');
    await luo.writes('revisit-note', '说还是滴水');
    await sends(luo);
    await luo.sees('内主管回访', '看工单');
    await luo.sawLast('记回访');
  });

  test('the supervisor passes it on to the project manager, who ends it', async () => {
    for (const [who, answer, said] of [
      [lin, '不满意', '又渗了'],
      [boss, '满意', '已经修好，谢谢'],
    ] as const) {
      await opens(who, poor);
      await who.taps('记回访');
      await chooses(who, answer);
      await who.writes('revisit-note', said);
      await sends(who);
      await who.sees(`回访，${answer}`, said);
    }
  });

  test('a plan that names somebody is refused, one that does not is published', async () => {
    await opens(luo, poor);
    await luo.sees('业主评了 1 星', '回访，满意');
    await luo.taps('写整改方案');
    await luo.writes('plan-text', '请陈女士打 13857120001');
    await presses(luo);
    await luo.sees('没有办成', '请去掉姓名、电话和房号再提交');
    await luo.writes('plan-text', '换整根软管，修完试水十分钟');
    await sends(luo);
    await luo.sees('整改方案，', '前做到', '换整根软管，修完试水十分钟');
  });

  test('whoever could not scan is looked at afterwards', async () => {
    await opens(lin, poor);
    await lin.taps('事后抽查');
    await chooses(lin, '没到过');
    await lin.sees('怎么知道没到过');
    await lin.writes('check-note', '业主说没有来过');
    await sends(lin);
    await lin.sawLast('事后抽查');
  });

  test('why somebody was chosen is told in minutes until the door', async () => {
    await lin.visits(`${root}/why/index?ticketId=${poor}`);
    await lin.sees('预计到门', '结果', '派给他', '当时的情况', '核实过，没有到过现场', '业主说没有来过');
  });

  test('a complaint is graded, and put right to what it is', async () => {
    complaint = await reported(crew, { type: 'complaint', problem: 'noise', text: '楼上的水一直漏到我家' });
    await opens(luo, complaint);
    await luo.taps('投诉定级');
    await chooses(luo, '重大');
    await luo.writes('grade-reason', '影响两户');
    await sends(luo);
    await luo.sees('投诉级别', '重大');
    await luo.taps('更正类型');
    await chooses(luo, '报修');
    await tapOn(luo, '#problem-leak');
    await luo.writes('correct-reason', '是漏水，要修');
    await sends(luo);
    await luo.sees('漏水', '师傅 张建国');
  });

  test('the supervisor gives it to somebody else, with a reason', async () => {
    await crew.onDuty('he');
    await opens(lin, complaint);
    await lin.taps('改派');
    await lin.sees('改派给谁', '何伟');
    await tapOn(lin, '#colleague-he');
    await lin.taps('更熟悉这类活');
    await sends(lin);
    await lin.sees('师傅 何伟');
  });

  test('what is not wanted any more is called off, and its reporter told why', async () => {
    await opens(luo, complaint);
    await luo.taps('取消工单');
    await luo.taps('业主说不用了');
    await sends(luo);
    await luo.sees('已取消', '业主说不用了');
  });

  test('what owners say on the phone is written down: a time that suits, a repair that does not hold', async () => {
    const ticketId = await reported(crew, { text: '卫生间水管渗水' });
    const by = await taken(crew, ticketId);
    const tomorrow = startOfDay(addDays(dayOf(crew.town.world.ports.now()), 1));
    const appointment = { from: tomorrow + 9 * hour, to: tomorrow + 12 * hour };
    await crew.ask(by, 'ticketWork.postpone', { ticketId, reason: '要换的件今天没有', appointment });
    await opens(luo, ticketId);
    await luo.sees('等业主确认');
    await luo.taps('业主同意时间了');
    await luo.sees('明天上午', '明天下午');
    await luo.taps('明天下午');
    await sends(luo);
    await luo.sees('约好 明天 14:00');
    await crew.works(by, ticketId);
    await opens(luo, ticketId);
    await luo.taps('业主说还没修好');
    await luo.taps('还在漏');
    await sends(luo);
    await luo.sees('已接单', '还在漏');
  });

  test('an answer that does not help goes up', async () => {
    const ticketId = await reported(crew, { type: 'complaint', problem: 'noise', text: '楼上夜里装修' });
    await crew.ask('luo', 'tickets.answer', { ticketId, text: '已经上门提醒' });
    await opens(luo, ticketId);
    await luo.taps('业主说没有解决');
    await luo.taps('情况没有变');
    await sends(luo);
    await luo.sees('待答复', '业主说没有解决');
  });
});
