import { day } from '../../../types/day';
import type { Caller } from '../../kernel/caller';
import { ticketChanges } from './changesOf';
import { isReporter } from './reach';
import { readerOf } from './reporting/reader';
import { usualTerms } from './terms';
import type { Ticket } from './ticket';
import type { Watchers } from './watchers';
import { morning, sample } from './work/testing/samples';
import { tellAssignee, tellReporter } from './work/told';

const held = { communityId: 'yunqi', tenureId: 't1', residentId: 'r1', relation: 'tenant' } as const;
const living: Caller = { openid: 'o-owner', homes: [{ homeId: 'yunqi-1201', ...held }], posts: [] };
const gone: Caller = { ...living, homes: [{ homeId: 'yunqi-1305', ...held }] };
const { homeId: _home, ...common } = sample();

test.each<[string, Ticket, boolean]>([
  ['a repair of the home', sample(), false],
  ['a complaint', sample({ type: 'complaint' }), true],
  ['an enquiry', sample({ type: 'enquiry' }), true],
  ['a repair of the common area', common, true],
])('who has moved out and reported %s reads and signs it: %s', (_, ticket, isTheirs) => {
  expect(isReporter(ticket, living)).toBe(true);
  expect(isReporter(ticket, gone)).toBe(isTheirs);
  expect(readerOf(ticket, gone).isOwner).toBe(isTheirs);
  expect(isReporter(ticket, { ...living, openid: 'o-other' })).toBe(false);
});

const tenure = {
  ...{ id: 't1', residentId: 'r1', relation: 'tenant', name: '王芳', phone: '13900000000' },
  ...{ from: day('2026-01-01'), origin: 'register', confirmed: true },
  holder: { openid: 'o-owner', by: 'register', at: morning },
};
const around = (to: string | undefined) =>
  ({
    staff: [],
    household: {
      ...{ _id: 'yunqi-1201', version: 1, communityId: 'yunqi', place: {} },
      tenures: [to === undefined ? tenure : { ...tenure, to: day(to) }],
    },
  }) as unknown as Watchers;

function told(ticket: Ticket, to: string | undefined) {
  const messages = [...tellReporter(ticket, 'ticketMoved'), ...tellAssignee(ticket, 'workMoved')];
  const change = { what: 'ticketPaused', now: morning, terms: usualTerms, workloads: 'elsewhere' } as const;
  const { messages: sent, topics } = ticketChanges(ticket, ticket, {
    ...change,
    messages,
    watchers: around(to),
  });
  return [...sent.map(({ kind }) => kind), ...topics.map(({ openid }) => openid)];
}

test('nor do they hear of it any more; whoever works on it does', () => {
  expect(told(sample(), undefined)).toEqual(['ticketMoved', 'workMoved', 'o-owner', 'o-engineer']);
  expect(told(sample(), '2026-11-01')).toEqual(['workMoved', 'o-engineer']);
  expect(told(sample({ type: 'enquiry' }), '2026-11-01')).toContain('ticketMoved');
});

describe('what a guard found on patrol in the common area', () => {
  const reporter = { openid: 'o-owner', name: '刘强', phone: '13800000001', takenBy: 'guard' };
  const found: Ticket = { ...common, channel: 'patrol', reporter };
  const post = { communityId: 'yunqi', staffId: 'guard', duties: ['guard'] } as const;

  test('is read and signed by the guard as long as the post is theirs', () => {
    expect(isReporter(found, { ...gone, posts: [post] })).toBe(true);
    expect(isReporter(found, { ...gone, posts: [{ ...post, staffId: 'other' }] })).toBe(false);
    expect(readerOf(found, living).isOwner).toBe(false);
  });

  test('nor do they hear of it once they have left', () => {
    const kinds = (to: string | undefined) => {
      const member = { _id: 'guard', from: day('2026-01-01'), ...(to === undefined ? {} : { to: day(to) }) };
      const change = {
        what: 'ticketPaused',
        now: morning,
        terms: usualTerms,
        workloads: 'elsewhere',
      } as const;
      const messages = tellReporter(found, 'ticketMoved');
      const watchers = { staff: [{ ...member, duties: ['guard'] }] } as unknown as Watchers;
      return ticketChanges(found, found, { ...change, messages, watchers }).messages.length;
    };
    expect([kinds(undefined), kinds('2026-11-01')]).toEqual([1, 0]);
  });
});
