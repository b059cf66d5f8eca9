import { Callers } from './callers';
import { Clock, chinaTime, compactChinaTime } from './clock';
import { Continuity } from './continuity';
import { Faults } from './faults';
import { Log } from './log';
import { Random } from './random';
import { State } from './state';

describe('clock', () => {
  test('a frozen clock stands still, a set one starts from there', () => {
    const clock = new Clock(1000, 0);
    expect(clock.now()).toBe(1000);
    clock.set(5000);
    expect(clock.now()).toBe(5000);
  });

  test('it tells of every change', () => {
    const clock = new Clock(0);
    const rates: number[] = [];
    const stop = clock.onChange((state) => rates.push(state.rate));
    clock.freeze();
    clock.run(60);
    stop();
    clock.run(1);
    expect(rates).toEqual([0, 60]);
  });

  test.each([-1, 3601, Number.NaN])('a rate of %p is refused', (rate) => {
    expect(() => new Clock(0).run(rate)).toThrow('clock rate');
  });

  test('instants are written in China time', () => {
    const instant = Date.parse('2026-10-31T16:00:00Z');
    expect(chinaTime(instant)).toBe('2026-11-01T00:00:00+08:00');
    expect(compactChinaTime(instant)).toBe('20261101000000');
  });
});

describe('chance', () => {
  test('the same seed deals the same, streams do not disturb one another', () => {
    const first = new Random(7, 1);
    const second = new Random(7, 1);
    second.stream('other').next();
    expect(first.stream('ids').hex(32)).toBe(second.stream('ids').hex(32));
  });

  test('another start of the same state deals other identifiers, also to those who hold a stream', () => {
    const random = new Random(7, 1);
    const held = random.stream('ids');
    const dealt = held.hex(32);
    random.restart(2);
    const later = held.hex(32);
    expect(later).not.toBe(dealt);
    random.restart(1);
    expect(held.hex(32)).toBe(dealt);
  });

  test('numbers lie in [0, 1) and spread', () => {
    const stream = new Random(3, 1).stream('x');
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i += 1) counts[stream.below(4)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('faults', () => {
  const faults = () => new Faults(new Random(1, 1).stream('faults'));

  test('a rule strikes only where it points, as often as it says', () => {
    const some = faults();
    some.add({ id: 'a', point: 'pay.*', kind: 'lost', chance: 1, times: 2 });
    expect(some.draw('database.get')).toEqual([]);
    const struck = [1, 2, 3].map(() => some.draw('pay.notice').length);
    expect(struck).toEqual([1, 1, 0]);
    expect(some.list().drawn).toBe(2);
  });

  test('chance follows the seed', () => {
    const run = () => {
      const some = faults();
      some.add({ id: 'a', point: 'x', kind: 'error', chance: 0.3 });
      return Array.from({ length: 50 }, () => some.draw('x').length).join('');
    };
    expect(run()).toBe(run());
    expect(run()).toContain('1');
    expect(run()).toContain('0');
  });

  test('a dot is a dot', () => {
    const some = faults();
    some.add({ id: 'a', point: 'a.b*', kind: 'x', chance: 1 });
    expect(some.draw('aXb')).toEqual([]);
  });
});

describe('callers', () => {
  test('a token opens only while its invocation lasts; no token is the developer', () => {
    let next = 0;
    const callers = new Callers(() => `t${++next}`, 'wx1');
    const token = callers.mint({ appid: 'wx1', source: 'wx_client', openid: 'o1', clientIp: '' });
    expect(callers.find(token)?.openid).toBe('o1');
    callers.revoke(token);
    expect(callers.find(token)).toBeUndefined();
    expect(callers.find(undefined)).toMatchObject({ appid: 'wx1', source: '' });
  });
});

describe('log', () => {
  const entry = { at: 0, kind: 'function', who: 'o1', what: 'api', milliseconds: 1, outcome: 'ok' } as const;

  test('it finds by who, what and after', () => {
    const log = new Log();
    log.add(entry);
    log.add({ ...entry, who: 'o2' });
    log.add({ ...entry, what: 'tick' });
    expect(log.find({ who: 'o2' }).map((found) => found.id)).toEqual([2]);
    expect(log.find({ after: 1, what: 'api' }).map((found) => found.id)).toEqual([2]);
    expect(log.find({ limit: 1 }).map((found) => found.id)).toEqual([3]);
  });

  test('it forgets the oldest', () => {
    const log = new Log();
    for (let i = 0; i < 12_000; i += 1) log.add(entry);
    const all = log.find({ limit: 10_000 });
    expect(all.at(-1)?.id).toBe(12_000);
    expect(all.length).toBeLessThanOrEqual(10_000);
  });
});

describe('continuity', () => {
  test('a snapshot brings its time back, and identifiers are not dealt twice', () => {
    const state = new State();
    const clock = new Clock(1_000_000, 0);
    const random = new Random(1, 0);
    const continuity = new Continuity(state, clock, random);
    continuity.keepNow();
    state.saveSnapshot('s');
    const dealt = random.stream('ids').hex(32);
    clock.set(9_000_000);
    state.resetTo('s');
    expect(clock.now()).toBe(1_000_000);
    expect(random.stream('ids').hex(32)).not.toBe(dealt);
    state.close();
  });
});
