import type { LiveEmergency } from '../../../../types/contract/ticketDesks';
import { emergencySteps, stepNow, stillUnderWay } from './emergencySteps';

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

test('an emergency that is to be revisited stands on the desk once', () => {
  const emergency = (ticketId: string): LiveEmergency => ({
    ...{ ticketId, number: '20261110-0001', type: 'repair', problem: 'burst', urgency: 'emergency' },
    ...{ title: '爆管', place: '3栋2单元1201', state: 'closed', reportedAt: 0, movedAt: 0 },
    ...{ canCallOwner: true, links: [] },
  });
  const [repaired, running] = [emergency('repaired'), emergency('running')];
  const live = stillUnderWay({ emergencies: [repaired, running], revisits: [repaired] });
  expect(live).toEqual([running]);
});
