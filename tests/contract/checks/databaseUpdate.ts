import assert from 'node:assert/strict';
import { check, defineChecks } from '../harness/checks';
import { refusesUpdate, updates } from '../harness/expect';

const commands = 'document: Command';
const mongo = 'document: MongoDB manual, update operators';

export const databaseUpdate = defineChecks('database: update commands', [
  updates('inc adds', commands, { n: 1 }, (_) => ({ n: _.inc(4) }), { n: 5 }),
  updates('inc with a negative number subtracts', commands, { n: 1 }, (_) => ({ n: _.inc(-4) }), { n: -3 }),
  updates('inc makes a missing field', mongo, {}, (_) => ({ n: _.inc(4) }), { n: 4 }),
  updates('inc reaches into an object', commands, { a: { n: 1, m: 1 } }, (_) => ({ a: { n: _.inc(1) } }), {
    a: { n: 2, m: 1 },
  }),
  refusesUpdate(
    'inc on a text is refused and changes nothing',
    mongo,
    { n: 'x', m: 1 },
    (_) => ({ m: 2, n: _.inc(1) }),
    'Cannot apply $inc to a value of non-numeric type',
  ),
  refusesUpdate('inc on null is refused', mongo, { n: null }, (_) => ({ n: _.inc(1) }), 'Cannot apply $inc'),
  updates('mul multiplies', commands, { n: 3 }, (_) => ({ n: _.mul(4) }), { n: 12 }),
  updates('mul makes a missing field 0', mongo, {}, (_) => ({ n: _.mul(4) }), { n: 0 }),
  refusesUpdate('mul on a text is refused', mongo, { n: 'x' }, (_) => ({ n: _.mul(2) }), 'Cannot apply $mul'),
  updates(
    'min keeps the smaller',
    commands,
    { n: 5, m: 5 },
    (_) => ({ n: _.min(3), m: _.min(9), new: _.min(1) }),
    { n: 3, m: 5, new: 1 },
  ),
  updates(
    'max keeps the larger',
    commands,
    { n: 5, m: 5 },
    (_) => ({ n: _.max(3), m: _.max(9), new: _.max(1) }),
    { n: 5, m: 9, new: 1 },
  ),
  updates(
    'max compares across types in BSON order',
    mongo,
    { n: 'text' },
    (_) => ({ n: _.max(9), other: 1 }),
    { n: 'text', other: 1 },
  ),
  updates('remove takes a field away', commands, { n: 1, m: 2 }, (_) => ({ n: _.remove() }), { m: 2 }),
  updates(
    'remove reaches into an object',
    commands,
    { a: { x: 1, y: 2 } },
    (_) => ({ a: { x: _.remove() } }),
    { a: { y: 2 } },
  ),
  updates('set replaces an object whole', commands, { a: { x: 1, y: 2 } }, (_) => ({ a: _.set({ z: 3 }) }), {
    a: { z: 3 },
  }),
  updates('without set an object is merged', commands, { a: { x: 1, y: 2 } }, () => ({ a: { z: 3 } }), {
    a: { x: 1, y: 2, z: 3 },
  }),
  updates(
    'a dotted name sets one field of an object',
    commands,
    { a: { x: 1, y: 2 } },
    () => ({ 'a.x': 9 }),
    { a: { x: 9, y: 2 } },
  ),
  updates('a dotted name makes the objects on the way', mongo, {}, () => ({ 'a.b.c': 1 }), {
    a: { b: { c: 1 } },
  }),
  updates('a position in a list can be set', mongo, { l: [1, 2, 3] }, () => ({ 'l.1': 9 }), { l: [1, 9, 3] }),
  updates("a position beyond a list's end fills with null", mongo, { l: [1] }, () => ({ 'l.3': 9 }), {
    l: [1, null, null, 9],
  }),
  refusesUpdate(
    'a field below null is refused',
    'measured: text seen in production logs',
    { a: null },
    () => ({ a: { b: 1 } }),
    "Cannot create field 'b' in element {a: null}",
  ),
  refusesUpdate(
    'a field below a number is refused',
    mongo,
    { a: 5 },
    () => ({ 'a.b': 1 }),
    "Cannot create field 'b' in element {a: 5",
  ),
  updates('a list given as a value replaces the list', commands, { l: [1, 2, 3] }, () => ({ l: [9] }), {
    l: [9],
  }),
  updates('rename moves a field', commands, { old: 1, n: 2 }, (_) => ({ old: _.rename('fresh') }), {
    n: 2,
    fresh: 1,
  }),
  updates(
    'rename replaces what has the new name',
    mongo,
    { old: 1, fresh: 2 },
    (_) => ({ old: _.rename('fresh') }),
    { fresh: 1 },
  ),
  updates(
    'bit works on bits',
    'measured: wx-server-sdk 4.0.2',
    { n: 13 },
    (_) => ({ n: _.bit({ and: 10 }) }),
    { n: 8 },
  ),
  updates('push puts one at the end', commands, { l: [1] }, (_) => ({ l: _.push(2) }), { l: [1, 2] }),
  updates('push of a list puts each at the end', commands, { l: [1] }, (_) => ({ l: _.push([2, 3]) }), {
    l: [1, 2, 3],
  }),
  updates('push makes a missing list', mongo, {}, (_) => ({ l: _.push([2]) }), { l: [2] }),
  updates(
    'push with position',
    commands,
    { l: [1, 4] },
    (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }),
    { l: [1, 2, 3, 4] },
  ),
  updates(
    'push with sort and slice keeps the best',
    commands,
    { l: [5, 1] },
    (_) => ({ l: _.push({ each: [3, 4], sort: -1, slice: 3 }) }),
    { l: [5, 4, 3] },
  ),
  updates(
    'push with sort by a field',
    commands,
    { l: [{ n: 2 }] },
    (_) => ({ l: _.push({ each: [{ n: 1 }], sort: { n: 1 } }) }),
    { l: [{ n: 1 }, { n: 2 }] },
  ),
  updates(
    'push with a negative slice keeps the last',
    mongo,
    { l: [1, 2] },
    (_) => ({ l: _.push({ each: [3], slice: -2 }) }),
    { l: [2, 3] },
  ),
  refusesUpdate(
    'push on what is no list is refused',
    mongo,
    { l: 'text' },
    (_) => ({ l: _.push(1) }),
    'must be an array but is of type string',
  ),
  updates('pop takes the last away', commands, { l: [1, 2, 3] }, (_) => ({ l: _.pop() }), { l: [1, 2] }),
  updates('shift takes the first away', commands, { l: [1, 2, 3] }, (_) => ({ l: _.shift() }), { l: [2, 3] }),
  updates('unshift puts at the front', commands, { l: [3] }, (_) => ({ l: _.unshift([1, 2]) }), {
    l: [1, 2, 3],
  }),
  updates('addToSet adds what is not there', commands, { l: ['a'] }, (_) => ({ l: _.addToSet('b') }), {
    l: ['a', 'b'],
  }),
  updates(
    'addToSet compares whole objects',
    mongo,
    { l: [{ x: 1, y: 2 }], n: 0 },
    (_) => ({ l: _.addToSet({ x: 1, y: 2 }), n: 1 }),
    { l: [{ x: 1, y: 2 }], n: 1 },
  ),
  updates(
    'addToSet of many with $each',
    mongo,
    { l: ['a'] },
    (_) => ({ l: _.addToSet({ $each: ['a', 'b', 'c'] }) }),
    { l: ['a', 'b', 'c'] },
  ),
  check('addToSet of what is there changes nothing', commands, async ({ scratch, _ }) => {
    const collection = await scratch([{ _id: 'a', l: ['a'] }]);
    assert.deepEqual((await collection.doc('a').update({ data: { l: _.addToSet('a') } })).stats, {
      updated: 0,
    });
    assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', l: ['a'] });
  }),
  refusesUpdate(
    'addToSet on what is no list is refused',
    mongo,
    { l: 1 },
    (_) => ({ l: _.addToSet(1) }),
    'non-array',
  ),
  updates(
    'pull takes a value away wherever it is',
    commands,
    { l: [1, 2, 1, 3] },
    (_) => ({ l: _.pull(1) }),
    { l: [2, 3] },
  ),
  updates('pull takes what meets a condition', commands, { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.gte(5)) }), {
    l: [1],
  }),
  updates(
    'pull of objects by some of their fields',
    commands,
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 1 },
      ],
    },
    (_) => ({ l: _.pull({ k: 'a' }) }),
    { l: [{ k: 'b', n: 1 }] },
  ),
  updates(
    'pullAll takes every value of a list',
    commands,
    { l: [1, 2, 3, 2] },
    (_) => ({ l: _.pullAll([2, 3]) }),
    { l: [1] },
  ),
  refusesUpdate(
    'one field cannot be changed twice in one update',
    mongo,
    { a: { b: 1 } },
    (_) => ({ a: _.set({ c: 1 }), 'a.b': 2 }),
    'conflict',
  ),
  refusesUpdate(
    'a field that begins with $ cannot be set',
    "measured: the vendor's node-sdk test suite",
    { n: 1 },
    () => ({ $bad: 1 }),
  ),
  check('two commands on different fields happen together or not at all', mongo, async ({ scratch, _ }) => {
    const collection = await scratch([{ _id: 'a', n: 1, s: 'x' }]);
    await assert.rejects(collection.doc('a').update({ data: { n: _.inc(1), s: _.inc(1) } }));
    assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', n: 1, s: 'x' });
  }),
]);
