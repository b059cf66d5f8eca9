import { at, sample } from '../work/testing/samples';
import { afterChecked, badTold } from './afterCheckTicket';

const closed = sample({ state: 'closed', afterCheck: { state: 'due' } });
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

test('good work adds no step', () => {
  expect(afterChecked(closed, { verdict: 'good' }, who, at(1)).steps).toEqual(closed.steps);
});
