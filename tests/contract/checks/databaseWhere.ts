import { defineChecks } from '../harness/checks';
import { finds } from '../harness/expect';

const commands = 'document: Command';
const mongo = 'document: MongoDB manual, query operators';

const numbers = [
  { _id: 'one', n: 1 },
  { _id: 'two', n: 2 },
  { _id: 'three', n: 3 },
  { _id: 'text', n: '2' },
  { _id: 'null', n: null },
  { _id: 'missing' },
];
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

export const databaseWhere = defineChecks('database: where', [
  finds('a plain value must be equal, type included', commands, numbers, () => ({ n: 2 }), ['two']),
  finds('null equals null and a missing field', mongo, numbers, () => ({ n: null }), ['null', 'missing']),
  finds('eq is the same as a plain value', commands, numbers, (_) => ({ n: _.eq(2) }), ['two']),
  finds('neq also finds what lacks the field', commands, numbers, (_) => ({ n: _.neq(2) }), [
    'one',
    'three',
    'text',
    'null',
    'missing',
  ]),
  finds('gt compares only within the same type', commands, numbers, (_) => ({ n: _.gt(1) }), [
    'two',
    'three',
  ]),
  finds('gte includes the bound', commands, numbers, (_) => ({ n: _.gte(2) }), ['two', 'three']),
  finds('lt excludes the bound', commands, numbers, (_) => ({ n: _.lt(2) }), ['one']),
  finds('lte includes the bound', commands, numbers, (_) => ({ n: _.lte(2) }), ['one', 'two']),
  finds('lt on texts compares texts', mongo, numbers, (_) => ({ n: _.lt('3') }), ['text']),
  finds('in finds any of a list', commands, numbers, (_) => ({ n: _.in([1, '2', 9]) }), ['one', 'text']),
  finds('in with null finds a missing field', mongo, numbers, (_) => ({ n: _.in([null, 1]) }), [
    'one',
    'null',
    'missing',
  ]),
  finds('in with an empty list finds nothing', mongo, numbers, (_) => ({ n: _.in([]) }), []),
  finds(
    'nin leaves out a list and finds what lacks the field',
    commands,
    numbers,
    (_) => ({ n: _.nin([1, 2]) }),
    ['three', 'text', 'null', 'missing'],
  ),
  finds('exists true finds a field that is null', commands, numbers, (_) => ({ n: _.exists(true) }), [
    'one',
    'two',
    'three',
    'text',
    'null',
  ]),
  finds('exists false finds only what lacks the field', commands, numbers, (_) => ({ n: _.exists(false) }), [
    'missing',
  ]),
  finds('mod takes divisor and remainder', commands, numbers, (_) => ({ n: _.mod(2, 1) }), ['one', 'three']),
  finds('conditions on one field chain with and', commands, numbers, (_) => ({ n: _.gt(1).and(_.lt(3)) }), [
    'two',
  ]),
  finds('conditions on one field chain by name', commands, numbers, (_) => ({ n: _.gt(1).lt(3) }), ['two']),
  finds('or on one field', commands, numbers, (_) => ({ n: _.eq(1).or(_.eq(3)) }), ['one', 'three']),
  finds('or over whole conditions', commands, numbers, (_) => _.or([{ n: 1 }, { _id: 'missing' }]), [
    'one',
    'missing',
  ]),
  finds('and over whole conditions', commands, numbers, (_) => _.and([{ n: _.gt(0) }, { n: _.lt(2) }]), [
    'one',
  ]),
  finds('nor finds what meets none', commands, numbers, (_) => _.nor([{ n: _.gt(1) }, { n: null }]), [
    'one',
    'text',
  ]),
  finds(
    'not turns a condition round and finds what lacks the field',
    commands,
    numbers,
    (_) => ({ n: _.not(_.gt(1)) }),
    ['one', 'text', 'null', 'missing'],
  ),
  finds(
    'and inside or',
    commands,
    numbers,
    (_) => _.or([_.and([{ n: _.gte(2) }, { n: _.lt(3) }]), { n: 1 }]),
    ['one', 'two'],
  ),
  finds(
    'two fields must both hold',
    commands,
    [
      { _id: 'a', x: 1, y: 1 },
      { _id: 'b', x: 1, y: 2 },
    ],
    () => ({ x: 1, y: 2 }),
    ['b'],
  ),
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
