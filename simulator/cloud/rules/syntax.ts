import jsep, { type CoreExpression, type Expression as JsepExpression } from 'jsep';
import { CloudError } from '../core/errors';
import { addTemplateLiterals, type TemplateNode } from './template';

export type Comparison = '==' | '!=' | '>' | '>=' | '<' | '<=';
export type RuleVariable = 'auth' | 'doc' | 'now' | 'resource';

/** A security rule's expression after parsing. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'variable'; readonly name: RuleVariable }
  | { readonly kind: 'member'; readonly object: Expression; readonly field: Expression }
  | { readonly kind: 'template'; readonly texts: readonly string[]; readonly values: readonly Expression[] }
  | { readonly kind: 'get'; readonly path: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression };

const longestExpression = 1024;
const mostGets = 3;
const deepestGet = 2;
const comparisons: Readonly<Record<string, Comparison>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
};

jsep.addBinaryOp('in', 7);
addTemplateLiterals(jsep);

/**
 * Parses one expression of WeChat's JSON security rules [document: 数据库安全规则; 安全规则 使用限制]. Refuses, by name, more than
 * 1,024 characters, more than 3 `get`, `get` nested deeper than 2, array members other than numbers and texts, and everything
 * else the rules language lacks (calls, arithmetic, regular expressions, conditionals, `request`).
 */
export function parseRule(text: string): Expression {
  if (text.length > longestExpression) throw wrong(text, `is longer than ${longestExpression} characters`);
  let tree: JsepExpression;
  try {
    tree = jsep(text);
  } catch (error) {
    throw wrong(text, error instanceof Error ? error.message : String(error));
  }
  const reading = new Reading(text);
  const expression = reading.read(tree as Node, 0);
  if (reading.gets > mostGets) throw wrong(text, `uses get() more than ${mostGets} times`);
  return expression;
}

type Node = CoreExpression | TemplateNode;

class Reading {
  gets = 0;

  constructor(private readonly text: string) {}

  read(node: Node, getDepth: number): Expression {
    const next = (inner: unknown) => this.read(inner as Node, getDepth);
    switch (node.type) {
      case 'Literal':
        return { kind: 'literal', value: this.literal(node.value) };
      case 'Identifier':
        return this.identifier(node.name);
      case 'ArrayExpression':
        return { kind: 'list', values: node.elements.map((element) => this.listMember(element)) };
      case 'MemberExpression':
        return { kind: 'member', object: next(node.object), field: this.field(node, next) };
      case 'TemplateLiteral':
        return {
          kind: 'template',
          texts: node.texts,
          values: node.expressions.map((inner) => next(inner)),
        };
      case 'CallExpression':
        return this.call(node.callee as Node, node.arguments as Node[], getDepth);
      case 'UnaryExpression':
        return this.unary(node.operator, next(node.argument));
      case 'BinaryExpression':
        return this.binary(node.operator, next(node.left), next(node.right));
      default:
        throw wrong(this.text, `uses what the rules language does not have (${node.type})`);
    }
  }

  private literal(value: unknown): string | number | boolean | null {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
      return value as string | number | boolean | null;
    throw wrong(this.text, 'has a literal that is not a text, a number, true, false or null');
  }

  private identifier(name: string): Expression {
    if (name === 'undefined') return { kind: 'literal', value: null };
    if (name === 'auth' || name === 'doc' || name === 'now' || name === 'resource')
      return { kind: 'variable', name };
    throw wrong(this.text, `names ${name}; rules know auth, doc, now, resource and get()`);
  }

  private listMember(node: JsepExpression | null): string | number {
    const inner = node as Node | null;
    if (inner?.type === 'Literal' && (typeof inner.value === 'string' || typeof inner.value === 'number'))
      return inner.value;
    if (inner?.type === 'UnaryExpression' && (inner.operator === '-' || inner.operator === '+')) {
      const member = this.listMember(inner.argument);
      if (typeof member === 'number') return inner.operator === '-' ? -member : member;
    }
    throw wrong(this.text, 'has an array with members other than numbers and texts');
  }

  private field(
    node: { computed?: boolean; property: JsepExpression },
    next: (inner: unknown) => Expression,
  ): Expression {
    const property = node.property as Node;
    if (!node.computed && property.type === 'Identifier') return { kind: 'literal', value: property.name };
    return next(property);
  }

  private call(callee: Node, inputs: readonly Node[], getDepth: number): Expression {
    if (callee.type !== 'Identifier' || callee.name !== 'get')
      throw wrong(this.text, 'calls a function; rules only have get()');
    const [path] = inputs;
    if (!path || inputs.length > 1) throw wrong(this.text, 'get() takes exactly one path');
    if (getDepth >= deepestGet) throw wrong(this.text, `nests get() deeper than ${deepestGet}`);
    this.gets += 1;
    const inner = this.read(path, getDepth + 1);
    if (inner.kind === 'literal' && !/^database\.[^.]+\../.test(String(inner.value)))
      throw wrong(this.text, 'get() needs a path of the form database.collection.id');
    return { kind: 'get', path: inner };
  }

  private unary(operator: string, operand: Expression): Expression {
    if (operator === '!') return { kind: 'not', operand };
    if (operand.kind === 'literal' && typeof operand.value === 'number') {
      if (operator === '-') return { kind: 'literal', value: -operand.value };
      if (operator === '+') return operand;
    }
    throw wrong(this.text, `uses the operator ${operator} in a way the rules language does not have`);
  }

  private binary(operator: string, left: Expression, right: Expression): Expression {
    if (operator === '&&') return { kind: 'and', left, right };
    if (operator === '||') return { kind: 'or', left, right };
    if (operator === 'in') return { kind: 'in', left, right };
    const comparison = comparisons[operator];
    if (comparison) return { kind: 'compare', operator: comparison, left, right };
    throw wrong(this.text, `uses the operator ${operator}, which the rules language does not have`);
  }
}

function wrong(text: string, complaint: string): CloudError {
  const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return new CloudError('RULE_INVALID', `the security rule ${JSON.stringify(shown)} ${complaint}`);
}
