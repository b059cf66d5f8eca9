import { WorkWorld } from './workWorld';
import { granted } from './world';

jest.setTimeout(240_000);

/** One query gives a hundred documents at most; whoever has ever worked for a community stays on its register. */
const former = 120;
const minute = 60_000;

describe('a community with a long register of staff', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
    const { world } = at;
    const gone = Array.from({ length: former }, (_, n) => ({
      ...{ _id: `a-former-${n}`, communityId: 'yunqi', name: '王前任', phone: '13800000000', areas: [] },
      ...{ duties: ['engineer'], skills: ['水暖'], from: '2020-01-01', to: '2021-01-01' },
    }));
    await world.seed('staffMembers', ...gone);
    // Whoever works today was hired last.
    for (const id of ['zhang', 'supervisor']) {
      const member = await world.read('staffMembers', id);
      await world.remove('staffMembers', id);
      if (member) await world.seed('staffMembers', member);
    }
  });
  afterEach(() => at?.stop());

  test('everybody of today works, is told and is seen', async () => {
    const ticketId = await at.accepted();
    granted(await at.world.ask('zhang', 'ticketWork.checkIn', { ticketId, cannotScan: '门牌掉了' }));
    at.world.advance(25 * 60 * minute);
    await at.world.tick();
    expect(await at.inbox('supervisor')).toContain('有工单超过时限');
  });

  test('and so on the board and among the colleagues, however many are at work', async () => {
    for (let n = 0; n < 105; n += 1) await at.giving.hire(`more${n}x`);
    const ticketId = await at.accepted();
    const { staff } = await at.ask('supervisor', 'ticketDesks.supervisor', { communityId: 'yunqi' });
    expect(staff.length).toBeGreaterThan(105);
    const colleagues = await at.ask('supervisor', 'ticketWork.colleagues', { ticketId });
    expect(colleagues[0]).toMatchObject({ staffId: expect.any(String) });
  });
});
