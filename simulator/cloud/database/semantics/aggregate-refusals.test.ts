import { aggregate } from './aggregate';
import type { Fields } from './document';
import { refusal } from './testing';

const context = {
  lookup: { documents: () => [] },
  geoIndexFields: [],
  random: () => 0,
  serverTime: new Date('2026-11-10T01:00:00Z'),
};

describe('a pipeline that MongoDB refuses', () => {
  test.each<[Fields, string]>([
    [{ $foo: 1 }, "Unrecognized pipeline stage name: '$foo'"],
    [{ match: {} }, "Unrecognized pipeline stage name: 'match'"],
    [{ $graphLookup: {} }, "the stage $graphLookup is not emulated by the simulator's database"],
    [{ $out: 'x' }, "the stage $out is not emulated by the simulator's database"],
    [{ $match: 5 }, 'the match filter must be an expression in an object'],
    [
      { $match: { a: { $near: { $geometry: { type: 'Point', coordinates: [0, 0] } } } } },
      '$geoNear, $near, and $nearSphere are not allowed in this context',
    ],
    [{ $limit: 0 }, 'the limit must be positive'],
    [{ $limit: 'x' }, 'invalid argument to $limit stage: Expected an integer: $limit: "x"'],
    [{ $skip: -1 }, 'Argument to $skip cannot be negative'],
    [{ $sort: {} }, '$sort stage must have at least one sort key'],
    [{ $sort: 1 }, 'the $sort key specification must be an object'],
    [{ $count: '' }, 'the count field must be a non-empty string'],
    [{ $count: '$a' }, 'the count field cannot be a $-prefixed path'],
    [{ $count: 'a.b' }, "the count field cannot contain '.'"],
    [{ $sample: { size: -1 } }, 'size argument to $sample must not be negative'],
    [{ $sample: {} }, 'size argument to $sample must be a number, not missing'],
    [{ $group: 1 }, "a group's fields must be specified in an object"],
    [{ $group: { n: { $sum: 1 } } }, 'a group specification must include an _id'],
    [{ $group: { _id: null, n: 1 } }, "The field 'n' must be an accumulator object"],
    [{ $group: { _id: null, n: { $foo: 1 } } }, "unknown group operator '$foo'"],
    [{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }, "The field 'n' must specify one accumulator"],
    [{ $group: { _id: null, 'a.b': { $sum: 1 } } }, "The field name 'a.b' cannot contain '.'"],
    [{ $group: { _id: null, $a: { $sum: 1 } } }, "The field name '$a' cannot be an operator name"],
    [
      { $sortByCount: 'a' },
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    ],
    [{ $bucket: { groupBy: '$a' } }, "$bucket requires 'groupBy' and 'boundaries' to be specified."],
    [
      { $bucket: { groupBy: '$a', boundaries: 5 } },
      "The $bucket 'boundaries' field must be an array, but found type: int.",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1] } },
      "The $bucket 'boundaries' field must have at least 2 values, but found 1 value(s).",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 'x'] } },
      "All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types int and string.",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [2, 1] } },
      "The 'boundaries' option to $bucket must be sorted, but elements 0 and 1 are not in ascending order (2 is not less than 1).",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 5], default: 3 } },
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 5] } },
      '$switch could not find a matching branch for an input, and no default was specified.',
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 5], output: 1 } },
      "The 'output' field must be an object, but found type: int.",
    ],
    [{ $bucketAuto: { groupBy: '$a' } }, "$bucketAuto requires 'groupBy' and 'buckets' to be specified"],
    [
      { $bucketAuto: { groupBy: '$a', buckets: 0 } },
      "The $bucketAuto 'buckets' field must be greater than 0, but found: 0",
    ],
    [{ $bucketAuto: { groupBy: '$a', buckets: 2, granularity: 'R7' } }, "Unknown rounding granularity 'R7'"],
    [
      { $bucketAuto: { groupBy: '$t', buckets: 2, granularity: 'R5' } },
      '$bucketAuto can only specify a granularity with numeric, non-negative boundaries',
    ],
    [{ $project: 1 }, '$project specification must be an object'],
    [
      { $project: {} },
      'Invalid $project :: caused by :: projection specification must have at least one field',
    ],
    [
      { $project: { a: 1, b: 0 } },
      'Invalid $project :: caused by :: Cannot do exclusion in inclusion projection',
    ],
    [
      { $project: { a: '$b', b: 0 } },
      'Invalid $project :: caused by :: Cannot use expression in exclusion projection',
    ],
    [
      { $project: { a: {} } },
      'Invalid $project :: caused by :: an empty object is not a valid value. Found empty object at path a',
    ],
    [
      { $project: { $a: 1 } },
      "Invalid $project :: caused by :: FieldPath field names may not start with '$'.",
    ],
    [{ $addFields: 1 }, '$addFields specification stage must be an object, got int'],
    [{ $addFields: {} }, 'Invalid $addFields :: caused by :: specification must have at least one field'],
    [{ $unset: 5 }, '$unset specification must be a string or an array with at least one field'],
    [{ $replaceRoot: {} }, 'no newRoot specified for the $replaceRoot stage'],
    [
      { $replaceRoot: { newRoot: '$none' } },
      "'newRoot' expression  must evaluate to an object, but resulting value was: MISSING. Type of resulting value: 'missing'. Input document: { _id: 1, t: \"x\" }",
    ],
    [{ $replaceRoot: 'x' }, 'the $replaceRoot stage specification must be an object, but found string'],
    [{ $unwind: 'sizes' }, "path option to $unwind stage should be prefixed with a '$': sizes"],
    [{ $unwind: {} }, 'no path specified to $unwind stage'],
    [{ $unwind: { path: '$a', includeArrayIndex: '' } }, 'includeArrayIndex must be a non-empty string'],
    [
      { $unwind: { path: '$a', preserveNullAndEmptyArrays: 1 } },
      'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage',
    ],
    [{ $lookup: { as: 'x' } }, "missing 'from' option to $lookup stage specification"],
    [{ $lookup: { from: 'x' } }, "must specify 'as' field for a $lookup"],
    [
      { $lookup: { from: 'x', as: 'y', localField: 'a' } },
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    ],
    [{ $lookup: { from: 5, as: 'y' } }, "$lookup argument 'from: 5' must be a string, is type int"],
    [{ $lookup: { from: 'x', as: 'y', foo: 1 } }, 'unknown argument to $lookup: foo'],
    [{ $lookup: { from: 'x', as: 'y', pipeline: 5 } }, "'pipeline' option must be specified as an array"],
    [
      { $lookup: { from: 'x', as: 'y', pipeline: [{ $a: 1, $b: 1 }] } },
      'A pipeline stage specification object must contain exactly one field.',
    ],
    [
      { $lookup: { from: 'x', as: 'y', pipeline: [], let: 5 } },
      "$lookup argument 'let: int' must be an object",
    ],
    [{ $facet: {} }, 'the $facet specification must be a non-empty object'],
    [{ $facet: { a: 5 } }, 'arguments to $facet must be arrays, a is type int'],
    [{ $facet: { a: [{ $facet: {} }] } }, '$facet is not allowed to be used within a $facet stage'],
  ])('%j: %s', (stage, message) => {
    expect(
      refusal(() =>
        aggregate(
          [{ _id: 1, t: 'x' }],
          [{ stageKey: Object.keys(stage)[0]!, stage: Object.values(stage)[0] }],
          context,
        ),
      ),
    ).toBe(message);
  });
});
