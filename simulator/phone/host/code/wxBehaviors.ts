import * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

type Behavior = ReturnType<ReturnType<CodeSpace['behavior']>['register']>;

/** What a component may say of itself to the form around it. [doc: 内置 behaviors] */
type FormBehavior = 'form-field' | 'form-field-group' | 'form-field-button';

const members: Readonly<Record<FormBehavior, WeakSet<glassEasel.Element>>> = {
  'form-field': new WeakSet(),
  'form-field-group': new WeakSet(),
  'form-field-button': new WeakSet(),
};
const made = new Map<FormBehavior, Behavior>();

/** Nothing to add: `component-export` is part of the framework; our scroll-view finds what lies in its slots anyway. [guess: for that] */
const withoutEffect = ['component-export', 'proxy-scroll-view'];

/**
 * The behaviors WeChat brings along, named `wx://…`. `form-field` gives a component `name` and `value`, which the form around it
 * submits; `form-field-group` lets that form see the fields inside, `form-field-button` the buttons. [doc: 内置 behaviors]
 */
export function withWxBehaviors(
  space: CodeSpace,
  definition: Record<string, unknown>,
): Record<string, unknown> {
  const named = definition.behaviors as unknown[] | undefined;
  if (!named?.some((one) => typeof one === 'string')) return definition;
  const behaviors = named.flatMap((one) => (typeof one === 'string' ? builtIn(space, one) : [one]));
  return { ...definition, behaviors };
}

function builtIn(space: CodeSpace, given: string): Behavior[] {
  const name = given.replace(/^wx:\/\//, '');
  if (withoutEffect.includes(name)) return [];
  if (!(name in members)) {
    console.warn(`behavior "${given}" is not supported by the simulator`);
    return [];
  }
  const known = name as FormBehavior;
  const found = made.get(known) ?? make(space, known);
  made.set(known, found);
  return [found];
}

function make(space: CodeSpace, name: FormBehavior): Behavior {
  const created = function (this: unknown) {
    members[name].add((this as { readonly _$: glassEasel.Element })._$);
  };
  const own = { name: { type: String, value: '' }, value: { type: null, value: '' } };
  const properties = name === 'form-field' ? { properties: own } : {};
  return space
    .behavior()
    .definition({ ...properties, lifetimes: { created } })
    .register() as Behavior;
}

/** Name and value of a component that is a field of its form. */
export function fieldOf(
  element: glassEasel.Element | undefined,
): { name: string; value: unknown } | undefined {
  if (!element || !members['form-field'].has(element) || !glassEasel.Component.isComponent(element))
    return undefined;
  const { name, value } = element.data as { name: string; value: unknown };
  return { name, value };
}

/**
 * Whether a form sees a field or a button below it: what lies inside the components between them it sees only if each of those
 * has the behavior for it.
 */
export function isSeenBy(
  form: glassEasel.Element,
  element: glassEasel.Element,
  by: 'form-field-group' | 'form-field-button',
): boolean {
  let host = element.ownerShadowRoot?.getHostNode();
  while (host && isWithin(host, form)) {
    if (!members[by].has(host)) return false;
    host = host.ownerShadowRoot?.getHostNode();
  }
  return true;
}

function isWithin(element: glassEasel.Element, around: glassEasel.Element): boolean {
  let at: glassEasel.Element | null = element;
  while (at && at !== around) at = at.getComposedParent();
  return at === around;
}
