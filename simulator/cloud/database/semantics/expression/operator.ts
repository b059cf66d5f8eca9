import { isFields, isNullish, type TypeName, typeName, type Value } from '../document';
import { refuse } from '../refusal';

/** `$$name` variables in reach; ROOT and CURRENT are the document itself and not among them. */
export type Variables = { readonly [name: string]: Value | undefined };
/** A compiled expression; `undefined` is "missing". */
export type Evaluate = (root: Value, variables: Variables | undefined) => Value | undefined;
export type Compile = (expression: Value) => Evaluate;
/** Compiles one operator's argument. */
export type Operator = (argument: Value, compile: Compile, name: string) => Evaluate;
export type Operators = Readonly<Record<string, Operator>>;

function listOf(argument: Value): Value[] {
  return Array.isArray(argument) ? argument : [argument];
}

/** The operands, as many as the operator takes, or refused in MongoDB's words. */
export function operands(argument: Value, name: string, least: number, most = least): Value[] {
  const list = listOf(argument);
  if (list.length >= least && list.length <= most) return list;
  if (least === most) {
    throw refuse(`Expression ${name} takes exactly ${least} arguments. ${list.length} were passed in.`);
  }
  throw refuse(
    `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${list.length} were passed in.`,
  );
}

export function unary(apply: (value: Value | undefined, name: string) => Value | undefined): Operator {
  return (argument, compile, name) => {
    const only = compile(operands(argument, name, 1)[0]!);
    return (root, variables) => apply(only(root, variables), name);
  };
}

type Binary = (a: Value | undefined, b: Value | undefined, name: string) => Value | undefined;
export function binary(apply: Binary): Operator {
  return (argument, compile, name) => {
    const [first, second] = operands(argument, name, 2).map(compile) as [Evaluate, Evaluate];
    return (root, variables) => apply(first(root, variables), second(root, variables), name);
  };
}

export type Values = readonly (Value | undefined)[];
/** An operator on a list of operands, all of them evaluated first. */
export function variadic(
  apply: (values: Values, name: string) => Value | undefined,
  least = 0,
  most = 1e9,
): Operator {
  return (argument, compile, name) => {
    const evaluators = operands(argument, name, least, most).map(compile);
    return (root, variables) =>
      apply(
        evaluators.map((evaluate) => evaluate(root, variables)),
        name,
      );
  };
}

/** The operator's named parameters, none of them unknown. */
export function parameters(
  argument: Value,
  name: string,
  known: readonly string[],
  required: readonly string[],
): Readonly<Record<string, Value>> {
  if (!isFields(argument)) {
    throw refuse(`${name} only supports an object as its argument, not ${typeName(argument)}`);
  }
  for (const key of Object.keys(argument)) {
    if (!known.includes(key)) throw refuse(`Unrecognized argument to ${name}: ${key}`);
  }
  for (const key of required) {
    if (!(key in argument)) throw refuse(`Missing '${key}' parameter to ${name}`);
  }
  return argument;
}

/** The values of named parameters; a parameter that is not given is `undefined`. */
export function namedValues(
  given: Readonly<Record<string, Value>>,
  compile: Compile,
): (root: Value, variables: Variables | undefined) => Record<string, Value | undefined> {
  const entries = Object.entries(given).map(([key, expression]) => [key, compile(expression)] as const);
  return (root, variables) => {
    const values: Record<string, Value | undefined> = {};
    for (const [key, evaluate] of entries) values[key] = evaluate(root, variables);
    return values;
  };
}

/** Null in, null out: `undefined` when every value is there. */
export function nullIfAny(values: Values): null | undefined {
  return values.some(isNullish) ? null : undefined;
}

export function wholeNumber(value: Value | undefined, message: (type: TypeName) => string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw refuse(message(typeName(value)));
  return value;
}
