import { Context, evalExpr } from 'mingo/core';
import * as bitwise from 'mingo/operators/expression/bitwise';
import * as text from 'mingo/operators/expression/string';
import * as trigonometry from 'mingo/operators/expression/trignometry';
import { isFields, type Value } from '../document';
import { refuse } from '../refusal';
import type { Operator, Operators } from './operator';

const { $regexFind, $regexFindAll, $regexMatch, $replaceAll, $replaceOne, $trim, $ltrim, $rtrim } = text;
const expression = {
  ...bitwise,
  ...trigonometry,
  $regexFind,
  $regexFindAll,
  $regexMatch,
  $replaceAll,
  $replaceOne,
  $trim,
  $ltrim,
  $rtrim,
};
const context = Context.init({ expression });

/** The operands by name, and an argument that refers to them as fields of a document. */
function takeApart(argument: Value): { operands: [string, Value][]; shape: unknown } {
  if (Array.isArray(argument)) {
    const operands = argument.map((operand, at): [string, Value] => [`v${at}`, operand]);
    return { operands, shape: operands.map(([name]) => `$${name}`) };
  }
  if (isFields(argument) && !Object.keys(argument)[0]?.startsWith('$')) {
    const shape = Object.fromEntries(Object.keys(argument).map((name) => [name, `$${name}`]));
    return { operands: Object.entries(argument), shape };
  }
  return { operands: [['only', argument]], shape: '$only' };
}

/**
 * An operator of mingo's, for those beyond the SDK's own list in which mingo agrees with MongoDB. Operands are evaluated
 * here and handed over as fields, so that mingo only ever computes with plain values.
 */
const borrow: Operator = (argument, compile, name) => {
  const { operands, shape } = takeApart(argument);
  const evaluators = operands.map(([key, operand]) => [key, compile(operand)] as const);
  return (root, variables) => {
    const values = Object.fromEntries(evaluators.map(([key, evaluate]) => [key, evaluate(root, variables)]));
    try {
      return evalExpr(values, { [name]: shape } as never, { context } as never) as Value | undefined;
    } catch (error) {
      throw refuse(error instanceof Error ? error.message : `${name} failed`);
    }
  };
};

export const BORROWED: Operators = Object.fromEntries(
  Object.keys(expression)
    .filter((name) => name.startsWith('$'))
    .map((name) => [name, borrow]),
);
