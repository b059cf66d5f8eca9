import fc from 'fast-check';
import { startClock } from '../../clocks';
import { codeOf, made } from '../testing/outcomes';
import { acting, at, hour, minute, morning, sample } from '../testing/samples';
import { confirmAppointment, pause, postpone, resume } from './standstill';

const day = 24 * hour;
const clocks = startClock([], 'close', 24 * 60, morning);
const working = sample({ clocks });
const engineer = (later: number) => acting('assignee', later);
const owner = (later: number) => acting('reporter', later);
const tomorrow = { from: at(25 * hour), to: at(27 * hour) };

describe('standing still', () => {
  test('for a named reason; then with as much time left as before', () => {
    const still = made(pause(working, { reason: 'part', note: '等软管' }, engineer(hour)));
    expect(still).toMatchObject({
      state: 'paused',
      paused: { since: at(hour), reason: 'part', note: '等软管' },
      clocks: [{ pausedSince: at(hour) }],
    });
    const on = made(resume(still, engineer(3 * hour)));
    expect(on).toMatchObject({ state: 'accepted', clocks: [{ by: at(26 * hour) }] });
    expect(on.paused).toBeUndefined();
    expect(on.clocks[0]?.pausedSince).toBeUndefined();
  });

  test('however often, no time is gained or lost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10 * hour), { maxLength: 12 }), (lengths) => {
        let [ticket, now, stood] = [working, 0, 0];
        for (const [index, length] of lengths.entries()) {
          now += length;
          const isStill = index % 2 === 1;
          stood += isStill ? length : 0;
          ticket = made(
            isStill
              ? resume(ticket, engineer(now))
              : pause(ticket, { reason: 'owner', note: '没人在家' }, engineer(now)),
          );
        }
        if (ticket.state === 'paused') ticket = made(resume(ticket, engineer(now)));
        expect(ticket.clocks[0]?.by).toBe(morning + day + stood);
      }),
      { seed: 20261110, numRuns: 100 },
    );
  });

  test('the supervisor may, others may not, and only from where it is going on', () => {
    expect(made(pause(working, { reason: 'owner', note: '约不上' }, acting('supervisor'))).state).toBe(
      'paused',
    );
    expect(codeOf(pause(working, { reason: 'owner', note: '约不上' }, owner(0)))).toBe('NOT_ALLOWED');
    expect(codeOf(pause(sample({ state: 'finished' }), { reason: 'part', note: '等' }, engineer(0)))).toBe(
      'TICKET_MOVED',
    );
    expect(codeOf(resume(working, engineer(0)))).toBe('TICKET_MOVED');
  });
});

describe('another day', () => {
  const postponed = () =>
    made(postpone(working, { reason: '缺配件', appointment: tomorrow }, engineer(hour)));

  test('waits for the owner with the clocks still, and counts as not fixed the first time', () => {
    expect(postponed()).toMatchObject({
      ...{ state: 'paused', comebacks: 1, paused: { reason: 'owner', note: '缺配件' } },
      appointment: { ...tomorrow, isConfirmed: false },
      clocks: [{ pausedSince: at(hour) }],
    });
    const before = made(
      postpone({ ...working, state: 'accepted' }, { reason: '堵车', appointment: tomorrow }, engineer(hour)),
    );
    expect(before.comebacks).toBe(0);
  });

  test('agreed: the deadline is the end of the appointment', () => {
    const agreed = made(confirmAppointment(postponed(), undefined, owner(2 * hour)));
    expect(agreed).toMatchObject({
      ...{ state: 'accepted', appointment: { ...tomorrow, isConfirmed: true } },
      clocks: [{ kind: 'close', by: tomorrow.to, level: 0 }],
    });
    expect(agreed.paused).toBeUndefined();
  });

  test('the owner names another time, and that one holds', () => {
    const other = { from: at(50 * hour), to: at(52 * hour) };
    const agreed = made(confirmAppointment(postponed(), other, owner(2 * hour)));
    expect(agreed).toMatchObject({
      appointment: { ...other, isConfirmed: true },
      clocks: [{ by: other.to }],
    });
  });

  test('an engineer who goes on by himself drops what nobody agreed to, and keeps what was agreed', () => {
    expect(made(resume(postponed(), engineer(2 * hour))).appointment).toBeUndefined();
    const agreed = made(confirmAppointment(postponed(), undefined, owner(2 * hour)));
    const still = made(pause(agreed, { reason: 'part', note: '等' }, engineer(3 * hour)));
    expect(made(resume(still, engineer(4 * hour))).appointment).toEqual({ ...tomorrow, isConfirmed: true });
  });

  test.each([
    ['in the past', { from: at(-hour), to: at(hour) }],
    ['that begins now', { from: at(hour), to: at(2 * hour) }],
    ['that ends before it begins', { from: at(9 * hour), to: at(8 * hour) }],
    ['of no length', { from: at(9 * hour), to: at(9 * hour) }],
    ['of more than half a day', { from: at(9 * hour), to: at(22 * hour) }],
    ['beyond two weeks', { from: at(14 * day), to: at(14 * day + 2 * hour) }],
  ])('no time %s', (_what, span) => {
    expect(codeOf(postpone(working, { reason: '忙', appointment: span }, engineer(hour)))).toBe(
      'WINDOW_NOT_POSSIBLE',
    );
    expect(codeOf(confirmAppointment(postponed(), span, owner(hour)))).toBe('WINDOW_NOT_POSSIBLE');
  });

  test('what is proposed must not have passed, must be there, and is agreed to once', () => {
    expect(codeOf(confirmAppointment(postponed(), undefined, owner(28 * hour)))).toBe('WINDOW_NOT_POSSIBLE');
    const forPart = made(pause(working, { reason: 'part', note: '等' }, engineer(minute)));
    expect(codeOf(confirmAppointment(forPart, undefined, owner(hour)))).toBe('TICKET_MOVED');
    const agreed = made(confirmAppointment(postponed(), undefined, owner(2 * hour)));
    expect(codeOf(confirmAppointment(agreed, undefined, owner(3 * hour)))).toBe('TICKET_MOVED');
    expect(codeOf(confirmAppointment(postponed(), undefined, engineer(3 * hour)))).toBe('NOT_ALLOWED');
  });
});

test('an appointment that is agreed to late does not make it in time', () => {
  const late = sample({
    ...{ urgency: 'emergency', state: 'accepted' },
    clocks: [{ kind: 'arrive', startedAt: at(0), by: at(minute), level: 2 }],
  });
  const asked = postpone(
    late,
    { reason: '缺件', appointment: { from: at(3 * hour), to: at(4 * hour) } },
    acting('assignee', hour),
  );
  const agreed = asked.ok && confirmAppointment(asked.value, undefined, acting('reporter', 2 * hour));
  expect(agreed).toMatchObject({
    value: {
      clocks: [
        { kind: 'arrive', by: at(4 * hour), missed: [{ by: at(hour + minute) }] },
        { kind: 'close', by: at(4 * hour) },
      ],
    },
  });
});
