import { defineChecks } from '../harness/checks';
import { finds } from '../harness/expect';

const commands = 'document: Command';
const mongo = 'document: MongoDB manual, query operators';

export const numbers = [
  { _id: 'one', n: 1 },
  { _id: 'two', n: 2 },
  { _id: 'three', n: 3 },
  { _id: 'text', n: '2' },
  { _id: 'null', n: null },
  { _id: 'missing' },
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
]);
