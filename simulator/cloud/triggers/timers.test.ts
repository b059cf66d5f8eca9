import { Harness, start } from '../functions/testing/harness';
import { Timers } from './timers';

const minute = 60_000;
const hour = 60 * minute;
const source = 'exports.main = () => 1;';
const timer = (config: string, name = 'clockwork') => ({ triggers: [{ name, type: 'timer', config }] });

let harness: Harness;
let timers: Timers;
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.close());

const begin = () => {
  timers = new Timers(harness.context, harness.functions);
  timers.start();
};
const runs = () =>
  harness
    .logged('function')
    .filter(({ source: from }) => from === 'wx_trigger')
    .map(({ at, what }) => [what, Math.floor((at - start) / minute)]);

test('advancing fires every run on the way, in order, each at its own time', async () => {
  harness.deploy('hourly', source, timer('0 0 * * * * *'));
  harness.deploy('half', source, timer('0 30 * * * * *'));
  begin();
  const fired = await harness.context.agenda.advance(start + 2 * hour);
  expect(runs()).toEqual([
    ['half', 30],
    ['hourly', 60],
    ['half', 90],
    ['hourly', 120],
  ]);
  expect(fired.map(({ kind, key }) => [kind, key])).toContainEqual(['timer', 'timer:half:clockwork']);
  expect(timers.upcoming()).toEqual([
    { function: 'half', trigger: 'clockwork', at: start + 2 * hour + 30 * minute },
    { function: 'hourly', trigger: 'clockwork', at: start + 3 * hour },
  ]);
});

test('the function sees the event, the simulated time, the source and no user', async () => {
  harness.deploy(
    'seen',
    'exports.main = (event) => { console.log(JSON.stringify([event, Date.now(), process.env.TCB_SOURCE, process.env.TRIGGER_SRC, process.env.WX_OPENID])); };',
    timer('0 0 2 1 * * *', 'monthEnd'),
  );
  begin();
  const at = Date.parse('2026-12-01T02:00:00+08:00');
  await harness.context.agenda.advance(at);
  const event = { Type: 'Timer', TriggerName: 'monthEnd', Time: '2026-11-30T18:00:00Z', Message: '' };
  const [entry] = harness.logged('function');
  expect(JSON.parse(entry?.lines?.[0] ?? '')).toEqual([event, at, 'wx_trigger', 'timer', null]);
  expect(harness.logged('timer')).toMatchObject([
    { who: 'timer', what: 'seen/monthEnd', at, outcome: 'ok', requestId: entry?.requestId },
  ]);
});

test('a fault fires a trigger twice', async () => {
  harness.deploy('work', source, timer('0 0 * * * * *'));
  begin();
  harness.context.faults.add({ id: 'f', point: 'timer.work', kind: 'twice', chance: 1, times: 1 });
  await harness.context.agenda.advance(start + 2 * hour);
  expect(runs()).toEqual([
    ['work', 60],
    ['work', 60],
    ['work', 120],
  ]);
});

test('a failing function is reported and its timer goes on', async () => {
  harness.deploy('work', 'exports.main = () => { throw new Error("no power"); };', timer('0 0 * * * * *'));
  begin();
  const fired = await harness.context.agenda.advance(start + 2 * hour);
  expect(fired.map(({ error }) => error)).toEqual([
    expect.stringContaining('no power'),
    expect.stringContaining('no power'),
  ]);
  expect(harness.logged('timer').map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
});

test('a jump of the clock fires nothing and plans anew, forwards and backwards', async () => {
  harness.deploy('work', source, timer('0 0 * * * * *'));
  begin();
  harness.context.agenda.jump(start + 100 * hour);
  expect(timers.upcoming()[0]?.at).toBe(start + 101 * hour);
  harness.context.agenda.jump(start - 100 * hour);
  await harness.context.agenda.advance(start - 99 * hour);
  expect(runs()).toEqual([['work', -99 * 60]]);
});

test('a running clock fires by itself', async () => {
  harness.deploy('work', source, timer('*/30 * * * * * *'));
  begin();
  harness.context.agenda.start();
  harness.context.clock.run(600);
  const fired = () => harness.logged('timer').map(({ at }) => at - start);
  while (![30_000, 60_000, 90_000].every((at) => fired().includes(at))) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  harness.context.clock.freeze();
});

describe('changes of functions', () => {
  const change = (name: string, config: unknown, code = source) => {
    harness.deploy(name, code, config);
    harness.functions.bundles.refresh();
  };

  test('a new, a changed and a removed trigger', async () => {
    begin();
    change('work', timer('0 0 * * * * *'));
    expect(timers.upcoming()).toMatchObject([{ at: start + hour }]);
    change('work', timer('0 15 * * * * *'));
    expect(timers.upcoming()).toMatchObject([{ at: start + 15 * minute }]);
    change('work', {});
    expect(timers.upcoming()).toEqual([]);
    change('work', timer('0 0 * * * * *'));
    harness.remove('work');
    harness.functions.bundles.refresh();
    expect(timers.upcoming()).toEqual([]);
    await harness.context.agenda.advance(start + 2 * hour);
    expect(runs()).toEqual([]);
  });

  test('new code leaves the plan as it is', () => {
    change('work', timer('0 0 * * * * *'));
    begin();
    harness.context.clock.set(start + 59 * minute);
    change('work', timer('0 0 * * * * *'), `${source} // newer`);
    expect(timers.upcoming()).toMatchObject([{ at: start + hour }]);
  });

  test('a wrong expression costs the function its timer and nothing else, and is complained about once', async () => {
    change('work', timer('0 0 25 * * * *'), 'exports.main = () => 1;');
    begin();
    harness.functions.bundles.refresh();
    change('other', {});
    expect(timers.upcoming()).toEqual([]);
    expect(harness.logged('simulator').map(({ detail }) => detail)).toEqual([
      expect.stringContaining('hour: 25 is not in 0-23'),
    ]);
    await expect(harness.call('work')).resolves.toBe(1);
  });

  test('a trigger whose last year is over is planned no more', async () => {
    change('work', timer('0 0 10 10 11 * 2026'));
    begin();
    await harness.context.agenda.advance(start + 24 * hour);
    expect(runs()).toEqual([['work', 60]]);
    expect(timers.upcoming()).toEqual([]);
  });
});

describe('another start of the same state', () => {
  const restart = (now: number) => {
    harness.context.clock.set(now);
    begin();
    return timers.upcoming()[0]?.at;
  };
  beforeEach(() => {
    harness.deploy('work', source, timer('0 0 * * * * *'));
    begin();
  });

  test('keeps what is planned', () => expect(restart(start + 10 * minute)).toBe(start + hour));
  test('fires what fell due while the process went down', async () => {
    expect(restart(start + hour + 1000)).toBe(start + hour);
    await harness.context.agenda.advance(start + hour + 2000);
    expect(runs()).toHaveLength(1);
  });
  test('does not live through a month that the clock was set forward', () =>
    expect(restart(start + 720 * hour + 1)).toBe(start + 721 * hour));
  test('does not wait for a plan of a later time when the clock was set back', () =>
    expect(restart(start - 720 * hour)).toBe(start - 719 * hour));
  test('a reset brings back the plan of the snapshot’s functions, or that of today’s', async () => {
    harness.context.state.saveSnapshot('morning');
    harness.deploy('later', source, timer('0 30 * * * * *'));
    harness.functions.bundles.refresh();
    await harness.context.agenda.advance(start + hour);
    harness.context.clock.set(start);
    harness.context.state.resetTo('morning');
    expect(timers.upcoming()).toEqual([
      { function: 'later', trigger: 'clockwork', at: start + 30 * minute },
      { function: 'work', trigger: 'clockwork', at: start + hour },
    ]);
  });
});
