import type { OwnerPhone } from './owner/ownerPhone';
import { seesInTime, tapOn } from './staff/office';
import {
  acceptsWork,
  Crew,
  checksIn,
  desks,
  finishes,
  photographs,
  rates,
  reports,
  ticksAll,
} from './tickets/crew';
import { Moves, presses, touches } from './tickets/moves';
import { threePhones } from './tickets/threePhones';

jest.setTimeout(240_000);

/** An emergency on three phones at once: the owner's page moves by itself, the supervisor sees it until its revisit (B1 to B6). */
describe('an emergency', () => {
  let crew: Crew;
  let owner: OwnerPhone;
  let engineer: OwnerPhone;
  let supervisor: OwnerPhone;
  let ticketId = '';

  beforeAll(async () => {
    crew = await Crew.open();
    const { settings } = crew.town.world.cloud.rooms.openapi;
    settings.set('media', { suggest: 'pass', label: 100, delay: 0 });
    ({ owner, engineer, supervisor } = await threePhones(crew));
  });

  afterAll(() => crew?.close());

  describe('that goes well', () => {
    const moves = new Moves();

    test("is on the engineer's phone and the supervisor's board as soon as it is reported", async () => {
      await crew.onDuty('zhang', 'guard');
      await engineer.visits(desks.queue);
      await engineer.sees('在岗', '现在没有工单');
      await supervisor.visits(desks.customer);
      await supervisor.sees('现在没有要办的');
      await reports(owner, '厨房水管爆了，水喷得到处都是', '爆管');
      await engineer.sees('紧急，爆管', '接单还剩');
      await owner.isOn('packages/tickets/ticket/index');
      await owner.sees('已派给师傅，接单', '最迟');
      ticketId = await crew.newest();
      await seesInTime(
        supervisor,
        '您全程跟到回访',
        '厨房水管爆了',
        '3栋2单元1201，张建国',
        '爆管先关单元总阀，待接单',
      );
    });

    test('the owner sees it accepted, begun and photographed without touching the phone', async () => {
      await moves.shows(owner, 'accepted', ['到场，检查并维修'], () => presses(engineer, '接单'));
      await engineer.isOn('packages/staffTickets/work/index');
      await engineer.sees('扫码签到');
      await moves.shows(owner, 'checked in', ['已到场', '修好，请您验收'], () => checksIn(engineer));
      await engineer.sees('上门清单');
      await ticksAll(engineer, (await crew.ticket(ticketId, 'zhang')).checklist.length);
      for (const when of ['before', 'after'] as const) {
        const shown = when === 'before' ? '修之前' : '修好后';
        await moves.shows(owner, `photo ${when}`, [shown], () => photographs(engineer, when));
      }
    });

    test('the supervisor sees each state, and the guard who shuts the valve', async () => {
      await seesInTime(supervisor, '张建国', '打给师傅', '打给业主');
      const { links } = await crew.ticket(ticketId);
      const valve = links[0]?.ticketId ?? '';
      await moves.shows(supervisor, 'task accepted', ['爆管先关单元总阀，已接单'], async () => {
        const now = Date.now();
        await crew.ask('guard', 'ticketWork.accept', { ticketId: valve });
        return now;
      });
      await crew.works('guard', valve);
    });

    test('finished, both sign, five stars', async () => {
      await moves.shows(owner, 'finished', ['验收签字', '换了软管'], () =>
        finishes(engineer, '换了软管，通水三分钟不渗'),
      );
      await engineer.isOn('packages/staffTickets/work/index');
      await moves.shows(engineer, 'signed for', ['已验收完成'], () => acceptsWork(owner));
      await rates(owner, 5, '来得准时');
      await owner.isOn('packages/tickets/ticket/index');
      await owner.sees('已评价', '您评了 5 星');
      const view = await crew.ticket(ticketId);
      expect(view).toMatchObject({ state: 'rated', signed: { engineer: { at: expect.any(Number) } } });
    });

    test('it stays live at the desk until its revisit', async () => {
      await supervisor.sees('紧急', '该回访');
      await supervisor.taps('记回访');
      await supervisor.taps('满意');
      await supervisor.writes('revisit-note', '修得快，师傅仔细');
      await supervisor.phone.page.click('.slide__footer >> text="记下回访"');
      await supervisor.sees('现在没有要办的');
    });

    afterAll(() => moves.tell());
  });

  describe('that goes badly', () => {
    let colleague: OwnerPhone;
    /** Who was quicker, who was not, and their names. */
    let winner = { phone: engineer, id: 'zhang', name: '张建国' };
    let loser = { phone: engineer, id: 'he', name: '何伟' };

    test('nobody answers: the next is asked, then the supervisor is told', async () => {
      colleague = await crew.town.phoneOf('he');
      await colleague.visits(desks.queue);
      await engineer.visits(desks.queue);
      await engineer.sees('在岗', '现在没有工单');
      const leak = { type: 'repair', problem: 'leak', urgency: 'emergency', photos: [] } as const;
      const report = { ...leak, photos: [], homeId: 'yunqi-1201', text: '卫生间漏水，总阀关不紧' };
      ({ ticketId } = await crew.ask('owner', 'tickets.report', report));
      await owner.visits(`/packages/tickets/ticket/index?ticketId=${ticketId}`);
      await engineer.sees('紧急，漏水', '派给您');
      await crew.onDuty('he');
      await crew.passes(4);
      await engineer.sawLast('派给您');
      await colleague.sees('紧急，漏水', '派给您');
      await crew.passes(4);
      await colleague.sees('大家都能接 1 单');
      await engineer.sees('大家都能接 1 单');
      await supervisor.visits('/pages/messages/index');
      await supervisor.sees('有工单没人能接，请派单');
    });

    test('late: the supervisor is told, then the project manager, each once', async () => {
      await crew.passes(8);
      await supervisor.sees('有工单超过时限');
      await crew.passes(1);
      expect(await crew.told('projectManager', '有工单超过时限')).toBe(0);
      await crew.passes(10);
      await crew.passes(1);
      expect(await crew.told('projectManager', '有工单超过时限')).toBe(1);
      expect(await crew.told('lin', '有工单超过时限')).toBe(1);
    });

    test('two tap at once: one has it, the other reads who', async () => {
      for (const phone of [engineer, colleague]) {
        await phone.taps('卫生间漏水');
        await phone.sees('大家都能接', '接单');
      }
      await Promise.all(
        [engineer, colleague].map((phone) => touches(phone, '.slide__footer >> text="接单"')),
      );
      await owner.sees('到场，检查并维修');
      const { steps, engineer: theirs } = await crew.ticket(ticketId);
      expect(steps.filter(({ what }) => what === 'take' || what === 'accept')).toHaveLength(1);
      if (theirs?.name === '何伟') [winner, loser] = [loser, winner];
      winner.phone = winner.id === 'zhang' ? engineer : colleague;
      loser.phone = loser.id === 'zhang' ? engineer : colleague;
      await winner.phone.isOn('packages/staffTickets/work/index');
      await winner.phone.sees('已接单', '扫码签到');
      await loser.phone.sees('没有接成', '这张工单已经有同事接了，请看下一张。');
    });

    test("late on the way: the supervisor gives it to somebody else, and it is no more the first one's", async () => {
      await crew.passes(6);
      await supervisor.visits(desks.board);
      await supervisor.sees('卫生间漏水', `派给${winner.name}`);
      await tapOn(supervisor, `#give-${loser.id}`);
      await presses(supervisor, `改派给${loser.name}`);
      await supervisor.sees(`派给${loser.name}`);
      await winner.phone.sawLast('扫码签到');
      await winner.phone.sees('这张工单不在您手上', '已经派给别的同事');
    });

    test('a function that dies while it is accepted leaves one owner; the phone asks again by itself', async () => {
      const { faults } = crew.town.world.cloud.context;
      await loser.phone.sees('待接单', '卫生间漏水');
      await loser.phone.sawLast('没有接成');
      faults.add({ id: 'dies', point: 'function.api', kind: 'crash', chance: 1, times: 1, ms: 15 });
      await presses(loser.phone, '接单');
      await loser.phone.isOn('packages/staffTickets/work/index');
      expect(faults.list().rules).toMatchObject([{ id: 'dies', left: 0 }]);
      faults.clear();
      await owner.sees(`${loser.name} 师傅`);
      const { steps, engineer: theirs } = await crew.ticket(ticketId);
      expect(steps.filter(({ what }) => what === 'accept' || what === 'take')).toHaveLength(2);
      expect(theirs?.name).toBe(loser.name);
      expect((await crew.ask(winner.id, 'ticketWork.queue', { communityId: 'yunqi' })).next).toEqual([]);
    });
  });
});
