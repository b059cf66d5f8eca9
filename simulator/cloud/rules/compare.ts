import type { Value } from '../database/semantics/document';
import { compareValues, sameKind } from '../database/semantics/order';
import type { Fact, Operand } from './facts';
import type { Comparison } from './syntax';

/** What is known of a condition before any document has been read. */
export type Truth = 'yes' | 'no' | 'maybe';

export function negated(truth: Truth): Truth {
  if (truth === 'maybe') return 'maybe';
  return truth === 'yes' ? 'no' : 'yes';
}

const opposite = { '==': '!=', '!=': '==', '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const;

/** Compares as the rules' JavaScript does, without turning texts into numbers; a Date counts as its milliseconds. */
export function compareKnown(
  left: Value | undefined,
  operator: Comparison,
  right: Value | undefined,
): boolean {
  const a = comparable(left);
  const b = comparable(right);
  if (operator === '==') return compareValues(a, b) === 0;
  if (operator === '!=') return compareValues(a, b) !== 0;
  if ((typeof a !== 'number' && typeof a !== 'string') || !sameKind(a, b)) return false;
  const order = compareValues(a, b);
  if (operator === '>') return order > 0;
  if (operator === '>=') return order >= 0;
  return operator === '<' ? order < 0 : order <= 0;
}

function comparable(value: Value | undefined): Value {
  if (value instanceof Date) return value.getTime();
  return value ?? null;
}

/** Whether facts about a field decide `field operator value`. */
export function compareUnderFacts(
  facts: readonly Fact[],
  operator: Comparison,
  value: Value | undefined,
): Truth {
  for (const fact of facts) {
    if (implies(fact, operator, value)) return 'yes';
    if (implies(fact, opposite[operator], value)) return 'no';
  }
  return 'maybe';
}

function implies(fact: Fact, operator: Comparison, value: Value | undefined): boolean {
  if (fact.kind === 'oneOf') return fact.values.every((one) => compareKnown(one, operator, value));
  if (fact.kind === 'noneOf')
    return operator === '!=' && fact.values.some((one) => compareKnown(one, '==', value));
  return rangeImplies(fact.operator, fact.bound, operator, value);
}

/** `x operator bound` implies `x wanted value`. */
function rangeImplies(
  operator: Comparison,
  bound: Value,
  wanted: Comparison,
  value: Value | undefined,
): boolean {
  const isAbove = operator === '>' || operator === '>=';
  const isStrict = operator === '>' || operator === '<';
  if (wanted === '==') return false;
  if (wanted === '!=')
    return rangeImplies(operator, bound, '>', value) || rangeImplies(operator, bound, '<', value);
  if (isAbove !== (wanted === '>' || wanted === '>=')) return false;
  const needsDistance = !isStrict && (wanted === '>' || wanted === '<');
  if (isAbove) return compareKnown(bound, needsDistance ? '>' : '>=', value);
  return compareKnown(bound, needsDistance ? '<' : '<=', value);
}

/** `left in right`. Membership in a field's array is certain only when the query names the whole array. */
export function containment(left: Operand, right: Operand): Truth {
  if (right.isKnown)
    return left.isKnown ? truth(includes(right.value, left.value)) : inList(left.facts, right.value);
  if (!left.isKnown) return 'maybe';
  for (const fact of right.facts) {
    if (fact.kind !== 'oneOf') continue;
    if (fact.values.every((list) => includes(list, left.value))) return 'yes';
    if (fact.values.every((list) => Array.isArray(list) && !includes(list, left.value))) return 'no';
  }
  return 'maybe';
}

function inList(facts: readonly Fact[], list: Value | undefined): Truth {
  for (const fact of facts) {
    if (fact.kind === 'oneOf' && fact.values.every((value) => includes(list, value))) return 'yes';
    if (fact.kind === 'oneOf' && !fact.values.some((value) => includes(list, value))) return 'no';
    if (
      fact.kind === 'noneOf' &&
      Array.isArray(list) &&
      list.every((value) => includes([...fact.values], value))
    )
      return 'no';
  }
  return 'maybe';
}

function includes(list: Value | undefined, value: Value | undefined): boolean {
  return Array.isArray(list) && list.some((member) => compareKnown(member, '==', value));
}

function truth(isTrue: boolean): Truth {
  return isTrue ? 'yes' : 'no';
}
