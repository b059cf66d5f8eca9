import { chooses, reported, root, sends, settled } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { tapOn } from './staff/office';
import { Crew } from './tickets/crew';

jest.setTimeout(240_000);

/** What the desks keep besides tickets: duty, answers, shifts, clocks (rows B2, B3, B11). */
describe('what a community works by', () => {
  let crew: Crew;
  let luo: OwnerPhone;
  let lin: OwnerPhone;
  let boss: OwnerPhone;

  beforeAll(async () => {
    crew = await Crew.open();
    await crew.onDuty('zhang');
    luo = await crew.town.phoneOf('luo');
    lin = await crew.town.phoneOf('lin');
    boss = await crew.town.phoneOf('projectManager');
  });

  afterAll(() => crew?.close());

  test('with an emergency in hand nobody goes off duty', async () => {
    const ticketId = await reported(crew, { urgency: 'emergency', text: '水管爆了' });
    const zhang = await crew.town.phoneOf('zhang');
    await crew.town.world.ask('zhang', 'ticketWork.accept', { ticketId });
    await zhang.visits(`${root}/queue/index?communityId=yunqi`);
    await zhang.sees('接下来 1 单', '在岗');
    await tapOn(zhang, '#duty-switch');
    await zhang.sees('还不能离岗', '请先转给同事再离岗', '在岗');
  });

  test('what the desk knows is written, changed and taken away', async () => {
    await luo.visits(`${root}/knowledge/index?communityId=yunqi`);
    await luo.sees('还没有问答');
    await luo.taps('加一条问答');
    await luo.writes('entry-question', '快递柜在哪里');
    await luo.writes('entry-answer', '3 栋南门。');
    await sends(luo);
    await luo.sees('快递柜在哪里', '罗敏');
    await luo.taps('快递柜在哪里');
    await luo.writes('entry-question', '快递柜在哪');
    await sends(luo);
    await luo.taps('快递柜在哪');
    await luo.taps('删除');
    await luo.confirms('删除');
    await luo.sees('还没有问答');
  });

  test('a shift is planned and taken away', async () => {
    await lin.visits(`${root}/roster/index?communityId=yunqi`);
    await lin.sees('起的一周', '张建国', '何伟', '有空', '在岗');
    await lin.taps('下一周');
    const cell = `#shift-zhang-${nextMonday()}`;
    for (const [shift, mark] of [
      ['夜班', '夜'],
      ['休息', '休'],
    ] as const) {
      await tapOn(lin, cell);
      await chooses(lin, shift);
      await sends(lin);
      await settled(async () => (await (await lin.page())?.$(cell))?.text(), expect.stringContaining(mark));
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
      (await crew.ask('projectManager', 'ticketDesks.terms', { communityId: 'yunqi' })).emergency.arrive;
    await settled(arrive, 25);
  });

  /** The Monday after today, as people in China count. */
  function nextMonday(): string {
    const inChina = new Date(crew.now() + 8 * 3_600_000);
    const ahead = 7 - ((inChina.getUTCDay() + 6) % 7);
    return new Date(inChina.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  }
});
