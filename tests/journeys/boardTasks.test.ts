import { reported, root } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { tapOn } from './staff/office';
import { Crew } from './tickets/crew';

jest.setTimeout(240_000);

/** What one report opens in another department stands by itself on the board and in the month, and opens to itself (row B12). */
describe('linked tasks at the desks', () => {
  let crew: Crew;
  let lin: OwnerPhone;
  let boss: OwnerPhone;

  beforeAll(async () => {
    crew = await Crew.open();
    await reported(crew, { problem: 'burst', urgency: 'emergency', text: '水管爆了' });
    await reported(crew, { text: '水龙头滴水' });
    lin = await crew.town.phoneOf('lin');
    boss = await crew.town.phoneOf('projectManager');
  });

  afterAll(() => crew?.close());

  const seesTaskAlone = async (phone: OwnerPhone, title: string) => {
    await phone.isOn('packages/staffTickets/list/index');
    await phone.sees(title, '1 单', '爆管先关单元总阀');
    expect(await phone.screen()).not.toContain('滴水');
  };

  test('the board counts them apart; today’s and each building’s open to the tasks', async () => {
    for (const [piece, title] of [
      ['#figure-tasks', '今天，关联任务'],
      ['#tasks-3栋', '3栋，没办完的关联任务'],
    ] as const) {
      await lin.visits(`${root}/supervisor/index?communityId=yunqi`);
      await lin.sees('今天工单', '今天开出的关联任务', '1 个', '其中紧急 1', '关联任务 1');
      await tapOn(lin, piece);
      await seesTaskAlone(lin, title);
    }
  });

  test('a building opens to its reports without the tasks, and its emergencies to these', async () => {
    for (const [piece, count] of [
      ['#building-3栋', '2 单'],
      ['#emergencies-3栋', '1 单'],
    ] as const) {
      await lin.visits(`${root}/supervisor/index?communityId=yunqi`);
      await lin.sees('其中紧急 1');
      await tapOn(lin, piece);
      await lin.isOn('packages/staffTickets/list/index');
      await lin.sees(count);
      expect(await lin.screen()).not.toContain('先关单元总阀');
    }
  });

  test('the month counts them apart, and opens to them', async () => {
    await boss.visits(`${root}/month/index?communityId=yunqi`);
    await boss.sees('报来', '2 单', '关联任务', '1 个');
    await tapOn(boss, '#sum-tasks');
    await seesTaskAlone(boss, '关联任务');
  });
});
