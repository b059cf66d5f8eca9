import assert from 'node:assert/strict';
import type { Proof, Tools } from './checks';
import { check, type PortableCheck } from './checks';
import type { Command, Database, Doc } from './sdk';

/** An error as the SDK and `wx.cloud` show it. */
export interface Refusal {
  readonly errCode: number;
  readonly errMsg: string;
  readonly code?: string;
}

/** The error a promise rejects with; a promise that resolves is itself the failure. */
export async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  let answer: unknown;
  try {
    answer = await promise;
  } catch (error) {
    const { errCode, errMsg, message, code } = error as Refusal & { message?: string };
    return { errCode, errMsg: errMsg ?? message ?? String(error), ...(code === undefined ? {} : { code }) };
  }
  throw new assert.AssertionError({
    message: `expected a refusal, got ${JSON.stringify(answer)}`,
    actual: answer,
  });
}

/** Asserts a refusal with this code and every one of these texts. */
export async function refuses(
  promise: Promise<unknown>,
  errCode: number,
  ...texts: (string | RegExp)[]
): Promise<void> {
  const error = await refusal(promise);
  for (const text of texts) {
    const isThere = typeof text === 'string' ? error.errMsg.includes(text) : text.test(error.errMsg);
    assert.ok(isThere, `expected the refusal to say ${text}, got ${error.errCode} ${error.errMsg}`);
  }
  assert.equal(error.errCode, errCode, `${error.errCode} ${error.errMsg}`);
}

/** `where` finds exactly the documents with these ids, in any order. */
export function finds(
  name: string,
  evidence: Proof,
  documents: readonly Doc[],
  where: (_: Command, db: Database) => unknown,
  ids: readonly string[],
): PortableCheck {
  return check(name, evidence, async ({ db, _, scratch }) => {
    const collection = await scratch(documents);
    const { data } = await collection.where(where(_, db)).get();
    assert.deepEqual(data.map(({ _id }) => _id).sort(), [...ids].sort());
  });
}

/** `doc.update` turns the document into exactly this one. */
export function updates(
  name: string,
  evidence: Proof,
  before: Doc,
  data: (_: Command, db: Database) => Doc,
  after: Doc,
): PortableCheck {
  return check(name, evidence, async ({ db, _, scratch }) => {
    const collection = await scratch([{ _id: 'a', ...before }]);
    const { stats } = await collection.doc('a').update({ data: data(_, db) });
    assert.deepEqual(stats, { updated: 1 });
    assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', ...after });
  });
}

/** `doc.update` is refused and the document stays as it was. */
export function refusesUpdate(
  name: string,
  evidence: Proof,
  before: Doc,
  data: (_: Command, db: Database) => Doc,
  ...texts: (string | RegExp)[]
): PortableCheck {
  return check(name, evidence, async ({ db, _, scratch }) => {
    const collection = await scratch([{ _id: 'a', ...before }]);
    await refuses(collection.doc('a').update({ data: data(_, db) }), -502001, ...texts);
    assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', ...before });
  });
}

/** The ids of what a query gives, in its order. */
export async function idsOf(query: { get(): Promise<{ data: Doc[] }> }): Promise<unknown[]> {
  const { data } = await query.get();
  return data.map(({ _id }) => _id);
}

/** A run of documents `{_id: 'd000', n: 0}`, `{_id: 'd001', n: 1}`, … */
export function numbered(count: number, extra: (n: number) => Doc = () => ({})): Doc[] {
  return Array.from({ length: count }, (_, n) => ({
    _id: `d${String(n).padStart(4, '0')}`,
    n,
    ...extra(n),
  }));
}

export type { Tools };
