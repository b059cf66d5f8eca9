import { isFields, type Value } from '../database/semantics/document';
import { holds, type RuleScope } from './evaluate';
import { viewOfDocument, viewsOfQuery } from './facts';
import { parseRule } from './syntax';

/** A rule as written in the console: always, never, or an expression. */
export type Rule = boolean | string;
export type DatabaseOperation = 'read' | 'create' | 'update' | 'delete';
export type DatabaseRules = Readonly<Partial<Record<DatabaseOperation | 'write', Rule>>>;
export type StorageRules = Readonly<Partial<Record<'read' | 'write', Rule>>>;
export type FunctionRules = Readonly<Record<string, { readonly invoke: Rule }>>;

/** Who asks: what a rule sees as `auth`. */
export interface Auth {
  readonly openid: string;
  readonly unionid?: string;
}

export type RuleWorld = Omit<RuleScope, 'auth' | 'doc' | 'resource'> & { readonly auth: Auth | null };

/**
 * Whether a query may run, decided without reading any document: every document it could find must satisfy the rule
 * [document: 数据库安全规则, 规则匹配]. The algorithm: split the query at `$or` into alternatives; in each, `doc.x` stands for what
 * the alternative's `==`, `in`, `!=`, `nin` and range conditions on `x` guarantee; evaluate the rule in three values
 * (yes, no, maybe); all alternatives must say yes. `get()` runs only when the query names its variables with one value each.
 */
export function mayQuery(rule: Rule, filter: unknown, world: RuleWorld): boolean {
  if (typeof rule === 'boolean') return rule;
  const expression = parseRule(rule);
  return viewsOfQuery(filter).every((doc) => holds(expression, { ...scopeOf(world), doc }));
}

/** Whether a document with this content may be created: the content itself must satisfy the rule. */
export function mayCreate(rule: Rule, content: { [field: string]: Value }, world: RuleWorld): boolean {
  if (typeof rule === 'boolean') return rule;
  return holds(parseRule(rule), { ...scopeOf(world), doc: viewOfDocument(content) });
}

/** Whether a file may be read or written; `owner` is who uploaded it, null for a file put there by a function. */
export function mayTouchFile(rule: Rule, owner: string | null, world: RuleWorld): boolean {
  if (typeof rule === 'boolean') return rule;
  return holds(parseRule(rule), { ...scopeOf(world), resource: { openid: owner } });
}

/** Whether a function may be called from a phone. A function's own rule goes before `*`, whose default is `auth != null`. */
export function mayInvoke(rules: FunctionRules, name: string, world: RuleWorld): boolean {
  const own = Object.hasOwn(rules, name) && name !== '*' ? rules[name] : rules['*'];
  const rule = own?.invoke ?? 'auth != null';
  return typeof rule === 'boolean' ? rule : holds(parseRule(rule), scopeOf(world));
}

/** The rule for an operation: its own, or `write` for the three kinds of writing; an operation without a rule is refused. */
export function ruleFor(rules: DatabaseRules, operation: DatabaseOperation): Rule {
  return rules[operation] ?? (operation === 'read' ? undefined : rules.write) ?? false;
}

/** Puts the caller's openid for every text that is exactly `{openid}`, in queries and in data [document]. */
export function withOpenid(value: Value, openid: string): Value {
  if (value === '{openid}') return openid;
  if (Array.isArray(value)) return value.map((member) => withOpenid(member, openid));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withOpenid(inner, openid)]));
}

function scopeOf({ auth, ...rest }: RuleWorld): RuleScope {
  const seen = auth && { openid: auth.openid, unionid: auth.unionid ?? null, loginType: 'WECHAT' };
  return { ...rest, auth: seen };
}
