import type { Instant } from '../../types/day';
import { type Changes, changes, create, replace, unchanged } from './changes';
import { closedCollection, type Stored } from './collection';
import { planOf, type Seal } from './plan';

interface Thing extends Stored {
  readonly content?: unknown;
}
const things = closedCollection<Thing>('things');
const audit = [{ what: 'done', beneficiary: { communityId: 'c1', homeId: 'h1' }, subjects: [] }];
const seal: Seal = {
  author: { action: 'test.do', actor: { openid: 'o', as: 'owner' }, requestId: 'r1' },
  at: 5 as Instant,
  auditId: 'audit-1',
};
const made = (content: unknown): Partial<Changes> => ({ writes: [create(things, { _id: 'a', content })] });

test('looks at what is replaced or rested on, not at what is created', () => {
  const read: Thing = { _id: 'b', version: 3 };
  const plan = planOf(
    changes({
      audit,
      expected: [unchanged(things, 'c', undefined)],
      writes: [create(things, { _id: 'a' }), replace(things, read, read)],
    }),
    seal,
  );
  expect(plan.checks).toEqual([
    { collection: 'things', id: 'c', version: 0 },
    { collection: 'things', id: 'b', version: 3 },
  ]);
  expect(plan.operations.map(({ kind, collection }) => `${kind} ${collection}`)).toEqual([
    'add things',
    'set things',
    'add audits',
  ]);
});

test('who did it comes from the seal; the community from the note where the author knows none', () => {
  const { operations } = planOf(changes({ audit }), seal);
  expect(operations).toMatchObject([
    {
      id: 'audit-1',
      fields: { at: 5, action: 'test.do', actor: { openid: 'o' }, communityId: 'c1', requestId: 'r1' },
    },
  ]);
});

test('fields that are undefined are left out, at any depth', () => {
  const plan = planOf(changes({ audit, ...made({ a: undefined, b: [{ c: undefined, d: null }] }) }), seal);
  expect(plan.operations[0]).toMatchObject({ fields: { content: { b: [{ d: null }] } } });
  expect(JSON.stringify(plan)).not.toContain('undefined');
});

test.each([
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['no number', Number.NaN],
  ['an endless number', Number.POSITIVE_INFINITY],
  ['a function', () => 0],
  ['a big integer', 1n],
])('%s is a bug', (_name, content) => {
  expect(() => planOf(changes({ audit, ...made(content) }), seal)).toThrow('no plain data');
});

test('changes without an audit note are a bug', () => {
  expect(() => planOf(changes(made(1)), seal)).toThrow('test.do changes something unaudited');
});

interface Posted extends Stored {
  readonly lines: readonly { readonly amount: number }[];
}
const journals = closedCollection<Posted>('journals');
const posted = (...amounts: readonly number[]) =>
  changes({ audit, journal: [create(journals, { _id: 'j', lines: amounts.map((amount) => ({ amount })) })] });

test('a journal is written with the id of the audit entry', () => {
  expect(planOf(posted(500, -300, -200), seal).operations[0]).toMatchObject({
    kind: 'add',
    collection: 'journals',
    fields: { auditId: 'audit-1' },
  });
});

test.each([[[]], [[0]], [[100]], [[100, -99]]])('a journal of %j is a bug', (amounts) => {
  expect(() => planOf(posted(...amounts), seal)).toThrow('journal j is out of balance');
});

test('a commit takes 20 documents, its own audit entry included, and not one more', () => {
  const some = (count: number) =>
    changes({ audit, writes: Array.from({ length: count }, (_, n) => create(things, { _id: `a${n}` })) });
  expect(planOf(some(19), seal).operations).toHaveLength(20);
  expect(() => planOf(some(20), seal)).toThrow('touches 21 documents');
});
