import { emergencySteps, stepNow } from './emergencySteps';

test.each([
  ['waiting', '接单'],
  ['offered', '接单'],
  ['accepted', '到场'],
  ['working', '修好'],
  ['paused', '修好'],
  ['finished', '回访'],
  ['closed', '回访'],
] as const)('an emergency that is %s waits for %s', (state, step) => {
  expect(emergencySteps[stepNow(state)]).toBe(step);
});
