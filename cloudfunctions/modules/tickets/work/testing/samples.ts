import type { Instant } from '../../../../../types/day';
import { usualTerms } from '../../terms';
import type { Ticket } from '../../ticket';
import type { Acting } from '../acting';

export const minute = 60_000;
export const hour = 60 * minute;
/** 2026-11-10 09:00 in China. */
export const morning = Date.parse('2026-11-10T09:00:00+08:00') as Instant;

export function at(milliseconds: number): Instant {
  return (morning + milliseconds) as Instant;
}

/** A leak in 3栋2单元1201, reported at nine, that 张建国 is working on. */
export function sample(more: Partial<Ticket> = {}): Ticket {
  return {
    ...{ _id: 'yunqi·20261110-0001', version: 3, communityId: 'yunqi', number: '20261110-0001' },
    ...{ type: 'repair', problem: 'leak', urgency: 'general', channel: 'app', state: 'working' },
    ...{ title: { text: '厨房水管漏水', check: 'passed' }, text: { text: '厨房水管漏水', check: 'passed' } },
    ...{ photos: [], reportedAt: morning, movedAt: morning },
    ...{ homeId: 'yunqi-1201', place: '3栋2单元1201', building: '3栋' },
    reporter: { openid: 'o-owner', residentId: 'resident-owner', name: '王芳', phone: '13900000000' },
    assignee: {
      ...{ staffId: 'engineer', openid: 'o-engineer', name: '张建国', phone: '13800000000' },
      givenAt: morning,
    },
    ...{ turned: [], clocks: [], steps: [], checklist: [], before: [], after: [], materials: [] },
    ...{ comebacks: 0, answers: [], revisits: [], taskIds: [] },
    ...more,
  };
}

const who: Readonly<Record<string, Acting['who']>> = {
  assignee: { by: '张师傅', staffId: 'engineer', openid: 'o-engineer' },
  reporter: { by: '住户', openid: 'o-owner' },
  customerService: { by: '客服', staffId: 'service', openid: 'o-service' },
  supervisor: { by: '主管', staffId: 'supervisor', openid: 'o-supervisor' },
};

/** Somebody who acts so long after nine. */
export function acting(as: Acting['as'], later = 0): Acting {
  return { as, who: who[as] ?? { by: '系统' }, now: at(later), terms: usualTerms };
}
