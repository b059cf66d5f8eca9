import type { Instant } from '../../../types/day';
import { Reporting } from './reporting';
import { seededTicket } from './ticketDoors';
import { granted, type World } from './world';

jest.setTimeout(240_000);

const day = 24 * 3_600_000;

/** B7, the manager's month: the same thing in the same home again within thirty days was not repaired the first time. */
describe('a repeat report', () => {
  let world: World;
  let at: Reporting;

  beforeEach(async () => {
    at = await Reporting.start();
    world = at.world;
  });
  afterEach(() => world?.stop());

  const repaired = (ticketId: string, days: number, more: object = {}) => {
    const reportedAt = (world.ports.now() - days * day) as Instant;
    return world.seed('tickets', { ...seededTicket(ticketId, reportedAt), state: 'rated', ...more });
  };
  const mended = async (ticketId: string) => (await world.read('tickets', ticketId))?.mendedLately;

  test('knows what was repaired in this home lately, whoever takes it down', async () => {
    await repaired('leak', 29);
    await repaired('door', 2, { problem: 'door' });
    await repaired('long ago', 31, { problem: 'drain' });
    await repaired('not signed', 1, { problem: 'network', state: 'finished' });
    await repaired('not done', 2, { problem: 'lighting', state: 'working' });
    await repaired('next door', 2, { problem: 'heating', homeId: 'yunqi-1202' });
    const { ticketId } = await at.report('owner', { text: '又漏水了' });
    expect(await mended(ticketId)).toEqual(['network', 'door', 'leak']);
    const place = { kind: 'home', building: '3', unit: '2', room: '1201' } as const;
    const said = { type: 'repair', problem: 'leak', urgency: 'general', text: '又漏水了' } as const;
    const input = { communityId: 'yunqi', channel: 'phone', place, ...said } as const;
    const taken = granted(await world.ask('customerService', 'tickets.takeReport', { ...input, photos: [] }));
    expect(await mended(taken.ticketId)).toEqual(['network', 'door', 'leak']);
  });

  test('a place of the common area has none', async () => {
    await repaired('leak', 2);
    const place = { kind: 'common', building: '3', where: '大堂' } as const;
    const said = { type: 'repair', problem: 'leak', urgency: 'general', text: '大堂漏水' } as const;
    const input = { communityId: 'yunqi', channel: 'phone', place, ...said } as const;
    const taken = granted(await world.ask('customerService', 'tickets.takeReport', { ...input, photos: [] }));
    expect(await mended(taken.ticketId)).toBeUndefined();
  });
});
