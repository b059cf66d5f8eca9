import { isFields, type Value } from '../document';
import { refuse } from '../refusal';
import { type Operator, type Operators, parameters } from './operator';

/** A name that `$let`, `$map` and the like may give; they begin with a small letter. */
export function variableName(name: Value): string {
  if (typeof name !== 'string' || name === '') throw refuse('empty variable names are not allowed');
  if (!/^[a-z\u0080-\uffff]/.test(name)) {
    throw refuse(`'${name}' starts with an invalid character for a user variable name`);
  }
  if (/[^\w\u0080-\uffff]/.test(name)) {
    throw refuse(`'${name}' contains an invalid character for a variable name`);
  }
  return name;
}

const letIn: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, ['vars', 'in'], ['vars', 'in']);
  const vars = given.vars!;
  if (!isFields(vars)) throw refuse(`invalid parameter: expected an object (vars)`);
  const entries = Object.entries(vars).map(
    ([variable, expression]) => [variableName(variable), compile(expression)] as const,
  );
  const output = compile(given.in!);
  return (root, variables) => {
    const inner: Record<string, Value | undefined> = { ...variables };
    for (const [variable, evaluate] of entries) inner[variable] = evaluate(root, variables);
    return output(root, inner);
  };
};

export const VARIABLES: Operators = { $let: letIn };
