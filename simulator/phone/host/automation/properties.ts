import * as glassEasel from 'glass-easel';
import { nodeOf } from './elements';

/** Live state of built-ins, besides what their attributes say. */
const live = ['value', 'checked', 'current', '_translateX', '_translateY'] as const;

/** A property by its camel-case name; `__propPublic` lists those there are, for the client asks it first. */
export function readProperty(element: glassEasel.Element, name: string): unknown {
  if (name === '__propPublic') return Object.fromEntries(publicNames(element).map((one) => [one, true]));
  if (glassEasel.Component.isComponent(element)) return (element.data as Record<string, unknown>)[name];
  const node = nodeOf(element) as unknown as Record<string, unknown>;
  if ((live as readonly string[]).includes(name) && node[name] !== undefined) return node[name];
  return element.getAttribute(toKebab(name)) ?? element.getAttribute(name);
}

function publicNames(element: glassEasel.Element): string[] {
  if (glassEasel.Component.isComponent(element)) return Object.keys(element.data as object);
  const node = nodeOf(element);
  const own = live.filter((name) => (node as unknown as Record<string, unknown>)[name] !== undefined);
  return [...node.getAttributeNames().map(toCamel), ...own];
}

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function toCamel(name: string): string {
  return name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
