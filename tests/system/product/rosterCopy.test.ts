import { addDays, day } from '../../../types/day';
import { GivingWorld } from './givingWorld';
import { granted } from './world';

jest.setTimeout(240_000);

const communityId = 'yunqi';
const thisMonday = day('2026-11-09');
const nextMonday = day('2026-11-16');
const minute = 60_000;
const hour = 60 * minute;
const hours = { from: 480, to: 1020 };

/** A week planned as the one before. The world begins on Tuesday 2026-11-10 at nine. */
describe('a week of the roster is copied', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
  });
  afterEach(() => at?.world.stop());

  const plans = async (staffId: string, on: string, shift = hours) =>
    granted(await at.world.ask('supervisor', 'roster.setShift', { communityId, staffId, day: on, shift }));
  const copies = (keeps?: 'planned' | 'copied', from: string = nextMonday) => ({
    ...{ communityId, from },
    ...(keeps ? { keeps } : {}),
  });
  const copied = async (keeps?: 'planned' | 'copied', from?: string) =>
    granted(await at.world.ask('supervisor', 'roster.copyWeek', copies(keeps, from)));
  const isOnDuty = async (name: string) => (await at.world.read('workloads', name))?.isOnDuty ?? false;
  const refusal = (input: ReturnType<typeof copies>) => at.refusal('supervisor', 'roster.copyWeek', input);
  const shiftsOf = async (staffId: string, from: string = nextMonday) => {
    const week = granted(await at.world.ask('supervisor', 'roster.week', { communityId, from }));
    return week
      .find((one) => one.staffId === staffId)
      ?.days.flatMap(({ day: on, shift }) => (shift ? [[on, shift.from]] : []));
  };

  test('everybody gets what they had, and is told when it begins', async () => {
    await at.hire('zhang');
    await at.hire('ma');
    await plans('zhang', '2026-11-11');
    await plans('zhang', '2026-11-15', { from: 1320, to: 1920 });
    await plans('ma', '2026-11-12');
    const { copied: count, left, overlapping, waiting, plans: week } = await copied();
    expect([count, left, overlapping, waiting]).toEqual([3, [], [], 0]);
    expect(week.find(({ staffId }) => staffId === 'ma')?.days[3]).toEqual({
      ...{ day: '2026-11-19', shift: hours },
    });
    expect(await shiftsOf('zhang')).toEqual([
      ['2026-11-18', 480],
      ['2026-11-22', 1320],
    ]);
    const due = (await at.world.all('due')).map(({ _id }) => String(_id));
    expect(due.filter((id) => id.startsWith('shift·'))).toHaveLength(6);
    expect(due.filter((id) => id.startsWith('weekCopy·'))).toEqual([]);
  });

  test('the same request copies once, also after the week was changed', async () => {
    await at.hire('zhang');
    await plans('zhang', '2026-11-11');
    const again = 'copy-once';
    granted(await at.world.ask('supervisor', 'roster.copyWeek', copies(), again));
    granted(
      await at.world.ask('supervisor', 'roster.setShift', {
        communityId,
        staffId: 'zhang',
        day: '2026-11-18',
      }),
    );
    const second = granted(await at.world.ask('supervisor', 'roster.copyWeek', copies(), again));
    expect([second.copied, await shiftsOf('zhang')]).toEqual([1, []]);
  });

  test('where something stands already it is asked which to keep', async () => {
    await at.hire('zhang');
    await at.hire('ma');
    await plans('zhang', '2026-11-11');
    await plans('zhang', '2026-11-12');
    await plans('zhang', '2026-11-18', { from: 840, to: 1320 });
    await plans('ma', '2026-11-20');
    expect(await refusal(copies())).toBe('WEEK_HAS_SHIFTS');
    expect((await copied('planned')).copied).toBe(1);
    expect(await shiftsOf('zhang')).toEqual([
      ['2026-11-18', 840],
      ['2026-11-19', 480],
    ]);
    expect((await copied('copied')).copied).toBe(1);
    expect(await shiftsOf('zhang')).toEqual([
      ['2026-11-18', 480],
      ['2026-11-19', 480],
    ]);
    // Whoever had nothing the week before keeps what they have.
    expect(await shiftsOf('ma')).toEqual([['2026-11-20', 480]]);
  });

  test('a day that was free the week before is free again, and said to be', async () => {
    await at.hire('zhang');
    await plans('zhang', '2026-11-11');
    granted(await at.world.ask('supervisor', 'roster.copyWeek', copies()));
    await plans('zhang', '2026-11-20');
    expect(await copied('copied')).toMatchObject({ copied: 0, takenAway: 1 });
    expect(await shiftsOf('zhang')).toEqual([['2026-11-18', 480]]);
    expect(await copied('copied')).toMatchObject({ copied: 0, takenAway: 0 });
  });

  test('whoever has left is passed over and named', async () => {
    await at.hire('zhang');
    await at.hire('ma');
    await at.hire('li');
    for (const name of ['zhang', 'ma', 'li']) await plans(name, '2026-11-11');
    await at.world.remove('staffMembers', 'ma');
    await at.hire('ma', { duties: ['finance'] });
    await at.world.remove('staffMembers', 'li');
    await at.world.seed('staffMembers', {
      ...{ _id: 'li', communityId, name: '李师傅', phone: '13800000000', duties: ['engineer'] },
      ...{ skills: [], areas: [], from: '2020-01-01', to: '2026-11-15' },
    });
    const { copied: count, left } = await copied();
    expect([count, [...left].sort()]).toEqual([1, ['ma', '李师傅']]);
    expect(await shiftsOf('ma')).toBeUndefined();
  });

  test('a week that is over, and one with nothing before it, are refused', async () => {
    await at.hire('zhang');
    expect(await refusal(copies())).toBe('WEEK_WITHOUT_SHIFTS');
    expect(await refusal(copies(undefined, addDays(thisMonday, -7)))).toBe('SHIFT_NOT_SOUND');
  });

  test('whoever is at work stays at work, whatever was planned for these hours the week before', async () => {
    const before = { from: 480, to: 720 };
    for (const [name, on, shift] of [
      ['zhang', '2026-11-10', before],
      ['ma', '2026-11-10', before],
      ['li', '2026-11-12', hours],
      ['wang', '2026-11-10', { from: 1320, to: 1920 }],
      ['zhao', '2026-11-10', { from: 720, to: 1320 }],
    ] as const) {
      await at.hire(name);
      await plans(name, on, shift);
    }
    for (const name of ['ma', 'li']) await plans(name, '2026-11-17', { from: 540, to: 840 });
    await plans('zhao', '2026-11-17', { from: 1200, to: 1380 });
    // Tuesday a week later, ten past twelve.
    at.world.advance(7 * 24 * hour + 3 * hour + 10 * minute);
    await at.world.tick();
    await at.onDuty('zhang', 'ma', 'li');
    const week = await copied('copied', '2026-11-16');
    expect(week).toMatchObject({ copied: 2, left: [], overlapping: [], waiting: 0 });
    expect(week.begun.map(({ name, day: on }) => [name, on]).sort()).toEqual([
      ['li', '2026-11-17'],
      ['ma', '2026-11-17'],
      ['zhang', '2026-11-17'],
      ['zhao', '2026-11-17'],
    ]);
    const planned = await Promise.all(
      ['zhang', 'ma', 'li', 'wang', 'zhao'].map(async (name) => [name, await shiftsOf(name, '2026-11-16')]),
    );
    expect(Object.fromEntries(planned)).toEqual({
      zhang: [],
      ma: [['2026-11-17', 540]],
      li: [
        ['2026-11-17', 540],
        ['2026-11-19', 480],
      ],
      wang: [['2026-11-17', 1320]],
      zhao: [['2026-11-17', 1200]],
    });
    await at.minutes(3);
    expect(await Promise.all(['zhang', 'ma', 'li'].map(isOnDuty))).toEqual([true, true, true]);
    at.world.advance(2 * hour);
    await at.minutes(2);
    // The shifts that stood end at two; who came without one goes as they like.
    expect(await Promise.all(['zhang', 'ma', 'li'].map(isOnDuty))).toEqual([true, false, false]);
  });

  test('what an answer that was cut off has left, the tick does, once', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `crew${String(index).padStart(2, '0')}`);
    for (const name of names) {
      await at.hire(name);
      await plans(name, '2026-11-11');
    }
    expect((await copied()).waiting).toBe(5);
    await at.minutes(2);
    const counts = await Promise.all(names.map(async (name) => (await shiftsOf(name))?.length));
    expect(counts).toEqual(names.map(() => 1));
    expect(await at.world.read('weekCopies', `${communityId}·${nextMonday}`)).toMatchObject({
      ...{ copied: 25, waiting: [] },
    });
    expect((await at.world.all('due')).some(({ kind }) => kind === 'weekCopy')).toBe(false);
  });

  test('only who is planned in shifts can be given one', async () => {
    await at.hire('qian', { duties: ['finance'] });
    const shift = { communityId, staffId: 'qian', day: '2026-11-11', shift: hours };
    expect(await at.refusal('supervisor', 'roster.setShift', shift)).toBe('COLLEAGUE_NOT_POSSIBLE');
  });
});
