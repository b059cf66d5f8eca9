import { isFields, isNullish, type Value } from '../document';
import { compareValues } from '../order';
import { isTruthy } from '../predicates';
import { refuse } from '../refusal';
import {
  binary,
  type Evaluate,
  type Operator,
  type Operators,
  operands,
  parameters,
  unary,
} from './operator';

/** `$and` (until one fails) and `$or` (until one holds). */
function untilFound(stop: boolean): Operator {
  return (argument, compile) => {
    const evaluators = (Array.isArray(argument) ? argument : [argument]).map(compile);
    return (root, variables) => {
      for (const evaluate of evaluators) if (isTruthy(evaluate(root, variables)) === stop) return stop;
      return !stop;
    };
  };
}

function comparison(holds: (difference: number) => Value): Operator {
  return binary((a, b) => holds(compareValues(a, b)));
}

const cond: Operator = (argument, compile, name) => {
  let parts: Value[];
  if (isFields(argument)) {
    const given = parameters(argument, name, ['if', 'then', 'else'], ['if', 'then', 'else']);
    parts = [given.if!, given.then!, given.else!];
  } else {
    parts = operands(argument, name, 3);
  }
  const [condition, then, otherwise] = parts.map(compile) as [Evaluate, Evaluate, Evaluate];
  return (root, variables) =>
    isTruthy(condition(root, variables)) ? then(root, variables) : otherwise(root, variables);
};

/** The first operand that is neither null nor missing, else the last. */
const ifNull: Operator = (argument, compile, name) => {
  const evaluators = operands(argument, name, 2, 1e9).map(compile);
  return (root, variables) => {
    let value: Value | undefined;
    for (const evaluate of evaluators) {
      value = evaluate(root, variables);
      if (!isNullish(value)) return value;
    }
    return value;
  };
};

const switchOn: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, ['branches', 'default'], ['branches']);
  const list = given.branches;
  if (!Array.isArray(list) || list.length === 0) throw refuse('$switch requires at least one branch.');
  const branches = list.map((each) => {
    const known = parameters(each, `${name} branch`, ['case', 'then'], ['case', 'then']);
    return { holds: compile(known.case!), output: compile(known.then!) };
  });
  const otherwise = 'default' in given ? compile(given.default!) : undefined;
  return (root, variables) => {
    const found = branches.find(({ holds }) => isTruthy(holds(root, variables)));
    const output = found?.output ?? otherwise;
    if (!output) {
      throw refuse('$switch could not find a matching branch for an input, and no default was specified.');
    }
    return output(root, variables);
  };
};

export const LOGIC: Operators = {
  $and: untilFound(false),
  $or: untilFound(true),
  $not: unary((value) => !isTruthy(value)),
  $cmp: comparison((difference) => Math.sign(difference)),
  $eq: comparison((difference) => difference === 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $ne: comparison((difference) => difference !== 0),
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOn,
  $literal: (argument) => () => argument,
};
