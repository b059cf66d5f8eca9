import { at, sample } from '../work/testing/samples';
import { afterChecked, badTold } from './afterCheckTicket';

const closed = sample({ state: 'closed', afterCheck: { state: 'due', about: 'late' } });
const who = { by: '李主管', staffId: 's-lead', openid: 'o-lead' };

test('bad work stands on the timeline, and the engineer and the project manager are told', () => {
  const next = afterChecked(closed, { verdict: 'bad', note: '接口还在渗' }, who, at(1));
  expect(next.afterCheck).toMatchObject({ state: 'bad', by: '李主管', at: at(1), note: '接口还在渗' });
  expect(next.steps.at(-1)).toMatchObject({ what: 'afterChecked', note: { text: '接口还在渗' }, ...who });
  expect(badTold(next).map(({ to, kind }) => [to, kind])).toEqual([
    [{ openid: 'o-engineer' }, 'checkFailed'],
    [{ duty: 'projectManager' }, 'checkFailed'],
  ]);
});

test('that it was given to the wrong one is nothing its engineer did', () => {
  const given = sample({ state: 'closed', afterCheck: { state: 'due', about: 'giving' } });
  const next = afterChecked(given, { verdict: 'bad', note: '有人更近' }, who, at(1));
  expect(next.afterCheck?.about).toBe('giving');
  expect(badTold(next).map(({ to }) => to)).toEqual([{ duty: 'projectManager' }]);
});

test('good work adds no step', () => {
  expect(afterChecked(closed, { verdict: 'good' }, who, at(1)).steps).toEqual(closed.steps);
});
