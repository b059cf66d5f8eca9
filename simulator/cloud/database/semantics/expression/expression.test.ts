import type { Fields, Value } from '../document';
import { refusal } from '../testing';
import { compileExpression } from './compile';

function evaluate(expression: Value, document: Fields = {}): Value | undefined {
  return compileExpression(expression)(document, { NOW: new Date(5) });
}

describe('field paths', () => {
  test.each<[Value, Fields, Value | undefined]>([
    ['$a.b', { a: { b: 1 } }, 1],
    ['$a.b', { a: [{ b: 1 }, { c: 2 }, { b: [3] }, 5] }, [1, [3]]],
    ['$a.b', { a: [[{ b: 1 }]] }, [[1]]],
    ['$a.0', { a: [7] }, []],
    ['$a.b', { a: 5 }, undefined],
    ['$constructor', {}, undefined],
    ['$$ROOT', { a: 1 }, { a: 1 }],
    ['$$CURRENT.a', { a: 1 }, 1],
    ['$$NOW', {}, new Date(5)],
    ['$$REMOVE', {}, undefined],
    ['plain', {}, 'plain'],
    [['$a', '$none'], { a: 1 }, [1, null]],
    [{ x: '$a', y: '$none', z: { w: 2 } }, { a: 1 }, { x: 1, z: { w: 2 } }],
  ])('%j of %j', (expression, document, result) => {
    expect(evaluate(expression, document)).toEqual(result);
  });
});

describe('deviations of mingo that are mended', () => {
  test.each<[string, Value, Value | undefined]>([
    ['$week begins on Sunday', { $week: new Date('2019-05-14T09:38:51Z') }, 19],
    ['$isoWeek', { $isoWeek: new Date('2019-05-14T09:38:51Z') }, 20],
    ['$isoWeekYear at the end of a year', { $isoWeekYear: new Date('2018-12-31') }, 2019],
    ['negative length of $substr', { $substr: ['1999/12/12', 8, -1] }, '12'],
    ['negative start of $substr', { $substr: ['abc', -1, 2] }, ''],
    ['$indexOfCP counts code points', { $indexOfCP: ['\u{1f600}a', 'a'] }, 1],
    ['missing is not null', { $eq: ['$none', null] }, false],
    ['missing is less than null', { $lt: ['$none', null] }, true],
    ['$ifNull takes more than two', { $ifNull: [null, '$none', 5] }, 5],
    ['only ASCII letters change case', { $toUpper: 'éa' }, 'éA'],
    [
      '$dateToString in a zone',
      {
        $dateToString: {
          date: new Date('1999-12-11T16:00:00Z'),
          format: '%Y-%m-%d %H',
          timezone: 'Asia/Shanghai',
        },
      },
      '1999-12-12 00',
    ],
    [
      '$dateToString west of Greenwich',
      { $dateToString: { date: new Date('2020-01-01T00:15:00Z'), format: '%H:%M %z', timezone: '-05:30' } },
      '18:45 -0530',
    ],
    [
      '$dateFromParts in a zone',
      { $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' } },
      new Date('2017-02-08T17:00:00Z'),
    ],
    [
      '$dateFromParts carries days',
      { $dateFromParts: { year: 2017, month: 2, day: 30 } },
      new Date('2017-03-02'),
    ],
    [
      '$dateFromParts carries below',
      { $dateFromParts: { year: 2017, day: 0, hour: -1 } },
      new Date('2016-12-30T23:00:00Z'),
    ],
    ['equality in $in minds the order of fields', { $in: [{ a: 1, b: 2 }, [{ b: 2, a: 1 }]] }, false],
    [
      '$setUnion keeps different types',
      {
        $setUnion: [
          [1, 2],
          [{}, []],
        ],
      },
      [1, 2, {}, []],
    ],
    ['$sum adds in twice the precision', { $sum: [[0.1, 0.2, 0.3, 0.1, 0.3]] }, 1],
    ['$mod has the sign of the dividend', { $mod: [-7, 3] }, -1],
    ['$range ends where it should', { $range: [0, 1, 3] }, [0]],
    ['$round to even', { $round: [2.5] }, 2],
    ['$round of a negative number', { $round: [-1.5, 0] }, -2],
    [
      '$dateFromString with a month name',
      { $dateFromString: { dateString: '5 March 2020', format: '%d %B %Y' } },
      new Date('2020-03-05'),
    ],
    [
      '$dateFromString with a day of the year',
      { $dateFromString: { dateString: '2020-060', format: '%Y-%j' } },
      new Date('2020-02-29'),
    ],
    [
      '$dateFromString with an ISO week',
      { $dateFromString: { dateString: '2017-06-3', format: '%G-%V-%u' } },
      new Date('2017-02-08'),
    ],
    [
      '$dateFromString with minutes of offset',
      { $dateFromString: { dateString: '2020-01-01 00 +480', format: '%Y-%m-%d %H %Z' } },
      new Date('2019-12-31T16:00:00Z'),
    ],
  ])('%s', (_what, expression, result) => {
    expect(evaluate(expression)).toEqual(result);
  });
});

describe('time zones', () => {
  const local = (text: string, timezone: string): Value | undefined =>
    evaluate({ $dateToString: { date: new Date(text), format: '%H:%M', timezone } });

  test('follow summer time on the day it changes', () => {
    expect(local('2020-03-08T06:59:00Z', 'America/New_York')).toBe('01:59');
    expect(local('2020-03-08T07:00:00Z', 'America/New_York')).toBe('03:00');
    expect(local('2020-11-01T05:59:00Z', 'America/New_York')).toBe('01:59');
    expect(local('2020-11-01T06:00:00Z', 'America/New_York')).toBe('01:00');
  });

  test.each(['UTC', 'GMT', 'Z', '+00'])('%s is UTC', (zone) => {
    expect(local('2020-01-01T00:15:00Z', zone)).toBe('00:15');
  });

  test.each(['Mars/Olympus', '+8', 'nonsense'])('%s is refused', (zone) => {
    expect(refusal(() => local('2020-01-01', zone))).toBe(`unrecognized time zone identifier: "${zone}"`);
  });
});

describe('null and nothing', () => {
  test.each<[Value]>([
    [{ $add: [1, null] }],
    [{ $subtract: ['$none', 1] }],
    [{ $multiply: [2, '$none'] }],
    [{ $divide: [null, 2] }],
    [{ $log: [null, 10] }],
    [{ $round: [null, 1] }],
    [{ $concat: ['a', '$none'] }],
    [{ $split: [null, ','] }],
    [{ $arrayElemAt: [null, 0] }],
    [{ $concatArrays: [[1], null] }],
    [{ $filter: { input: null, cond: true } }],
    [{ $map: { input: '$none', in: 1 } }],
    [{ $reduce: { input: null, initialValue: 0, in: 1 } }],
    [{ $slice: [null, 1] }],
    [{ $zip: { inputs: [[1], null] } }],
    [{ $first: '$none' }],
    [{ $setUnion: [[1], null] }],
    [{ $setIntersection: [[1], null] }],
    [{ $setDifference: [null, [1]] }],
    [{ $arrayToObject: null }],
    [{ $objectToArray: '$none' }],
    [{ $year: null }],
    [{ $year: { date: new Date(5), timezone: null } }],
    [{ $dateToString: { date: '$none' } }],
    [{ $dateToString: { date: new Date(5), format: null } }],
    [{ $dateFromString: { dateString: '$none' } }],
    [{ $dateFromString: { dateString: '2020-01-01', format: '$none' } }],
    [{ $dateFromParts: { year: null } }],
    [{ $toInt: null }],
    [{ $avg: ['x'] }],
    [{ $max: [] }],
  ])('%j is null', (expression) => {
    expect(evaluate(expression)).toBeNull();
  });
});

describe('operators lent by mingo', () => {
  test.each<[Value, Value]>([
    [{ $sin: 0 }, 0],
    [{ $bitAnd: [12, 10] }, 8],
    [{ $replaceAll: { input: 'a-b-c', find: '-', replacement: '+' } }, 'a+b+c'],
    [{ $regexFind: { input: '$t', regex: 'b+' } }, { match: 'bb', idx: 1, captures: [] }],
    [{ $ltrim: { input: '  a ' } }, 'a '],
  ])('%j', (expression, result) => {
    expect(evaluate(expression, { t: 'abb' })).toEqual(result);
  });

  test('refuse as MongoDB does, not by breaking', () => {
    expect(refusal(() => evaluate({ $trim: { input: 5 } }))).not.toBe('');
  });
});

describe('what MongoDB refuses', () => {
  test.each<[Value, string]>([
    [{ $foo: 1 }, "Unrecognized expression '$foo'"],
    [
      { $add: 1, $subtract: 2 },
      'an object representing an expression must have exactly one field: {"$add":1,"$subtract":2}',
    ],
    [{ 'a.b': 1 }, "FieldPath field names may not contain '.'."],
    ['$', "FieldPath must not end with a '.'."],
    ['$a..b', 'FieldPath field names may not be empty strings.'],
    ['$a.$b', "FieldPath field names may not start with '$'."],
    ['$$nobody', 'Use of undefined variable: nobody'],
    ['$$PRUNE', "$$PRUNE is not emulated by the simulator's database"],
    [{ $dateAdd: {} }, "$dateAdd is not emulated by the simulator's database"],
    [{ $meta: 'textScore' }, "$meta is not emulated by the simulator's database"],
    [{ $abs: [1, 2] }, 'Expression $abs takes exactly 1 arguments. 2 were passed in.'],
    [
      { $round: [1, 2, 3] },
      'Expression $round takes at least 1 arguments, and at most 2, but 3 were passed in.',
    ],
    [{ $add: ['x', 1] }, '$add only supports numeric or date types, not string'],
    [{ $add: [new Date(5), new Date(5)] }, 'only one date allowed in an $add expression'],
    [{ $subtract: ['x', 1] }, "can't $subtract int from string"],
    [{ $multiply: ['x', 1] }, '$multiply only supports numeric types, not string'],
    [{ $divide: [1, 'x'] }, '$divide only supports numeric types, not int and string'],
    [{ $divide: [1, 0] }, "can't $divide by zero"],
    [{ $mod: [1, 0] }, "can't $mod by zero"],
    [{ $abs: 'x' }, '$abs only supports numeric types, not string'],
    [{ $ln: 0 }, "$ln's argument must be a positive number, but is 0"],
    [{ $log: [10, 1] }, "$log's base must be a positive number not equal to 1, but is 1"],
    [{ $round: [1, 0.5] }, 'precision argument to  $round must be a integral value'],
    [{ $round: [1, 101] }, 'cannot apply $round with precision value 101 value must be in [-20, 100]'],
    [{ $concat: ['a', 5] }, '$concat only supports strings, not int'],
    [{ $split: ['a', ''] }, '$split requires a non-empty separator'],
    [{ $strLenCP: 5 }, '$strLenCP requires a string argument, found: int'],
    [{ $toLower: [[1]] }, "can't convert from BSON type array to String"],
    [{ $substrCP: ['abc', -1, 1] }, '$substrCP: the starting index must be a non-negative integer.'],
    [{ $substrCP: ['abc', 0, -1] }, '$substrCP: length must be a non-negative integer.'],
    [{ $arrayElemAt: [5, 0] }, "$arrayElemAt's first argument must be an array, but is int"],
    [
      { $arrayElemAt: [[1], 0.5] },
      "$arrayElemAt's second argument must be representable as a 32-bit integer: 0.5",
    ],
    [{ $concatArrays: [[1], 5] }, '$concatArrays only supports arrays, not int'],
    [{ $filter: { input: 5, cond: true } }, 'input to $filter must be an array not int'],
    [{ $filter: { input: [1] } }, "Missing 'cond' parameter to $filter"],
    [{ $filter: { input: [1], cond: true, foo: 1 } }, 'Unrecognized argument to $filter: foo'],
    [{ $map: 5 }, '$map only supports an object as its argument, not int'],
    [
      { $map: { input: [1], as: 'Upper', in: 1 } },
      "'Upper' starts with an invalid character for a user variable name",
    ],
    [
      { $reduce: { input: 5, initialValue: 0, in: 1 } },
      "$reduce requires that 'input' be an array, found: 5",
    ],
    [{ $reverseArray: 5 }, 'The argument to $reverseArray must be an array, but was of type: int'],
    [{ $slice: [5, 1] }, 'First argument to $slice must be an array, but is of type: int'],
    [{ $let: { vars: 5, in: 1 } }, 'invalid parameter: expected an object (vars)'],
    [{ $cond: [1, 2] }, 'Expression $cond takes exactly 3 arguments. 2 were passed in.'],
    [{ $switch: { branches: [] } }, '$switch requires at least one branch.'],
    [{ $setUnion: [5] }, 'All operands of $setUnion must be arrays. One argument is of type: int'],
    [
      { $setIsSubset: [null, [1]] },
      'both operands of $setIsSubset must be arrays. First argument is of type: null',
    ],
    [{ $allElementsTrue: 5 }, "$allElementsTrue's argument must be an array, but is int"],
    [{ $arrayToObject: 5 }, '$arrayToObject requires an array input, found: int'],
    [
      { $arrayToObject: [[['a']]] },
      '$arrayToObject requires an array of size 2 arrays,found array of size: 1',
    ],
    [{ $objectToArray: 5 }, '$objectToArray requires a document input, found: int'],
    [{ $mergeObjects: [5] }, '$mergeObjects requires object inputs, but input 5 is of type int'],
    [{ $year: 'x' }, "can't convert from BSON type string to Date"],
    [{ $year: { date: new Date(5), timezone: 5 } }, 'timezone must evaluate to a string, found int'],
    [
      { $dateToString: { date: new Date(5), format: '%x' } },
      "Invalid format character '%x' in format string",
    ],
    [{ $dateToString: { date: new Date(5), format: '%' } }, "Unmatched '%' at end of format string"],
    [
      { $dateToString: { date: new Date(5), format: 5 } },
      "$dateToString requires that 'format' be a string, found: int with value 5",
    ],
    [
      { $dateFromString: { dateString: 5 } },
      "$dateFromString requires that 'dateString' be a string, found: int with value 5",
    ],
    [
      { $dateFromParts: { month: 5 } },
      "$dateFromParts requires either 'year' or 'isoWeekYear' to be present",
    ],
    [
      { $dateFromParts: { year: 2017, month: 0.5 } },
      "'month' must evaluate to an integer, found double with value 0.5",
    ],
    [{ $convert: { input: 5, to: 'thing' } }, 'Unknown type name: "thing"'],
    [{ $toDate: true }, 'Unsupported conversion from bool to date in $convert with no onError value'],
    [
      { $toInt: 'x' },
      "Failed to parse number 'x' in $convert with no onError value: Did not consume whole string.",
    ],
  ])('%j: %s', (expression, message) => {
    expect(refusal(() => evaluate(expression))).toBe(message);
  });
});
