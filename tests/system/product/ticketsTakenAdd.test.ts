import type { InputOf } from '../../../types/contract';
import { seedCommunities } from './community';
import { Reporting } from './reporting';
import { codeOf, granted, startWorld, type World } from './world';

jest.setTimeout(240_000);

/** An emergency that staff take down waits for no photo: it goes at once, and whoever took it down sends the photos after it. */
describe('photos that follow what staff took down', () => {
  let world: World;
  let at: Reporting;

  beforeEach(async () => {
    world = await startWorld();
    await seedCommunities(world);
    at = new Reporting(world);
    await at.begin();
  });
  afterEach(() => world?.stop());

  const burning: InputOf<'tickets.takeReport'> = {
    ...{ communityId: 'yunqi', channel: 'walkIn', type: 'repair', problem: 'fire', urgency: 'emergency' },
    place: { kind: 'home', building: '3', unit: '2', room: '1201' },
    ...{ text: '厨房着火了', photos: [] },
  };
  const adds = async (person: string, ticketId: string, requestId?: string) =>
    world.ask(
      person,
      'tickets.add',
      { ticketId, photos: [await at.upload(person, 'followed.jpg')] },
      requestId,
    );

  test.each(['guard', 'engineer', 'customerService', 'supervisor'])(
    'come from the %s who took it down, once, and from no other colleague',
    async (person) => {
      const { ticketId } = granted(await world.ask(person, 'tickets.takeReport', burning));
      granted(await adds(person, ticketId, 'followed-once'));
      granted(await adds(person, ticketId, 'followed-once'));
      const { steps } = granted(await world.ask('customerService', 'tickets.ticket', { ticketId }));
      expect(steps.filter(({ what }) => what === 'added')).toHaveLength(1);
      for (const other of ['guard', 'engineer', 'supervisor', 'customerServiceElsewhere', 'stranger'])
        if (other !== person) expect(codeOf(await adds(other, ticketId))).toBe('NOT_ALLOWED');
    },
  );

  test('tell who took it down nothing that a ticket they may not open says', async () => {
    const { ticketId } = granted(await world.ask('guard', 'tickets.takeReport', burning));
    granted(await world.ask('customerService', 'tickets.add', { ticketId, text: '家里有老人', photos: [] }));
    expect(codeOf(await world.ask('guard', 'tickets.ticket', { ticketId }))).toBe('NOT_ALLOWED');
    const told = granted(await adds('guard', ticketId));
    expect(told).toMatchObject({ ticketId, steps: [], photos: [], clocks: [], answers: [], can: [] });
    for (const inner of ['contact', 'engineer', 'assignee', 'text', 'homeId', 'because'])
      expect(told).not.toHaveProperty(inner);
    const { steps } = granted(await world.ask('customerService', 'tickets.ticket', { ticketId }));
    // A guard is no 客服.
    expect(steps.find(({ what }) => what === 'added')?.by).toMatch(/师傅$/u);
  });

  test('come no more from whoever has left the staff, nor to what is over', async () => {
    const { ticketId } = granted(await world.ask('guard', 'tickets.takeReport', burning));
    granted(await world.ask('customerService', 'tickets.cancel', { ticketId, reason: '误报' }));
    expect(codeOf(await adds('guard', ticketId))).toBe('TICKET_MOVED');
    const member = await world.read('staffMembers', 'guard');
    await world.remove('staffMembers', 'guard');
    await world.seed('staffMembers', { ...member, _id: 'guard', to: '2020-12-31' });
    expect(codeOf(await adds('guard', ticketId))).toBe('NOT_ALLOWED');
  });
});
