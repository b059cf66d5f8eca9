import type { Value } from './document';
import { refusal } from './testing';
import { applyUpdate } from './update';

const at = { serverTime: new Date('2026-11-10T01:00:00Z') };

describe('an update that MongoDB refuses', () => {
  test.each<[Record<string, Value>, Value, string]>([
    [{ a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
    [{ a: 5 }, { $set: { 'a.b.c': 1 } }, "Cannot create field 'b' in element {a: 5}"],
    [{ a: 'x' }, { $push: { 'a.b': 1 } }, 'Cannot create field \'b\' in element {a: "x"}'],
    [{ a: { b: null } }, { $inc: { 'a.b.c': 1 } }, "Cannot create field 'c' in element {b: null}"],
    [{ a: [{ b: 0 }] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: [ { b: 0 } ]}"],
    [{ a: [1] }, { $set: { 'a.9999999': 1 } }, "can't backfill more than 1500000 elements"],
    [
      { a: 'x' },
      { $inc: { a: 1 } },
      "Cannot apply $inc to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type string",
    ],
    [
      { a: null },
      { $inc: { a: 1 } },
      "Cannot apply $inc to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type null",
    ],
    [
      { a: { b: [] } },
      { $mul: { 'a.b': 2 } },
      "Cannot apply $mul to a value of non-numeric type. {_id: 1} has the field 'b' of non-numeric type array",
    ],
    [{ a: 1 }, { $inc: { a: 'x' } }, 'Cannot increment with non-numeric argument: {a: "x"}'],
    [{ a: 1 }, { $mul: { a: null } }, 'Cannot multiply with non-numeric argument: {a: null}'],
    [
      { a: 'x' },
      { $push: { a: 1 } },
      "The field 'a' must be an array but is of type string in document {_id: 1}",
    ],
    [
      { a: null },
      { $push: { a: { $each: [1] } } },
      "The field 'a' must be an array but is of type null in document {_id: 1}",
    ],
    [
      { a: [] },
      { $push: { a: { $each: 5 } } },
      'The argument to $each in $push must be an array but it was of type: int',
    ],
    [{ a: [] }, { $push: { a: { $each: [], $foo: 5 } } }, 'Unrecognized clause in $push: $foo'],
    [
      { a: [] },
      { $push: { a: { $each: [], $slice: 'x' } } },
      'The value for $slice must be an integer value but was given type: string',
    ],
    [
      { a: [] },
      { $push: { a: { $each: [], $position: 0.5 } } },
      'The value for $position must be an integer value but was given type: double',
    ],
    [
      { a: [] },
      { $push: { a: { $each: [], $sort: 5 } } },
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    ],
    [
      { a: { b: 1 } },
      { $addToSet: { a: 1 } },
      "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type object",
    ],
    [
      { a: [] },
      { $addToSet: { a: { $each: 1 } } },
      'The argument to $each in $addToSet must be an array but it was of type int',
    ],
    [{ a: 1 }, { $pull: { a: 1 } }, 'Cannot apply $pull to a non-array value'],
    [{ a: 1 }, { $pullAll: { a: [1] } }, 'Cannot apply $pull to a non-array value'],
    [{ a: [1] }, { $pullAll: { a: 1 } }, '$pullAll requires an array argument but was given a int'],
    [{ a: 'x' }, { $pop: { a: 1 } }, "Path 'a' contains an element of non-array type 'string'"],
    [{ a: [] }, { $pop: { a: 5 } }, '$pop expects 1 or -1, found: 5'],
    [{ a: 1 }, { $rename: { a: 5 } }, "The 'to' field for $rename must be a string: a: 5"],
    [{ a: 1 }, { $rename: { a: 'a' } }, 'The source and target field for $rename must differ: a: "a"'],
    [
      { a: 1 },
      { $rename: { a: 'a.b' } },
      'The source and target field for $rename must not be on the same path: a: "a.b"',
    ],
    [
      { a: 1 },
      { $rename: { a: 'b.$' } },
      'The source and target field for $rename may not be dynamic: a: "b.$"',
    ],
    [
      { a: [1] },
      { $rename: { 'a.0': 'b' } },
      "The source field cannot be an array element, 'a.0' in doc with _id: 1 has an array field called 'a'",
    ],
    [
      { a: [1], b: 1 },
      { $rename: { b: 'a.0' } },
      "The destination field cannot be an array element, 'a.0' in doc with _id: 1 has an array field called 'a'",
    ],
    [
      { a: 'x' },
      { $bit: { a: { and: 1 } } },
      'Cannot apply $bit to a value of non-integral type._id: 1 has the field a of non-integer type string',
    ],
    [
      { a: 1 },
      { $bit: { a: 1 } },
      'The $bit modifier is not compatible with a int. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}',
    ],
    [
      { a: 1 },
      { $bit: { a: {} } },
      'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}',
    ],
    [
      { a: 1 },
      { $bit: { a: { nor: 1 } } },
      "The $bit modifier only supports 'and', 'or', and 'xor', not 'nor' which is an unknown operator: { nor: 1 }",
    ],
    [
      { a: 1 },
      { $bit: { a: { and: 'x' } } },
      'The $bit modifier field must be an Integer(32/64 bit); a \'string\' is not supported here: { and: "x" }',
    ],
    [
      { a: 1 },
      { $currentDate: { a: { $type: 'timestamp' } } },
      "$currentDate supports only true and {$type: 'date'} in the simulator",
    ],
    [{}, { $set: { a: 1, 'a.b': 2 } }, "Updating the path 'a.b' would create a conflict at 'a'"],
    [{}, { $set: { a: 1 }, $inc: { a: 2 } }, "Updating the path 'a' would create a conflict at 'a'"],
    [
      {},
      { $set: { _id: 2 } },
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    ],
    [
      {},
      { $unset: { _id: '' } },
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    ],
    [
      { a: 1 },
      { $rename: { a: '_id' } },
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    ],
    [{}, { $set: {} }, "'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}"],
    [
      {},
      { $set: 'x' },
      'Modifiers operate on fields but we found type string instead. For example: {$mod: {<field>: ...}} not {$set: "x"}',
    ],
    [
      {},
      { $foo: { a: 1 } },
      'Unknown modifier: $foo. Expected a valid update modifier or pipeline-style update specified as an array',
    ],
    [
      {},
      { $set: { a: 1 }, b: 2 },
      'Unknown modifier: b. Expected a valid update modifier or pipeline-style update specified as an array',
    ],
    [{}, { $set: { 'a.': 1 } }, "The update path 'a.' contains an empty field name, which is not allowed."],
    [{}, { $set: { '': 1 } }, 'An empty update path is not valid.'],
    [{}, { $set: { 'a.$x': 1 } }, "The dollar ($) prefixed field '$x' in 'a.$x' is not valid for storage."],
    [
      {},
      { $set: { a: { $x: 1 } } },
      "The dollar ($) prefixed field '$x' in 'a.$x' is not valid for storage.",
    ],
    [
      {},
      { $set: { '$.a': 1 } },
      "Cannot have positional (i.e. '$') element in the first position in path '$.a'",
    ],
    [
      {},
      { _id: 2, a: 1 },
      "After applying the update, the (immutable) field '_id' was found to have been altered to _id: 2",
    ],
    [{}, [{ $set: { a: 1 } }], "an update as a pipeline is not emulated by the simulator's database"],
    [{}, 'x', 'Update argument must be either an object or an array'],
  ])('%j with %j: %s', (fields, change, message) => {
    expect(refusal(() => applyUpdate({ _id: 1, ...fields }, change, at))).toBe(message);
  });
});
