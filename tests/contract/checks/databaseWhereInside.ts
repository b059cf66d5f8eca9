import { defineChecks } from '../harness/checks';
import { finds } from '../harness/expect';
import { numbers } from './databaseWhere';

const commands = 'document: Command';
const mongo = 'document: MongoDB manual, query operators';

const tagged = [
  { _id: 'ab', tags: ['a', 'b'] },
  { _id: 'abc', tags: ['a', 'b', 'c'] },
  { _id: 'none', tags: [] },
  { _id: 'plain', tags: 'a' },
];
const scored = [
  {
    _id: 'near',
    scores: [
      { subject: 'math', n: 90 },
      { subject: 'art', n: 60 },
    ],
  },
  {
    _id: 'split',
    scores: [
      { subject: 'math', n: 50 },
      { subject: 'art', n: 95 },
    ],
  },
];
const nested = [
  { _id: 'a', size: { h: 14, w: 21 }, address: { city: 'Shanghai', room: { no: '501' } } },
  { _id: 'b', size: { w: 21, h: 14 }, address: { city: 'Beijing', room: { no: '502' } } },
  { _id: 'c', size: { h: 14, w: 21, uom: 'cm' } },
];

export const databaseWhereInside = defineChecks('database: where, into lists, objects, texts and dates', [
  finds('a dotted name reaches into an object', commands, nested, () => ({ 'address.city': 'Shanghai' }), [
    'a',
  ]),
  finds(
    'a nested condition reaches into an object',
    commands,
    nested,
    () => ({ address: { room: { no: '502' } } }),
    ['b'],
  ),
  finds(
    'a nested condition leaves other fields of the object free',
    'measured: wx-server-sdk 4.0.2 flattens it',
    nested,
    () => ({ size: { h: 14 } }),
    ['a', 'b', 'c'],
  ),
  finds(
    'eq of a whole object asks for the same fields in the same order',
    mongo,
    nested,
    (_) => ({ size: _.eq({ h: 14, w: 21 }) }),
    ['a'],
  ),
  finds('a nested command works as well', commands, nested, (_) => ({ size: { h: _.gt(10), w: _.lt(30) } }), [
    'a',
    'b',
    'c',
  ]),
  finds('a plain value finds a list that holds it', commands, tagged, () => ({ tags: 'a' }), [
    'ab',
    'abc',
    'plain',
  ]),
  finds('a list finds exactly that list', commands, tagged, () => ({ tags: ['a', 'b'] }), ['ab']),
  finds('a list in another order is another list', mongo, tagged, () => ({ tags: ['b', 'a'] }), []),
  finds('all asks for every one, in any order', commands, tagged, (_) => ({ tags: _.all(['b', 'a']) }), [
    'ab',
    'abc',
  ]),
  finds('size counts', commands, tagged, (_) => ({ tags: _.size(2) }), ['ab']),
  finds('size 0 finds the empty list only', mongo, tagged, (_) => ({ tags: _.size(0) }), ['none']),
  finds('a position in a list can be named', commands, tagged, () => ({ 'tags.1': 'b' }), ['ab', 'abc']),
  finds('in looks into lists', mongo, tagged, (_) => ({ tags: _.in(['c', 'z']) }), ['abc']),
  finds(
    'elemMatch wants one element that meets everything',
    commands,
    scored,
    (_) => ({ scores: _.elemMatch({ subject: 'math', n: _.gt(80) }) }),
    ['near'],
  ),
  finds(
    'without elemMatch different elements may meet the parts',
    mongo,
    scored,
    (_) => ({ 'scores.subject': 'math', 'scores.n': _.gt(92) }),
    ['split'],
  ),
  finds(
    'elemMatch on plain values',
    commands,
    [
      { _id: 'a', n: [1, 9] },
      { _id: 'b', n: [4, 5] },
      { _id: 'c', n: 5 },
    ],
    (_) => ({ n: _.elemMatch({ $gt: 3, $lt: 6 }) }),
    ['b'],
  ),
  finds(
    'a JavaScript regular expression',
    'document: RegExp',
    [
      { _id: 'a', s: 'Leak' },
      { _id: 'b', s: 'leak' },
      { _id: 'c', s: 'x' },
    ],
    () => ({ s: /^leak/ }),
    ['b'],
  ),
  finds(
    'a JavaScript regular expression with i',
    'document: RegExp',
    [
      { _id: 'a', s: 'Leak' },
      { _id: 'b', s: 'leak' },
    ],
    () => ({ s: /^leak$/i }),
    ['a', 'b'],
  ),
  finds(
    'db.RegExp with options',
    'document: RegExp',
    [
      { _id: 'a', s: 'one\nTWO' },
      { _id: 'b', s: 'two one' },
    ],
    (_unused, db) => ({ s: db.RegExp({ regexp: '^two$', options: 'im' }) }),
    ['a'],
  ),
  finds(
    'a regular expression on Chinese text',
    'document: RegExp',
    [
      { _id: 'a', s: '3栋漏水' },
      { _id: 'b', s: '停电' },
    ],
    () => ({ s: /漏/ }),
    ['a'],
  ),
  finds(
    'a regular expression looks into lists',
    mongo,
    [
      { _id: 'a', s: ['x', 'leak'] },
      { _id: 'b', s: ['y'] },
    ],
    () => ({ s: /leak/ }),
    ['a'],
  ),
  finds(
    'dates compare',
    commands,
    [
      { _id: 'a', at: new Date(1000) },
      { _id: 'b', at: new Date(2000) },
      { _id: 'c', at: 1500 },
    ],
    (_) => ({ at: _.gt(new Date(1000)) }),
    ['b'],
  ),
  finds(
    'a date equals the same instant',
    commands,
    [
      { _id: 'a', at: new Date(1000) },
      { _id: 'b', at: new Date(2000) },
    ],
    () => ({ at: new Date(2000) }),
    ['b'],
  ),
  finds(
    'true is not 1',
    mongo,
    [
      { _id: 'a', v: true },
      { _id: 'b', v: 1 },
    ],
    () => ({ v: true }),
    ['a'],
  ),
  finds(
    "1 equals 1.0 whatever the number's kind",
    mongo,
    [
      { _id: 'a', v: 1 },
      { _id: 'b', v: 1.5 },
    ],
    () => ({ v: 1.0 }),
    ['a'],
  ),
  finds('_id can be asked for as any field', commands, numbers, (_) => ({ _id: _.in(['one', 'two']) }), [
    'one',
    'two',
  ]),
  finds(
    'expr compares two fields of one document',
    'document: Command.expr',
    [
      { _id: 'a', spent: 5, budget: 3 },
      { _id: 'b', spent: 2, budget: 3 },
    ],
    (_) => _.expr(_.aggregate.gt(['$spent', '$budget'])),
    ['a'],
  ),
  finds('an empty condition finds everything', commands, numbers, () => ({}), [
    'one',
    'two',
    'three',
    'text',
    'null',
    'missing',
  ]),
]);
