import { folderOf } from '../../cloudfunctions/modules/tickets/reporting/files';
import type { ActionName, InputOf } from '../../types/contract';
import { addDays, dayOf, startOfDay } from '../../types/day';
import type { Duty } from '../../types/role';
import { granted, openidOf } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, type Town } from './owner/town';
import { choosesOption, tapOn } from './staff/office';

jest.setTimeout(240_000);

const root = '/packages/staffTickets';
const hour = 3_600_000;
const send = '.slide__footer .button--primary';

/** Every sheet of the desks, walked by whom it is for (rows B2 to B7, B10, B11). */
describe('the sheets of the desks', () => {
  let town: Town;
  let lin: OwnerPhone;
  let zhao: OwnerPhone;
  let boss: OwnerPhone;
  let poor = '';
  let complaint = '';

  beforeAll(async () => {
    town = await openTown();
    await hire('zhang', '张建国', ['engineer'], ['水暖']);
    await hire('he', '何伟', ['engineer'], ['水暖']);
    await hire('lin', '林静', ['customerService']);
    await hire('zhao', '赵磊', ['supervisor']);
    await hire('boss', '钱进', ['projectManager']);
    await switchesOn('zhang');
    poor = await badlyRated();
    lin = await town.phoneOf('lin');
    zhao = await town.phoneOf('zhao');
    boss = await town.phoneOf('boss');
  });

  afterAll(() => town?.close());

  test('customer service asks again after a poor rating; not satisfied, it is the supervisor’s', async () => {
    await lin.visits(`${root}/customer/index?communityId=yunqi`);
    await lin.sees('该回访', '1 星', '内回访');
    await lin.taps('记回访');
    await chooses(lin, '不满意');
    await lin.writes('revisit-note', '说还是滴水');
    await sends(lin);
    await lin.sees('内主管回访', '看工单');
    await lin.sawLast('记回访');
  });

  test('the supervisor passes it on to the project manager, who ends it', async () => {
    for (const [who, answer, said] of [
      [zhao, '不满意', '又渗了'],
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
    await opens(lin, poor);
    await lin.sees('业主评了 1 星', '回访，满意');
    await lin.taps('写整改方案');
    await lin.writes('plan-text', '请陈女士打 13857120001');
    await tapOn(lin, send);
    await lin.sees('没有办成', '请去掉姓名、电话和房号再提交');
    await lin.writes('plan-text', '换整根软管，修完试水十分钟');
    await sends(lin);
    await lin.sees('整改方案，', '前做到', '换整根软管，修完试水十分钟');
  });

  test('whoever could not scan is looked at afterwards', async () => {
    await opens(zhao, poor);
    await zhao.taps('抽查派单');
    await chooses(zhao, '派得不对');
    await zhao.sees('哪里不对');
    await zhao.writes('check-note', '有人离得更近');
    await sends(zhao);
    await zhao.sawLast('抽查派单');
  });

  test('why somebody was chosen is told in minutes until the door', async () => {
    await zhao.visits(`${root}/why/index?ticketId=${poor}`);
    await zhao.sees('预计到门', '结果', '派给他', '当时的情况', '抽查过，派得不合理', '有人离得更近');
  });

  test('a complaint is graded, and put right to what it is', async () => {
    complaint = await reported({ type: 'complaint', problem: 'noise', text: '楼上的水一直漏到我家' });
    await opens(lin, complaint);
    await lin.taps('投诉定级');
    await chooses(lin, '重大');
    await lin.writes('grade-reason', '影响两户');
    await sends(lin);
    await lin.sees('投诉级别', '重大');
    await lin.taps('更正类型');
    await chooses(lin, '报修');
    await tapOn(lin, '#problem-leak');
    await lin.writes('correct-reason', '是漏水，要修');
    await sends(lin);
    await lin.sees('漏水', '师傅 张建国');
  });

  test('the supervisor gives it to somebody else, with a reason', async () => {
    await switchesOn('he');
    await opens(zhao, complaint);
    await zhao.taps('改派');
    await zhao.sees('改派给谁', '何伟');
    await tapOn(zhao, '#colleague-he');
    await zhao.taps('更熟悉这类活');
    await sends(zhao);
    await zhao.sees('师傅 何伟');
  });

  test('what is not wanted any more is called off, and its reporter told why', async () => {
    await opens(lin, complaint);
    await lin.taps('取消工单');
    await lin.taps('业主说不用了');
    await sends(lin);
    await lin.sees('已取消', '业主说不用了');
  });

  test('what owners say on the phone is written down: a time that suits, a repair that does not hold', async () => {
    const ticketId = await reported({ text: '卫生间水管渗水' });
    const by = await taken(ticketId);
    const tomorrow = startOfDay(addDays(dayOf(town.world.ports.now()), 1));
    const appointment = { from: tomorrow + 9 * hour, to: tomorrow + 12 * hour };
    await asks(by, 'ticketWork.postpone', { ticketId, reason: '要换的件今天没有', appointment });
    await opens(lin, ticketId);
    await lin.sees('等业主确认');
    await lin.taps('业主同意时间了');
    await lin.sees('明天上午', '明天下午');
    await lin.taps('明天下午');
    await sends(lin);
    await lin.sees('约好 明天 14:00');
    await repairs(by, ticketId);
    await opens(lin, ticketId);
    await lin.taps('业主说还没修好');
    await lin.taps('还在漏');
    await sends(lin);
    await lin.sees('已接单', '还在漏');
  });

  test('an answer that does not help goes up', async () => {
    const ticketId = await reported({ type: 'complaint', problem: 'noise', text: '楼上夜里装修' });
    await asks('lin', 'tickets.answer', { ticketId, text: '已经上门提醒' });
    await opens(lin, ticketId);
    await lin.taps('业主说没有解决');
    await lin.taps('情况没有变');
    await sends(lin);
    await lin.sees('待答复', '业主说没有解决');
  });

  test('with an emergency in hand nobody goes off duty', async () => {
    const ticketId = await reported({ urgency: 'emergency', text: '水管爆了' });
    const zhang = await town.phoneOf('zhang');
    await town.world.ask('zhang', 'ticketWork.accept', { ticketId });
    await zhang.visits(`${root}/queue/index?communityId=yunqi`);
    await zhang.sees('接下来 1 单', '在岗');
    await tapOn(zhang, '#duty-switch');
    await zhang.sees('还不能离岗', '请先转给同事再离岗', '在岗');
  });

  test('what the desk knows is written, changed and taken away', async () => {
    await lin.visits(`${root}/knowledge/index?communityId=yunqi`);
    await lin.sees('还没有问答');
    await lin.taps('加一条问答');
    await lin.writes('entry-question', '快递柜在哪里');
    await lin.writes('entry-answer', '3 栋南门。');
    await sends(lin);
    await lin.sees('快递柜在哪里', '林静');
    await lin.taps('快递柜在哪里');
    await lin.writes('entry-question', '快递柜在哪');
    await sends(lin);
    await lin.taps('快递柜在哪');
    await lin.taps('删除');
    await lin.confirms('删除');
    await lin.sees('还没有问答');
  });

  test('a shift is planned and taken away', async () => {
    await zhao.visits(`${root}/roster/index?communityId=yunqi`);
    await zhao.sees('起的一周', '张建国', '何伟', '有空', '在岗');
    await zhao.taps('下一周');
    const cell = `#shift-zhang-${nextMonday()}`;
    for (const [shift, mark] of [
      ['夜班', '夜'],
      ['休息', '休'],
    ] as const) {
      await tapOn(zhao, cell);
      await chooses(zhao, shift);
      await sends(zhao);
      await settled(async () => (await (await zhao.page())?.$(cell))?.text(), expect.stringContaining(mark));
    }
  });

  test('the manager sets a clock; a figure that is none is not taken', async () => {
    await boss.visits(`${root}/terms/index?communityId=yunqi`);
    await boss.sees('紧急', '30 分钟');
    await boss.writes('term-emergency-arrive', '0');
    await boss.sees('写 1 到 43200 之间的整数');
    await boss.writes('term-emergency-arrive', '25');
    await boss.sees('25 分钟');
    await boss.taps('保存');
    const arrive = async () =>
      (await asks('boss', 'ticketDesks.terms', { communityId: 'yunqi' })).emergency.arrive;
    await settled(arrive, 25);
  });

  /** Waits until something is as expected, and says what it is otherwise. */
  async function settled(look: () => Promise<unknown>, expected: unknown): Promise<void> {
    const isThere = async () => {
      try {
        expect(await look()).toEqual(expected);
        return true;
      } catch {
        return false;
      }
    };
    for (let left = 80; left > 0 && !(await isThere()); left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await look()).toEqual(expected);
  }

  /** Presses the sheet's button, and waits until the sheet is gone. */
  async function sends(phone: OwnerPhone): Promise<void> {
    await tapOn(phone, send);
    await settled(async () => (await (await phone.page())?.$$('.slide'))?.length, 0);
  }

  /** One of a few on the sheet that has just been opened. */
  async function chooses(phone: OwnerPhone, name: string): Promise<void> {
    await phone.sees(name);
    await choosesOption(phone, name);
  }

  async function hire(
    staffId: string,
    name: string,
    duties: readonly Duty[],
    skills: readonly string[] = [],
  ) {
    await town.world.seed('staffMembers', {
      ...{ _id: staffId, communityId: 'yunqi', name, phone: '13857120021' },
      ...{ openid: openidOf(staffId), duties, skills, areas: [], from: '2020-01-01' },
    });
  }

  async function asks<A extends ActionName>(person: string, action: A, input: InputOf<A>) {
    return granted(await town.world.ask(person, action, input));
  }

  async function switchesOn(person: string): Promise<void> {
    await asks(person, 'roster.switchDuty', { communityId: 'yunqi', isOnDuty: true });
  }

  async function opens(phone: OwnerPhone, ticketId: string): Promise<void> {
    await phone.visits(`${root}/case/index?ticketId=${ticketId}`);
    await phone.sees('反映的内容');
  }

  async function reported(part: Partial<InputOf<'tickets.report'>>): Promise<string> {
    const leak = { type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水' } as const;
    const said = { homeId: 'yunqi-1201', ...leak, photos: [], ...part };
    return (await asks('owner', 'tickets.report', said)).ticketId;
  }

  function file(person: string, name: string): string {
    return `cloud://local.bucket/${folderOf(openidOf(person))}${name}`;
  }

  /** Reported, repaired without a code at the door, accepted, one star. */
  async function badlyRated(): Promise<string> {
    const ticketId = await reported({});
    await asks('zhang', 'ticketWork.accept', { ticketId });
    await repairs('zhang', ticketId);
    await asks('owner', 'tickets.acceptWork', { ticketId, signature: file('owner', 'ok.png') });
    await asks('owner', 'tickets.rate', { ticketId, stars: 1, words: [], photos: [] });
    return ticketId;
  }

  /** Whoever the rule has chosen takes it. */
  async function taken(ticketId: string): Promise<string> {
    for (const by of ['zhang', 'he']) {
      const { ok } = await town.world.ask(by, 'ticketWork.accept', { ticketId });
      if (ok) return by;
    }
    throw new Error('nobody could take it');
  }

  /** From the door to the signature, without a code at the door. */
  async function repairs(by: string, ticketId: string): Promise<void> {
    const { checklist } = await asks(by, 'ticketWork.checkIn', { ticketId, cannotScan: '门口没有码' });
    for (const { item } of checklist) await asks(by, 'ticketWork.tick', { ticketId, item, isDone: true });
    for (const when of ['before', 'after'] as const)
      await asks(by, 'ticketWork.addPhotos', { ticketId, when, photos: [file(by, `${when}.jpg`)] });
    await asks(by, 'ticketWork.finish', { ticketId, result: '换了软管', signature: file(by, 'signed.png') });
  }

  /** The Monday after today, as people in China count. */
  function nextMonday(): string {
    const inChina = new Date(town.world.ports.now() + 8 * 3_600_000);
    const ahead = 7 - ((inChina.getUTCDay() + 6) % 7);
    return new Date(inChina.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  }
});
