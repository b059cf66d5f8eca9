import { changes, create, isNothing, joined, remove, replace, save, unchanged } from './changes';
import { closedCollection, type Stored } from './collection';

interface Thing extends Stored {
  readonly n: number;
}
const things = closedCollection<Thing>('things');
const read: Thing = { _id: 'a', version: 4, n: 1 };

test('a write says what must still be there', () => {
  expect(create(things, { _id: 'b', n: 1 })).toMatchObject({ kind: 'create', document: { version: 1 } });
  expect(replace(things, read, { ...read, n: 2 })).toMatchObject({ was: 4, document: { n: 2, version: 5 } });
  expect(remove(things, read)).toMatchObject({ id: 'a', was: 4 });
  expect(unchanged(things, 'a', read)).toEqual({ collection: 'things', id: 'a', version: 4 });
  expect(unchanged(things, 'a', undefined)).toMatchObject({ version: 0 });
});

test('saving creates what was not there', () => {
  expect(save(things, undefined, { _id: 'b', n: 1 })).toMatchObject({ kind: 'create' });
  expect(save(things, read, { _id: 'a', n: 9 })).toMatchObject({ kind: 'replace', was: 4 });
});

test('a document without a version came from a script and counts as written once', () => {
  const { version: _none, ...scripted } = read;
  expect(replace(things, scripted as Thing, read)).toMatchObject({ was: 1, document: { version: 2 } });
});

test('a document never becomes another one', () => {
  expect(() => replace(things, read, { ...read, _id: 'b' })).toThrow('things/a cannot become b');
});

test('modules join in one commit, each with its own documents', () => {
  const one = changes({
    writes: [create(things, { _id: 'b', n: 1 })],
    topics: [{ openid: 'o', topic: 'bills' }],
  });
  const two = changes({ writes: [replace(things, read, read)], topics: [{ openid: 'p', topic: 'homes' }] });
  const both = joined(one, two);
  expect(both.writes).toHaveLength(2);
  expect(both.topics).toHaveLength(2);
  expect(() => joined(one, one)).toThrow('things/b is written twice');
  const posted = changes({ journal: [create(things, { _id: 'b', n: 1 })] });
  expect(() => joined(one, posted)).toThrow('things/b is written twice');
});

test('changes that want nothing are nothing, whatever they rest on', () => {
  expect(isNothing(changes({ expected: [unchanged(things, 'a', read)] }))).toBe(true);
  expect(isNothing(changes({ due: [{ kind: 'close', key: 'a', at: 'never' }] }))).toBe(false);
});
