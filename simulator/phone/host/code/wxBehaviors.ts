import * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

type Behavior = ReturnType<ReturnType<CodeSpace['behavior']>['register']>;

let formField: Behavior | undefined;
const fields = new WeakSet<object>();

/**
 * The behaviors WeChat brings along, named `wx://…`. `form-field` gives a component `name` and `value`, which the form around it
 * submits. `component-export` is part of the framework here, so nothing is to be added. [doc: 内置 behaviors]
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

function builtIn(space: CodeSpace, name: string): Behavior[] {
  if (name === 'wx://component-export') return [];
  if (name !== 'wx://form-field') {
    console.warn(`behavior "${name}" is not supported by the simulator`);
    return [];
  }
  const properties = { name: { type: String, value: '' }, value: { type: null, value: '' } };
  const created = function (this: unknown) {
    fields.add((this as { readonly _$: object })._$);
  };
  formField ??= space.behavior().definition({ properties, lifetimes: { created } }).register() as Behavior;
  return [formField];
}

/** Name and value of a component that is a field of its form. */
export function fieldOf(
  element: glassEasel.Element | undefined,
): { name: string; value: unknown } | undefined {
  if (!element || !fields.has(element) || !glassEasel.Component.isComponent(element)) return undefined;
  const { name, value } = element.data as { name: string; value: unknown };
  return { name, value };
}
