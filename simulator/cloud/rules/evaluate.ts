import type { Value } from '../database/semantics/document';
import { compareKnown, compareUnderFacts, containment, negated, type Truth } from './compare';
import { certainValues, type DocumentView, type Operand, walk } from './facts';
import type { Expression, RuleVariable } from './syntax';

/** Everything a rule may look at. */
export interface RuleScope {
  /** The caller: `auth`, null for somebody who is not logged in. */
  readonly auth: { readonly [field: string]: Value } | null;
  /** Business time in milliseconds: `now`. */
  readonly now: number;
  readonly doc?: DocumentView;
  /** A stored file's `resource`: only `openid`. */
  readonly resource?: { readonly openid: string | null };
  /** `get()`: a document or nothing. */
  readonly get?: (collection: string, id: string) => { [field: string]: Value } | undefined;
}

const mostDocuments = 10;

/** Whether a rule's expression certainly holds. `maybe` counts as no: the platform refuses what it cannot be sure of. */
export function holds(expression: Expression, scope: RuleScope): boolean {
  return new Evaluation(scope).truth(expression) === 'yes';
}

/** One evaluation against one view of the documents; it remembers what `get()` fetched. */
class Evaluation {
  private readonly fetched = new Map<string, { [field: string]: Value } | undefined>();

  constructor(private readonly scope: RuleScope) {}

  truth(expression: Expression): Truth {
    switch (expression.kind) {
      case 'and': {
        const left = this.truth(expression.left);
        return left === 'no' ? 'no' : worse(left, this.truth(expression.right));
      }
      case 'or': {
        const left = this.truth(expression.left);
        if (left === 'yes') return 'yes';
        return negated(worse(negated(left), negated(this.truth(expression.right))));
      }
      case 'not':
        return negated(this.truth(expression.operand));
      case 'compare':
        return compare(this.operand(expression.left), expression.operator, this.operand(expression.right));
      case 'in':
        return containment(this.operand(expression.left), this.operand(expression.right));
      default:
        return truthOf(this.operand(expression));
    }
  }

  private operand(expression: Expression): Operand {
    switch (expression.kind) {
      case 'literal':
        return known(expression.value);
      case 'list':
        return known([...expression.values]);
      case 'variable':
        return this.variable(expression.name);
      case 'member':
        return this.member(expression.object, expression.field);
      case 'template':
        return this.template(expression.texts, expression.values);
      case 'get':
        return this.document(this.operand(expression.path));
      default: {
        const truth = this.truth(expression);
        return truth === 'maybe' ? unknown : known(truth === 'yes');
      }
    }
  }

  private variable(name: RuleVariable): Operand {
    if (name === 'auth') return known(this.scope.auth as Value);
    if (name === 'now') return known(this.scope.now);
    if (name === 'resource') return known((this.scope.resource ?? null) as Value);
    return this.scope.doc?.at([]) ?? known(null);
  }

  private member(object: Expression, field: Expression): Operand {
    const path = this.documentPath({ kind: 'member', object, field });
    if (path) return this.scope.doc?.at(path) ?? known(undefined);
    const base = this.operand(object);
    const [name] = singleValue(this.operand(field));
    if (!base.isKnown || name === undefined) return unknown;
    return known(walk(base.value, [String(name)]));
  }

  /** The path below `doc`, when that is what the expression is. */
  private documentPath(expression: Expression): string[] | undefined {
    if (expression.kind === 'variable') return expression.name === 'doc' ? [] : undefined;
    if (expression.kind !== 'member') return undefined;
    const above = this.documentPath(expression.object);
    if (!above) return undefined;
    const [name] = singleValue(this.operand(expression.field));
    return typeof name === 'string' || typeof name === 'number' ? [...above, String(name)] : undefined;
  }

  private template(texts: readonly string[], values: readonly Expression[]): Operand {
    let text = texts[0] ?? '';
    for (const [index, value] of values.entries()) {
      const [single] = singleValue(this.operand(value));
      if (typeof single !== 'string' && typeof single !== 'number') return unknown;
      text += `${single}${texts[index + 1] ?? ''}`;
    }
    return known(text);
  }

  private document(path: Operand): Operand {
    if (!path.isKnown) return unknown;
    const [, collection, id] = /^database\.([^.]+)\.(.+)$/.exec(String(path.value)) ?? [];
    if (!collection || !id || !this.scope.get) return known(undefined);
    const key = `${collection}.${id}`;
    if (!this.fetched.has(key)) {
      if (this.fetched.size >= mostDocuments) return unknown;
      this.fetched.set(key, this.scope.get(collection, id));
    }
    return known(this.fetched.get(key));
  }
}

const unknown: Operand = { isKnown: false, facts: [] };

function known(value: Value | undefined): Operand {
  return { isKnown: true, value };
}

function worse(one: Truth, other: Truth): Truth {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'yes' && other === 'yes' ? 'yes' : 'maybe';
}

/** The one value an operand must have: its own, or the one the query names with `==` or a one-member `in`. */
function singleValue(operand: Operand): (Value | undefined)[] {
  return operand.isKnown ? [operand.value] : certainValues(operand.facts);
}

function compare(left: Operand, operator: Parameters<typeof compareKnown>[1], right: Operand): Truth {
  if (left.isKnown && right.isKnown) return compareKnown(left.value, operator, right.value) ? 'yes' : 'no';
  if (right.isKnown && !left.isKnown) return compareUnderFacts(left.facts, operator, right.value);
  if (left.isKnown && !right.isKnown) return compareUnderFacts(right.facts, mirrored[operator], left.value);
  return 'maybe';
}

const mirrored = { '==': '==', '!=': '!=', '>': '<', '>=': '<=', '<': '>', '<=': '>=' } as const;

function truthOf(operand: Operand): Truth {
  const values = operand.isKnown
    ? [operand.value]
    : operand.facts.flatMap((fact) => (fact.kind === 'oneOf' ? fact.values : []));
  if (values.length === 0) return 'maybe';
  if (values.every((value) => value === true)) return 'yes';
  return values.every((value) => !value) ? 'no' : 'maybe';
}
