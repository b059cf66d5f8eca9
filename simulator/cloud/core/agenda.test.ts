import { Agenda } from './agenda';
import { Clock } from './clock';
import { State } from './state';

let state: State;
let clock: Clock;
let agenda: Agenda;
let errors: unknown[];

beforeEach(() => {
  state = new State();
  clock = new Clock(0, 0);
  errors = [];
  agenda = new Agenda(state, clock, (_kind, error) => errors.push(error));
});
afterEach(async () => {
  await agenda.stop();
  state.close();
});

test('advancing fires all that is due, in order, at its own time', async () => {
  const seen: [unknown, number][] = [];
  agenda.handle('bell', async (payload) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    seen.push([payload, clock.now()]);
  });
  agenda.schedule({ at: 300, kind: 'bell', payload: 'c' });
  agenda.schedule({ at: 100, kind: 'bell', payload: 'a' });
  agenda.schedule({ at: 300, kind: 'bell', payload: 'd' });
  agenda.schedule({ at: 200, kind: 'bell', payload: 'b' });
  agenda.schedule({ at: 401, kind: 'bell', payload: 'not yet' });
  const fired = await agenda.advance(400);
  expect(seen).toEqual([
    ['a', 100],
    ['b', 200],
    ['c', 300],
    ['d', 300],
  ]);
  expect(fired.map((event) => event.at)).toEqual([100, 200, 300, 300]);
  expect(clock.now()).toBe(400);
});

test('what an event plans on the way fires too', async () => {
  const times: number[] = [];
  agenda.handle('tick', async (_payload, at) => {
    times.push(at);
    agenda.schedule({ at: at + 60, kind: 'tick', key: 'tick', payload: null });
  });
  agenda.schedule({ at: 60, kind: 'tick', key: 'tick', payload: null });
  await agenda.advance(200);
  expect(times).toEqual([60, 120, 180]);
  expect(agenda.upcoming(10).map((row) => row.at)).toEqual([240]);
});

test('the same key replaces what was planned; a cancelled key never fires', async () => {
  const seen: unknown[] = [];
  agenda.handle('bell', async (payload) => void seen.push(payload));
  agenda.schedule({ at: 10, kind: 'bell', key: 'k', payload: 'old' });
  agenda.schedule({ at: 20, kind: 'bell', key: 'k', payload: 'new' });
  agenda.schedule({ at: 20, kind: 'bell', key: 'gone', payload: 'gone' });
  agenda.cancel('gone');
  await agenda.advance(100);
  expect(seen).toEqual(['new']);
});

test('a handler that throws is reported and does not stop the others', async () => {
  const seen: unknown[] = [];
  agenda.handle('bell', async (payload) => {
    if (payload === 'bad') throw new Error('bad');
    seen.push(payload);
  });
  agenda.schedule({ at: 1, kind: 'bell', payload: 'bad' });
  agenda.schedule({ at: 2, kind: 'bell', payload: 'good' });
  const fired = await agenda.advance(5);
  expect(fired.map((event) => event.error)).toEqual(['bad', undefined]);
  expect(errors).toHaveLength(1);
  expect(seen).toEqual(['good']);
});

test('an event under way when the process died happens again after the restart', async () => {
  const unfinished = new Promise<void>(() => undefined);
  agenda.handle('notice', () => unfinished);
  agenda.schedule({ at: 1, kind: 'notice', payload: 7 });
  void agenda.advance(1);
  await new Promise((resolve) => setImmediate(resolve));
  const afterwards = new Agenda(state, clock, () => undefined);
  const seen: unknown[] = [];
  afterwards.handle('notice', async (payload) => void seen.push(payload));
  await afterwards.advance(1);
  expect(seen).toEqual([7]);
  agenda = afterwards;
});

test('a running clock fires by itself, a frozen one does not, a faster one sooner', async () => {
  const fired = new Promise<number>((resolve) => agenda.handle('bell', async (_payload, at) => resolve(at)));
  agenda.start();
  agenda.schedule({ at: 100_000, kind: 'bell', payload: null });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(agenda.upcoming(1)).toHaveLength(1);
  clock.run(3600);
  expect(await fired).toBe(100_000);
});

test('advancing waits for what the running clock has fired by itself, so that it ends at its own time', async () => {
  const times: number[] = [];
  const begun = new Promise<void>((resolve) => {
    agenda.handle('notice', async () => {
      resolve();
      await new Promise((done) => setTimeout(done, 20));
      times.push(clock.now());
    });
  });
  agenda.start();
  agenda.schedule({ at: 0, kind: 'notice', payload: null });
  clock.run(1);
  await begun;
  await agenda.advance(3_600_000);
  expect(times).toHaveLength(1);
  expect(times[0]).toBeLessThan(1_800_000);
});

test('what was under way when the state was replaced neither moves nor empties the state that came', async () => {
  let finish = (): void => undefined;
  agenda.handle('notice', () => new Promise((resolve) => (finish = resolve)));
  agenda.schedule({ at: 1, kind: 'notice', payload: null });
  state.saveSnapshot('before');
  const advanced = agenda.advance(1000);
  await new Promise((resolve) => setImmediate(resolve));
  state.resetTo('before');
  finish();
  await advanced;
  expect(agenda.upcoming(10)).toHaveLength(1);
  expect(clock.now()).toBe(1);
});

test('a jump fires nothing by itself and tells recurring events', () => {
  let told = 0;
  agenda.onJump(() => {
    told += 1;
  });
  agenda.jump(5000);
  expect([clock.now(), told]).toEqual([5000, 1]);
});

test('before the state is replaced an advance ends with its present event, which is waited for', async () => {
  let hasEnded = false;
  let end: () => void = () => undefined;
  agenda.handle('slow', async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    hasEnded = true;
  });
  agenda.schedule({ at: 100, kind: 'slow', payload: 1 });
  agenda.schedule({ at: 200, kind: 'slow', payload: 2 });
  const advance = agenda.advance(300);
  await new Promise((resolve) => setImmediate(resolve));
  const settled = agenda.settle();
  end();
  await settled;
  expect(hasEnded).toBe(true);
  expect((await advance).map(({ at }) => at)).toEqual([100]);
  expect(agenda.upcoming(5).map(({ at }) => at)).toEqual([200]);
});
