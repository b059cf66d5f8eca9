import { type Fields, getField, isFields, type TypeName, typeName, type Value } from './document';
import { equalValues } from './order';
import type { ValueTest } from './path';
import { readTypes } from './predicates';
import { notEmulated, refuse } from './refusal';
import { toRegExp } from './regex';

type Keyword = (operand: Value, schema: Fields) => ValueTest;

function always(): ValueTest {
  return () => true;
}

function readNumber(operand: Value, keyword: string): number {
  if (typeof operand !== 'number') throw refuse(`$jsonSchema keyword '${keyword}' must be a number`);
  return operand;
}

function readSchemas(operand: Value, keyword: string): ValueTest[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw refuse(`$jsonSchema keyword '${keyword}' must be a non-empty array`);
  }
  return operand.map(compileSchema);
}

function readNames(operand: Value, keyword: string): string[] {
  if (!Array.isArray(operand) || operand.length === 0 || !operand.every((name) => typeof name === 'string')) {
    throw refuse(`$jsonSchema keyword '${keyword}' must be a non-empty array of strings`);
  }
  return operand as string[];
}

function readSchemaMap(operand: Value, keyword: string): [string, ValueTest][] {
  if (!isFields(operand)) throw refuse(`$jsonSchema keyword '${keyword}' must be an object`);
  return Object.entries(operand).map(([name, schema]) => [name, compileSchema(schema)]);
}

const JSON_TYPES: Readonly<Record<string, readonly string[]>> = {
  object: ['object'],
  array: ['array'],
  number: ['int', 'long', 'double'],
  boolean: ['bool'],
  string: ['string'],
  null: ['null'],
};

function jsonTypes(operand: Value): readonly string[] {
  const types = typeof operand === 'string' ? JSON_TYPES[operand] : undefined;
  if (!types) throw refuse(`Unknown type name alias: ${String(operand)}`);
  return types;
}

function hasType(operand: Value, read: (type: Value) => readonly string[]): ValueTest {
  const names = new Set<string>((Array.isArray(operand) ? operand : [operand]).flatMap(read));
  return (value) => names.has(typeName(value) satisfies TypeName);
}

/** A keyword that says something about values of one kind only, and nothing about others. */
function forNumbers(holds: (value: number, operand: number) => boolean): Keyword {
  return (operand) => {
    const bound = readNumber(operand, 'minimum');
    return (value) => typeof value !== 'number' || holds(value, bound);
  };
}
function forText(holds: (length: number, operand: number) => boolean): Keyword {
  return (operand) => {
    const bound = readNumber(operand, 'minLength');
    return (value) => typeof value !== 'string' || holds([...value].length, bound);
  };
}
function forLists(holds: (list: Value[], operand: number) => boolean): Keyword {
  return (operand) => {
    const bound = readNumber(operand, 'minItems');
    return (value) => !Array.isArray(value) || holds(value, bound);
  };
}
function forFields(holds: (fields: Fields, operand: number) => boolean): Keyword {
  return (operand) => {
    const bound = readNumber(operand, 'minProperties');
    return (value) => !isFields(value) || holds(value, bound);
  };
}

function properties(operand: Value): ValueTest {
  const schemas = readSchemaMap(operand, 'properties');
  return (value) =>
    !isFields(value) ||
    schemas.every(([name, test]) => !Object.hasOwn(value, name) || test(getField(value, name)));
}

function patternProperties(operand: Value): ValueTest {
  const schemas = readSchemaMap(operand, 'patternProperties').map(
    ([pattern, test]) => [toRegExp(pattern, ''), test] as const,
  );
  return (value) =>
    !isFields(value) ||
    Object.entries(value).every(([name, field]) =>
      schemas.every(([pattern, test]) => !pattern.test(name) || test(field)),
    );
}

function additionalProperties(operand: Value, schema: Fields): ValueTest {
  const known = isFields(schema.properties) ? Object.keys(schema.properties) : [];
  const patterns = isFields(schema.patternProperties)
    ? Object.keys(schema.patternProperties).map((pattern) => toRegExp(pattern, ''))
    : [];
  const test = typeof operand === 'boolean' ? () => operand : compileSchema(operand);
  return (value) =>
    !isFields(value) ||
    Object.entries(value).every(
      ([name, field]) =>
        known.includes(name) || patterns.some((pattern) => pattern.test(name)) || test(field),
    );
}

function items(operand: Value, schema: Fields): ValueTest {
  if (!Array.isArray(operand)) {
    const test = compileSchema(operand);
    return (value) => !Array.isArray(value) || value.every(test);
  }
  const tests = operand.map(compileSchema);
  const rest = schema.additionalItems;
  const others = typeof rest === 'boolean' ? () => rest : rest === undefined ? always() : compileSchema(rest);
  return (value) => !Array.isArray(value) || value.every((element, at) => (tests[at] ?? others)(element));
}

function required(operand: Value): ValueTest {
  const names = readNames(operand, 'required');
  return (value) => !isFields(value) || names.every((name) => Object.hasOwn(value, name));
}

function dependencies(operand: Value): ValueTest {
  if (!isFields(operand)) throw refuse("$jsonSchema keyword 'dependencies' must be an object");
  const tests = Object.entries(operand).map(
    ([name, rule]) => [name, Array.isArray(rule) ? required(rule) : compileSchema(rule)] as const,
  );
  return (value) =>
    !isFields(value) || tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value));
}

function isUnique(list: Value[]): boolean {
  return list.every((element, at) => !list.slice(0, at).some((other) => equalValues(element, other)));
}

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  bsonType: (operand) => hasType(operand, readTypes),
  type: (operand) => hasType(operand, jsonTypes),
  enum: (operand) => {
    if (!Array.isArray(operand) || operand.length === 0)
      throw refuse("$jsonSchema keyword 'enum' cannot be empty");
    return (value) => operand.some((allowed) => equalValues(allowed, value));
  },
  properties,
  patternProperties,
  additionalProperties,
  required,
  dependencies,
  items,
  additionalItems: always,
  uniqueItems: (operand) => (value) => operand !== true || !Array.isArray(value) || isUnique(value),
  minItems: forLists((list, bound) => list.length >= bound),
  maxItems: forLists((list, bound) => list.length <= bound),
  minProperties: forFields((fields, bound) => Object.keys(fields).length >= bound),
  maxProperties: forFields((fields, bound) => Object.keys(fields).length <= bound),
  minLength: forText((length, bound) => length >= bound),
  maxLength: forText((length, bound) => length <= bound),
  minimum: (operand, schema) =>
    forNumbers((value, bound) => (schema.exclusiveMinimum === true ? value > bound : value >= bound))(
      operand,
      schema,
    ),
  maximum: (operand, schema) =>
    forNumbers((value, bound) => (schema.exclusiveMaximum === true ? value < bound : value <= bound))(
      operand,
      schema,
    ),
  exclusiveMinimum: always,
  exclusiveMaximum: always,
  multipleOf: forNumbers((value, bound) => value % bound === 0),
  pattern: (operand) => {
    if (typeof operand !== 'string') throw refuse("$jsonSchema keyword 'pattern' must be a string");
    const pattern = toRegExp(operand, '');
    return (value) => typeof value !== 'string' || pattern.test(value);
  },
  allOf: (operand) => {
    const tests = readSchemas(operand, 'allOf');
    return (value) => tests.every((test) => test(value));
  },
  anyOf: (operand) => {
    const tests = readSchemas(operand, 'anyOf');
    return (value) => tests.some((test) => test(value));
  },
  oneOf: (operand) => {
    const tests = readSchemas(operand, 'oneOf');
    return (value) => tests.filter((test) => test(value)).length === 1;
  },
  not: (operand) => {
    const test = compileSchema(operand);
    return (value) => !test(value);
  },
  title: always,
  description: always,
};

const LEFT_OUT_BY_MONGODB = ['$ref', '$schema', 'default', 'definitions', 'format', 'id'];

function compileSchema(schema: Value): ValueTest {
  if (!isFields(schema)) throw refuse('$jsonSchema must be an object');
  const tests = Object.entries(schema).map(([name, operand]) => {
    if (LEFT_OUT_BY_MONGODB.includes(name)) {
      throw refuse(`$jsonSchema keyword '${name}' is not currently supported`);
    }
    const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name] : undefined;
    if (!keyword) throw refuse(`Unknown $jsonSchema keyword: ${name}`);
    return keyword(operand, schema);
  });
  return (value) => tests.every((test) => test(value));
}

/**
 * `$jsonSchema`: draft 4 with MongoDB's `bsonType` and without `$ref`, `default`, `format` and the like
 * [doc: reference/operator/query/jsonSchema]. Dates are not objects and equality is BSON's, which JSON validators get wrong.
 */
export function schemaTest(schema: Value): (document: Fields) => boolean {
  if (isFields(schema) && 'encrypt' in schema) throw notEmulated('encrypt in $jsonSchema');
  return compileSchema(schema);
}
