import { type Fields, isFields, render, typeName, type Value } from './document';
import { compileFilter } from './match';
import { compareValues, equalValues, sortDocuments } from './order';
import { refuse } from './refusal';

/** What an operator needs beside the value: for messages, and for server dates. */
export interface UpdateContext {
  readonly path: string;
  readonly id: Value;
  readonly serverTime: Date;
}

/** Gives the new value, or `undefined` to leave the field as it is. */
export type FieldUpdate = (
  old: Value | undefined,
  operand: Value,
  context: UpdateContext,
) => Value | undefined;

function idText(id: Value | undefined): string {
  return render(id);
}

function arithmetic(
  name: string,
  verb: string,
  missing: (operand: number) => number,
  apply: (a: number, b: number) => number,
): FieldUpdate {
  return (old, operand, { path, id }) => {
    const field = path.split('.').at(-1)!;
    if (typeof operand !== 'number') {
      throw refuse(`Cannot ${verb} with non-numeric argument: {${path}: ${render(operand)}}`);
    }
    if (old === undefined) return missing(operand);
    if (typeof old !== 'number') {
      throw refuse(
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${idText(id)}} has the field '${field}' of non-numeric type ${typeName(old)}`,
      );
    }
    return apply(old, operand);
  };
}

function extreme(wanted: 1 | -1): FieldUpdate {
  return (old, operand) =>
    old === undefined || compareValues(operand, old) * wanted > 0 ? operand : undefined;
}

function listOr(old: Value | undefined, refusal: () => Error): Value[] {
  if (old === undefined) return [];
  if (!Array.isArray(old)) throw refusal();
  return old;
}

function wholeModifier(value: Value | undefined, what: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw refuse(`The value for ${what} must be an integer value but was given type: ${typeName(value)}`);
  }
  return value;
}

function sortList(list: Value[], order: Value): Value[] {
  if (order === 1 || order === -1) return list.toSorted((a, b) => compareValues(a, b) * order);
  if (!isFields(order) || Object.keys(order).length === 0) {
    throw refuse(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  const elements = new Map(list.map((element) => [isFields(element) ? { ...element } : {}, element]));
  return sortDocuments([...elements.keys()], order).map((document) => elements.get(document)!);
}

const PUSH_MODIFIERS = ['$each', '$position', '$slice', '$sort'];

function readPush(operand: Value): { values: Value[]; modifiers: Fields } {
  if (!isFields(operand) || !('$each' in operand)) return { values: [operand], modifiers: {} };
  const unknown = Object.keys(operand).find((key) => !PUSH_MODIFIERS.includes(key));
  if (unknown) throw refuse(`Unrecognized clause in $push: ${unknown}`);
  const each = operand.$each;
  if (!Array.isArray(each)) {
    throw refuse(`The argument to $each in $push must be an array but it was of type: ${typeName(each)}`);
  }
  return { values: each, modifiers: operand };
}

const push: FieldUpdate = (old, operand, { path, id }) => {
  const { values, modifiers } = readPush(operand);
  const list = listOr(old, () =>
    refuse(
      `The field '${path}' must be an array but is of type ${typeName(old)} in document {_id: ${idText(id)}}`,
    ),
  );
  const position = wholeModifier(modifiers.$position, '$position', list.length);
  const slice = modifiers.$slice === undefined ? undefined : wholeModifier(modifiers.$slice, '$slice', 0);
  let result = list.toSpliced(position, 0, ...values);
  if (modifiers.$sort !== undefined) result = sortList(result, modifiers.$sort);
  if (slice === undefined) return result;
  return slice < 0 ? result.slice(slice) : result.slice(0, slice);
};

const addToSet: FieldUpdate = (old, operand, { path }) => {
  const several = isFields(operand) && Object.keys(operand)[0] === '$each';
  const values = several ? operand.$each : [operand];
  if (!Array.isArray(values)) {
    throw refuse(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(values)}`,
    );
  }
  const list = listOr(old, () =>
    refuse(
      `Cannot apply $addToSet to non-array field. Field named '${path.split('.').at(-1)}' has non-array type ${typeName(old)}`,
    ),
  );
  const result = [...list];
  for (const value of values) if (!result.some((element) => equalValues(element, value))) result.push(value);
  return result.length === list.length && old !== undefined ? undefined : result;
};

function pulls(condition: Value): (element: Value) => boolean {
  if (isFields(condition) && !Object.keys(condition)[0]?.startsWith('$')) {
    const matches = compileFilter(condition);
    return (element) => isFields(element) && matches(element as never);
  }
  if (isFields(condition) || condition instanceof RegExp) {
    const matches = compileFilter({ element: condition });
    return (element) => matches({ element } as never);
  }
  return (element) => equalValues(element, condition);
}

function removing(old: Value | undefined, remove: (element: Value) => boolean): Value | undefined {
  if (old === undefined) return undefined;
  if (!Array.isArray(old)) throw refuse('Cannot apply $pull to a non-array value');
  const kept = old.filter((element) => !remove(element));
  return kept.length === old.length ? undefined : kept;
}

const pullAll: FieldUpdate = (old, operand) => {
  if (!Array.isArray(operand)) {
    throw refuse(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  }
  return removing(old, (element) => operand.some((value) => equalValues(value, element)));
};

const pop: FieldUpdate = (old, operand, { path }) => {
  if (operand !== 1 && operand !== -1) throw refuse(`$pop expects 1 or -1, found: ${render(operand)}`);
  if (old === undefined) return undefined;
  if (!Array.isArray(old)) {
    throw refuse(`Path '${path}' contains an element of non-array type '${typeName(old)}'`);
  }
  if (old.length === 0) return undefined;
  return operand === 1 ? old.slice(0, -1) : old.slice(1);
};

const BITWISE: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const bit: FieldUpdate = (old, operand, { id, path }) => {
  if (!isFields(operand)) {
    throw refuse(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  const steps = Object.entries(operand);
  if (steps.length === 0) {
    throw refuse(
      'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}',
    );
  }
  if (old !== undefined && !Number.isInteger(old)) {
    throw refuse(
      `Cannot apply $bit to a value of non-integral type._id: ${idText(id)} has the field ${path} of non-integer type ${typeName(old)}`,
    );
  }
  let value = BigInt((old as number | undefined) ?? 0);
  for (const [name, number] of steps) {
    const apply = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined;
    if (!apply) {
      throw refuse(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: ${render(operand)}`,
      );
    }
    if (!Number.isInteger(number)) {
      throw refuse(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(number)}' is not supported here: ${render(operand)}`,
      );
    }
    value = apply(value, BigInt(number as number));
  }
  return Number(value);
};

const currentDate: FieldUpdate = (_old, operand, { serverTime }) => {
  const wantsDate = operand === true || operand === false || (isFields(operand) && operand.$type === 'date');
  if (!wantsDate) throw refuse("$currentDate supports only true and {$type: 'date'} in the simulator");
  return new Date(serverTime.getTime());
};

/** Operators that compute one field's new value from its old one; `$unset` and `$rename` are not among them. */
export const FIELD_UPDATES: Readonly<Record<string, FieldUpdate>> = {
  $set: (_old, operand) => operand,
  $inc: arithmetic(
    '$inc',
    'increment',
    (operand) => operand,
    (a, b) => a + b,
  ),
  $mul: arithmetic(
    '$mul',
    'multiply',
    () => 0,
    (a, b) => a * b,
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $push: push,
  $addToSet: addToSet,
  $pull: (old, operand) => removing(old, pulls(operand)),
  $pullAll: pullAll,
  $pop: pop,
  $bit: bit,
  $currentDate: currentDate,
};
