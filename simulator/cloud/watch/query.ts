import { CloudError, invalidParam } from '../core/errors';
import { isFields, type Value } from '../database/semantics/document';
import { decode } from '../database/semantics/wire';
import { withOpenid } from '../rules/decide';
import type { InitWatch } from './messages';

/** What is watched. */
export interface WatchQuery {
  readonly collection: string;
  readonly filter: { [field: string]: Value };
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
}

/** [document: 实时数据推送] */
export const mostWatched = 5000;
const largestLimit = 200;
const mostSortFields = 5;

/**
 * Reads INIT_WATCH. The query comes as EJSON text, from a collection wrapped into JSON text once more [measured: node-sdk]. Without
 * an order it is by `_id`, descending [document: `orderBy('id', 'desc')`]. Refuses a limit above 200 and more than 5 sort fields.
 */
export function readWatchQuery(data: InitWatch, at: { openid?: string; now: number }): WatchQuery {
  const { collName, query, limit, orderBy = {} } = data;
  if (limit !== undefined && limit > largestLimit)
    throw invalidParam(`limit: a watch has at most ${largestLimit} documents when limited`);
  const fields = Object.entries(orderBy);
  if (fields.length > mostSortFields) throw invalidParam(`orderBy: at most ${mostSortFields} fields`);
  const sort = Object.fromEntries(
    fields.map(([name, direction]) => [name, direction === 'asc' ? 1 : -1]),
  ) as {
    [name: string]: 1 | -1;
  };
  return {
    collection: collName,
    filter: filterOf(query, at),
    sort: fields.length > 0 ? sort : { _id: -1 },
    ...(limit !== undefined && { limit }),
  };
}

function filterOf(query: string | undefined, { openid, now }: { openid?: string; now: number }) {
  const decoded = decode(unwrapped(query || '{}') || '{}', { serverTime: new Date(now) });
  if (!isFields(decoded)) throw invalidParam('query: an object is expected');
  return (openid === undefined ? decoded : withOpenid(decoded, openid)) as { [field: string]: Value };
}

function unwrapped(query: string): string {
  try {
    const once: unknown = JSON.parse(query);
    return typeof once === 'string' ? once : query;
  } catch {
    throw new CloudError('INVALID_PARAM', 'query: malformed JSON');
  }
}
