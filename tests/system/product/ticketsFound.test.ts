import type { InputOf } from '../../../types/contract';
import type { Instant } from '../../../types/day';
import { seedCommunities } from './community';
import { Reporting } from './reporting';
import { seededTicket } from './ticketDoors';
import { codeOf, granted, startWorld, type World } from './world';

jest.setTimeout(240_000);

const hour = 3_600_000;

/** Somebody calls the desk about something (B1, B5): it is found by the home or by its number, and what is said is written down on it. */
describe('what somebody calls about', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
    await seedCommunities(world);
    await new Reporting(world).begin();
  });
  afterEach(() => world?.stop());

  const home = { communityId: 'yunqi', building: '3栋', unit: '2单元', room: '1201' };
  const find = (person: string, asked: InputOf<'ticketWork.find'>) =>
    world.ask(person, 'ticketWork.find', asked);
  const reported = async (text: string) => {
    const said = { type: 'repair', problem: 'leak', urgency: 'general', text } as const;
    return granted(await world.ask('owner', 'tickets.report', { homeId: 'yunqi-1201', ...said, photos: [] }));
  };

  test('is found by the home, however it is written, newest first, done or not, to the last page', async () => {
    const many = [];
    for (let count = 0; count < 21; count += 1) {
      const ticketId = `yunqi·found-${count}`;
      const reportedAt = (world.ports.now() - (30 - count) * hour) as Instant;
      const state = count % 2 === 0 ? 'waiting' : 'cancelled';
      await world.seed('tickets', { ...seededTicket(ticketId, reportedAt), state });
      many.unshift(ticketId);
    }
    const first = granted(await find('customerService', home));
    const after = first.next ?? '';
    const rest = granted(
      await find('customerService', { communityId: 'yunqi', building: '3', unit: '02', room: '1201', after }),
    );
    expect([...first.rows, ...rest.rows].map(({ ticketId }) => ticketId)).toEqual(many);
    expect(rest.next).toBeUndefined();
  });

  test('is found by its number, and only in its own community', async () => {
    const { ticketId, number } = await reported('厨房漏水');
    const { rows } = granted(await find('customerService', { communityId: 'yunqi', number }));
    expect(rows).toMatchObject([{ ticketId, number, title: '厨房漏水' }]);
    const none = granted(await find('customerService', { communityId: 'yunqi', number: '20200101-0001' }));
    expect(none).toEqual({ rows: [] });
    const elsewhere = await find('customerServiceElsewhere', { communityId: 'wutong', number });
    expect(granted(elsewhere)).toEqual({ rows: [] });
  });

  test('is found without the unit, where a building has but one or nobody says it', async () => {
    const { ticketId } = await reported('厨房漏水');
    const { unit: _unit, ...short } = home;
    const { rows } = granted(await find('customerService', short));
    expect(rows).toMatchObject([{ ticketId }]);
    expect(codeOf(await find('customerService', { ...short, room: '9999' }))).toBe('HOME_NOT_FOUND');
  });

  test('is found by the caller’s whole number and whole name, no part of them, and only in its own community', async () => {
    const contact = { name: '陈先生', phone: '13700000000' };
    const taken = await world.ask('customerService', 'tickets.takeReport', {
      ...{ communityId: 'yunqi', channel: 'phone', contact, photos: [], text: '楼道灯不亮' },
      ...{ type: 'repair', problem: 'facility', urgency: 'general' },
      place: { kind: 'common', building: '3', where: '大堂' },
    });
    const { ticketId } = granted(taken);
    const yunqi = { communityId: 'yunqi' };
    for (const asked of [
      { ...yunqi, phone: contact.phone },
      { ...yunqi, name: contact.name },
    ])
      expect(granted(await find('customerService', asked)).rows).toMatchObject([{ ticketId }]);
    for (const asked of [
      { ...yunqi, phone: '1370000000' },
      { ...yunqi, phone: '00000' },
      { ...yunqi, name: '陈' },
    ])
      expect(granted(await find('customerService', asked))).toEqual({ rows: [] });
    const elsewhere = { communityId: 'wutong', phone: contact.phone };
    expect(granted(await find('customerServiceElsewhere', elsewhere))).toEqual({ rows: [] });
    for (const person of ['owner', 'engineer', 'guard', 'finance', 'customerServiceElsewhere', 'stranger'])
      for (const asked of [
        { ...yunqi, phone: contact.phone },
        { ...yunqi, name: contact.name },
      ])
        expect(codeOf(await find(person, asked))).toBe('NOT_ALLOWED');
    expect(codeOf(await find('supervisor', { ...yunqi, phone: '137****0000' }))).toBe('INVALID_INPUT');
  });

  test('nobody but the desks of the community looks; a home that there is not is said to be none', async () => {
    for (const person of ['owner', 'engineer', 'guard', 'finance', 'customerServiceElsewhere', 'stranger'])
      expect(codeOf(await find(person, home))).toBe('NOT_ALLOWED');
    expect(codeOf(await find('supervisor', { ...home, room: '9999' }))).toBe('HOME_NOT_FOUND');
    expect(codeOf(await find('supervisor', { communityId: 'yunqi', number: 'yunqi·1' }))).toBe(
      'INVALID_INPUT',
    );
  });
});
