import { Aggregator } from 'mingo';
import { Context } from 'mingo/core';
import { $push } from 'mingo/operators/accumulator';
import { $bucketAuto } from 'mingo/operators/pipeline';
import type { Fields, Value } from '../document';
import { compareValues } from '../order';
import { refuse } from '../refusal';

/** A document and the value that decides on its bucket. */
export interface Valued {
  readonly value: Value;
  readonly document: Fields;
}

/** From `min` (included) to `max` (not included, but in the last bucket). */
export interface Bucket {
  readonly min: Value;
  readonly max: Value;
  readonly members: readonly Valued[];
}

/** Buckets of about the same size; equal values stay together. */
function evenly(sorted: readonly Valued[], buckets: number): Bucket[] {
  const size = Math.max(1, Math.round(sorted.length / buckets));
  const result: Bucket[] = [];
  let at = 0;
  while (at < sorted.length) {
    let end = result.length === buckets - 1 ? sorted.length : Math.min(at + size, sorted.length);
    while (end < sorted.length && compareValues(sorted[end]!.value, sorted[end - 1]!.value) === 0) end += 1;
    const members = sorted.slice(at, end);
    const max = (sorted[end] ?? members.at(-1)!).value;
    result.push({ min: members[0]!.value, max, members });
    at = end;
  }
  return result;
}

const SERIES = /^(POWERSOF2|1-2-5|E(6|12|24|48|96|192)|R(5|10|20|40|80))$/;
const context = Context.init({ pipeline: { $bucketAuto }, accumulator: { $push } });

/** Boundaries from a series of preferred numbers, as mingo draws them: equal to the manual's table. */
function preferred(sorted: readonly Valued[], buckets: number, granularity: string): Bucket[] {
  for (const { value } of sorted) {
    if (typeof value !== 'number' || Number.isNaN(value) || value < 0) {
      throw refuse('$bucketAuto can only specify a granularity with numeric, non-negative boundaries');
    }
  }
  if (sorted.length === 0) return [];
  const list = sorted.map(({ value }, at) => ({ value, at }));
  const stage = { groupBy: '$value', buckets, granularity, output: { places: { $push: '$at' } } };
  const parts = new Aggregator([{ $bucketAuto: stage }], { context } as never).run(list);
  return parts.map((part) => {
    const { _id, places } = part as { _id: { min: number; max: number }; places: number[] };
    return { ..._id, members: places.map((place) => sorted[place]!) };
  });
}

/** What `$bucketAuto` makes of the documents; `granularity` names a series of preferred numbers. */
export function cutIntoBuckets(valued: Valued[], buckets: number, granularity: Value | undefined): Bucket[] {
  const sorted = valued.toSorted((a, b) => compareValues(a.value, b.value));
  if (granularity === undefined) return evenly(sorted, buckets);
  if (typeof granularity !== 'string' || !SERIES.test(granularity)) {
    throw refuse(`Unknown rounding granularity '${String(granularity)}'`);
  }
  return preferred(sorted, buckets, granularity);
}
