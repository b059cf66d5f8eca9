import { clockText, dateText, momentText, snapshotInstant, snapshotName, weekdayText } from './time';

const noon = Date.parse('2026-11-23T14:20:36.204+08:00');

test('instants are written in the time of China', () => {
  expect(clockText(noon)).toBe('14:20:36');
  expect(clockText(noon, true)).toBe('14:20:36.204');
  expect(`${dateText(noon)} ${weekdayText(noon)}`).toBe('11月23日 周一');
  expect(weekdayText(Date.parse('2026-11-22T23:59:59+08:00'))).toBe('周日');
  expect(dateText(Date.parse('2026-11-22T16:30:00Z'))).toBe('11月23日');
});

test('another day carries its date', () => {
  expect(momentText(noon, noon + 3_600_000)).toBe('14:20');
  expect(momentText(noon, noon + 10 * 3_600_000)).toBe('11月23日 14:20');
});

test('the name of a snapshot is one the cloud takes, and tells its time', () => {
  expect(snapshotName(noon)).toBe('at-20261123-142036');
  expect(snapshotName(noon)).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
  expect(snapshotInstant(snapshotName(noon))).toBe(Date.parse('2026-11-23T14:20:36+08:00'));
  expect(snapshotInstant('start')).toBeUndefined();
});
