import fc from 'fast-check';
import type { Document } from '../database/semantics/document';
import type { ListEvent } from './messages';
import { ResultList } from './resultList';

const open = (document: Document) => document.state === 'open';
const shape = ({ DataType, QueueType, DocID }: ListEvent) => `${DataType}/${QueueType} ${DocID}`;
const a = { _id: 'a', state: 'open', n: 1 };
const b = { _id: 'b', state: 'open', n: 2 };
const c = { _id: 'c', state: 'open', n: 3 };

// [document] The table of dataType and queueType in 实时数据推送.
test.each<[string, Document | undefined, Document | undefined, string[]]>([
  ['a new document enters', undefined, b, ['add/enqueue b']],
  ['a new document of no interest', undefined, { ...b, state: 'done' }, []],
  ['a shown document changes', a, { ...a, n: 5 }, ['update/update a']],
  ['a shown document no longer matches', a, { ...a, state: 'done' }, ['update/dequeue a']],
  ['a document begins to match', { ...b, state: 'done' }, b, ['update/enqueue b']],
  ['a shown document is removed', a, undefined, ['remove/dequeue a']],
  ['another document is removed', b, undefined, []],
  ['nothing really changed', a, { ...a }, []],
])('unlimited: %s', (_what, before, after, events) => {
  expect(new ResultList([a]).apply({ before, after }, open).map(shape)).toEqual(events);
});

test.each<[string, Document, Document, string]>([
  ['in its place', a, { ...a, n: 5 }, 'replace/update a'],
  ['and leaves', a, { ...a, state: 'done' }, 'replace/dequeue a'],
  ['and enters', { ...b, state: 'done' }, b, 'replace/enqueue b'],
])('a document is set as a whole %s', (_what, before, after, event) => {
  const [only, ...others] = new ResultList([a]).apply({ before, after, manner: 'replace' }, open);
  expect([only && shape(only), others]).toEqual([event, []]);
  expect(only).toEqual(expect.not.objectContaining({ UpdatedFields: expect.anything() }));
  expect(JSON.parse(only?.Doc ?? '')).toEqual(after);
});

test.each<[string, Document[], Document | undefined, Document | undefined, string[]]>([
  ['a new one pushes the last out', [a, c], undefined, c, ['limit/dequeue b', 'add/enqueue c']],
  ['a removed one lets the next in', [b, c], a, undefined, ['remove/dequeue a', 'limit/enqueue c']],
  ['a change moves one out', [b, c], a, { ...a, n: 9 }, ['update/dequeue a', 'limit/enqueue c']],
  ['a change moves one in', [{ ...c, n: 0 }, a], c, { ...c, n: 0 }, ['limit/dequeue b', 'update/enqueue c']],
  ['a shown one changes in its place', [{ ...a, x: 1 }, b], a, { ...a, x: 1 }, ['update/update a']],
  ['nothing to do with the list', [a, b], c, undefined, []],
])('limited to two: %s', (_what, next, before, after, events) => {
  expect(new ResultList([a, b]).replaceBy(next, { before, after }).map(shape)).toEqual(events);
});

test('an update names the changed and the removed paths', () => {
  const before = { _id: 'x', keep: 1, gone: 2, deep: { same: 1, other: 2, away: 3 }, list: [1, 2] };
  const after = { _id: 'x', keep: 1, deep: { same: 1, other: 5 }, list: [1, 3], fresh: new Date(0) };
  const [event] = new ResultList([before]).apply({ before, after }, () => true);
  expect(JSON.parse(event?.UpdatedFields ?? '')).toEqual({
    'deep.other': 5,
    list: [1, 3],
    fresh: { $date: '1970-01-01T00:00:00Z' },
  });
  expect(JSON.parse(event?.removedFields ?? '')).toEqual(['gone', 'deep.away']);
  expect(JSON.parse(event?.Doc ?? '')).toMatchObject({ _id: 'x', list: [1, 3] });
});

test('another state begins the list anew, or empties it', () => {
  expect(new ResultList([a, b]).renew([c]).map(shape)).toEqual(['init/init c']);
  expect(new ResultList([a, b]).renew([]).map(shape)).toEqual(['remove/dequeue a', 'remove/dequeue b']);
});

const anyDocument = fc.record(
  {
    _id: fc.constantFrom('a', 'b', 'c', 'd'),
    state: fc.constantFrom('open', 'done'),
    n: fc.integer({ min: 0, max: 3 }),
  },
  { noNullPrototype: true },
);
const byNumber = (one: Document, other: Document) =>
  Number(one.n) - Number(other.n) || String(one._id).localeCompare(String(other._id));

test.each([undefined, 2])('a client that follows the events always has the true list (limit %p)', (limit) => {
  const property = fc.property(fc.array(fc.tuple(anyDocument, fc.boolean()), { maxLength: 30 }), (steps) => {
    const stored = new Map<string, Document>();
    const truth = () => [...stored.values()].filter(open).sort(byNumber).slice(0, limit);
    const list = new ResultList([]);
    let client = new Map<unknown, unknown>();
    for (const [document, isRemoval] of steps) {
      const before = stored.get(document._id);
      const after = isRemoval ? undefined : document;
      if (after) stored.set(document._id, after);
      else stored.delete(document._id);
      const events =
        limit === undefined
          ? list.apply({ before, after }, open)
          : list.replaceBy(truth(), { before, after });
      client = followed(client, events);
      const expected = truth().map((one) => [one._id, one] as const);
      expect(client).toEqual(new Map(expected));
    }
  });
  fc.assert(property, { seed: 3, numRuns: 300 });
});

function followed(
  client: ReadonlyMap<unknown, unknown>,
  events: readonly ListEvent[],
): Map<unknown, unknown> {
  const next = new Map(client);
  for (const { QueueType, DocID, Doc } of events) {
    expect(next.has(DocID)).toBe(QueueType !== 'enqueue');
    if (QueueType === 'dequeue') next.delete(DocID);
    else next.set(DocID, JSON.parse(Doc));
  }
  return next;
}
