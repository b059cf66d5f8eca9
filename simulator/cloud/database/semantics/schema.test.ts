import type { Value } from './document';
import { compileFilter } from './match';
import { refusal } from './testing';

const valid = (schema: Value, fields: Record<string, Value>): boolean =>
  compileFilter({ $jsonSchema: schema })({ _id: 1, ...fields });
const field = (schema: Value, value: Value): boolean => valid({ properties: { a: schema } }, { a: value });

test.each<[Value, Value, boolean]>([
  [{ bsonType: 'int' }, 5, true],
  [{ bsonType: 'int' }, 5.5, false],
  [{ bsonType: ['double', 'null'] }, null, true],
  [{ bsonType: 'number' }, 5, true],
  [{ bsonType: 'date' }, new Date(5), true],
  [{ bsonType: 'object' }, new Date(5), false],
  [{ type: 'object' }, new Date(5), false],
  [{ type: 'boolean' }, true, true],
  [{ required: ['x'] }, new Date(5), true],
  [{ enum: [{ x: 1, y: 2 }] }, { y: 2, x: 1 }, false],
  [{ enum: [1] }, 1, true],
  [{ minimum: 3, exclusiveMinimum: true }, 3, false],
  [{ maximum: 3 }, 3, true],
  [{ maximum: 3, exclusiveMaximum: true }, 3, false],
  [{ minimum: 3 }, 'text', true],
  [{ multipleOf: 5 }, 12, false],
  [{ minLength: 2, maxLength: 3 }, '寿司', true],
  [{ maxLength: 1 }, '寿司', false],
  [{ pattern: '^a' }, 'ba', false],
  [{ items: { bsonType: 'int' } }, [1, 'x'], false],
  [{ items: [{ bsonType: 'int' }], additionalItems: false }, [1, 2], false],
  [{ items: [{ bsonType: 'int' }], additionalItems: { bsonType: 'string' } }, [1, 'x'], true],
  [{ items: [{ bsonType: 'int' }] }, [1, 'x'], true],
  [{ minItems: 2 }, [1], false],
  [{ maxItems: 1 }, [1, 2], false],
  [{ uniqueItems: true }, [{ a: 1 }, { a: 1 }], false],
  [{ uniqueItems: false }, [1, 1], true],
  [{ minProperties: 2 }, { x: 1 }, false],
  [{ maxProperties: 1 }, { x: 1 }, true],
  [{ properties: { x: {} }, additionalProperties: false }, { x: 1, y: 1 }, false],
  [
    { patternProperties: { '^p': { bsonType: 'int' } }, additionalProperties: { bsonType: 'string' } },
    { p1: 1, z: 'x' },
    true,
  ],
  [{ patternProperties: { '^p': { bsonType: 'int' } } }, { p1: 'x' }, false],
  [{ dependencies: { x: ['y'] } }, { x: 1 }, false],
  [{ dependencies: { x: { required: ['z'] } } }, { x: 1, z: 1 }, true],
  [{ allOf: [{ minimum: 1 }, { maximum: 3 }] }, 4, false],
  [{ anyOf: [{ minimum: 5 }, { maximum: 3 }] }, 4, false],
  [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, false],
  [{ not: { minimum: 1 } }, 0, true],
  [{ title: 'x', description: 'y' }, 1, true],
])('%j of %j is %p', (schema, value, expected) => {
  expect(field(schema, value)).toBe(expected);
});

test('stands beside other conditions, and under $nor', () => {
  const schema = { required: ['a'] };
  expect(compileFilter({ $nor: [{ $jsonSchema: schema }] })({ _id: 1 })).toBe(true);
  expect(compileFilter({ $jsonSchema: schema, a: 1 })({ _id: 1, a: 1 })).toBe(true);
});

test.each<[Value, RegExp]>([
  [5, /must be an object/],
  [{ foo: 1 }, /^Unknown \$jsonSchema keyword: foo$/],
  [{ format: 'date' }, /'format' is not currently supported/],
  [{ bsonType: 'foo' }, /^Unknown type name alias: foo$/],
  [{ type: 'integer' }, /^Unknown type name alias: integer$/],
  [{ required: [] }, /'required' must be a non-empty array of strings/],
  [{ enum: [] }, /'enum' cannot be empty/],
  [{ properties: 1 }, /'properties' must be an object/],
  [{ minimum: 'x' }, /must be a number/],
  [{ pattern: 1 }, /'pattern' must be a string/],
  [{ anyOf: [] }, /'anyOf' must be a non-empty array/],
  [{ dependencies: 1 }, /'dependencies' must be an object/],
  [{ encrypt: {} }, /encrypt in \$jsonSchema is not emulated/],
])('%j is refused', (schema, message) => {
  expect(refusal(() => valid(schema, {}))).toMatch(message);
});
