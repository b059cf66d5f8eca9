import { invalidParam } from '../core/errors';
import type { Sort } from './planner';
import { type Fields, isFields, typeName, type Value } from './semantics/document';
import { decode } from './semantics/wire';

/** A request's parameters, which may be anything at all. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Documents one query answers at most, and without a `limit` [doc: Collection.limit]. */
export const mostRows = 1000;
export const usualRows = 100;

/** What the server calls now, read once per request [measured: the vendor's suite]. */
export interface RequestTime {
  readonly serverTime: Date;
}

export function textOf(params: Parameters, name: string): string {
  const value = params[name];
  if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be a non-empty string`);
  return value;
}

export function optionalTextOf(params: Parameters, name: string): string | undefined {
  return params[name] === undefined || params[name] === null ? undefined : textOf(params, name);
}

export function flagOf(params: Parameters, name: string, usual: boolean): boolean {
  const value = params[name];
  if (value === undefined || value === null) return usual;
  if (typeof value !== 'boolean') throw invalidParam(`${name} must be a boolean`);
  return value;
}

/** A whole number from `least` on. */
export function countOf(params: Parameters, name: string, usual: number, least: number): number {
  const value = params[name];
  if (value === undefined || value === null) return usual;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
    throw invalidParam(`${name} must be a whole number, ${least} or more`);
  }
  return value;
}

/** How many documents a query may answer: what is asked, 1000 at most. */
export function limitOf(params: Parameters): number {
  return Math.min(countOf(params, 'limit', usualRows, 1), mostRows);
}

/** `DOC` for `doc(id)`, else `WHERE`. */
export function isWhere(params: Parameters): boolean {
  const { queryType = 'WHERE' } = params;
  if (queryType !== 'WHERE' && queryType !== 'DOC') throw invalidParam('queryType must be WHERE or DOC');
  return queryType === 'WHERE';
}

/** Extended JSON that must hold an object. */
export function fieldsOf(text: unknown, name: string, at: RequestTime): Fields {
  if (typeof text !== 'string') throw invalidParam(`${name} must be a string of extended JSON`);
  const value = decoded(text, name, at);
  if (!isFields(value)) {
    throw invalidParam(`${name} must hold an object, not ${typeName(value as Value | undefined)}`);
  }
  return value;
}

function decoded(text: string, name: string, at: RequestTime): unknown {
  try {
    return decode(text, at);
  } catch (error) {
    if (isJson(text)) throw error;
    throw invalidParam(`${name} is not extended JSON: ${text.slice(0, 80)}`);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The filter; the SDK sends none, or an empty text, without `where`. */
export function filterOf(params: Parameters, at: RequestTime): Fields {
  const { query } = params;
  return query === undefined || query === null || query === '' ? {} : fieldsOf(query, 'query', at);
}

export function sortOf(params: Parameters, at: RequestTime): Sort | undefined {
  if (params.order === undefined || params.order === null) return undefined;
  const order = fieldsOf(params.order, 'order', at);
  for (const [path, direction] of Object.entries(order)) {
    if (path === '' || (direction !== 1 && direction !== -1)) {
      throw invalidParam('order must give each field 1 or -1');
    }
  }
  return order as Sort;
}

export function projectionOf(params: Parameters, at: RequestTime): Fields | undefined {
  if (params.projection === undefined || params.projection === null) return undefined;
  return fieldsOf(params.projection, 'projection', at);
}

/** The documents of an insert, each one a string of extended JSON. */
export function documentsOf(params: Parameters, at: RequestTime): Fields[] {
  const { data } = params;
  if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a non-empty array');
  return data.map((text, place) => fieldsOf(text, `data[${place}]`, at));
}

export interface Stage {
  readonly stageKey: string;
  readonly stage: unknown;
}

export function stagesOf(params: Parameters, at: RequestTime): Stage[] {
  const { stages } = params;
  if (!Array.isArray(stages)) throw invalidParam('stages must be an array');
  return stages.map((entry: unknown, place) => {
    const name = `stages[${place}]`;
    if (!isFields(entry)) throw invalidParam(`${name} must be an object`);
    const { stageKey, stageValue } = entry;
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') {
      throw invalidParam(`${name} must have the strings stageKey and stageValue`);
    }
    return { stageKey, stage: decoded(stageValue, `${name}.stageValue`, at) };
  });
}
