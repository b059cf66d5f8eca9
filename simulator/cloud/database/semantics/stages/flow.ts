import { type Fields, isFields, render, typeName, type Value } from '../document';
import { compileFilter, nearClause } from '../match';
import { sortDocuments } from '../order';
import { refuse } from '../refusal';
import { type StageCompiler, stageFields } from './stage';

const match: StageCompiler = (stage, { scope }) => {
  if (!isFields(stage)) throw refuse('the match filter must be an expression in an object');
  if (nearClause(stage)) throw refuse('$geoNear, $near, and $nearSphere are not allowed in this context');
  const matches = compileFilter(stage, scope);
  return function* (documents) {
    for (const document of documents) if (matches(document as never)) yield document;
  };
};

function readNumber(stage: Value, name: string): number {
  if (typeof stage !== 'number' || !Number.isInteger(stage)) {
    throw refuse(`invalid argument to ${name} stage: Expected an integer: ${name}: ${render(stage)}`);
  }
  return stage;
}

/** The first so many documents; reads no further than it must. */
export function* take(documents: Iterable<Fields>, most: number): Iterable<Fields> {
  let taken = 0;
  if (most <= 0) return;
  for (const document of documents) {
    yield document;
    taken += 1;
    if (taken >= most) return;
  }
}

const limit: StageCompiler = (stage) => {
  const most = readNumber(stage, '$limit');
  if (most <= 0) throw refuse('the limit must be positive');
  return (documents) => take(documents, most);
};

const skip: StageCompiler = (stage) => {
  const count = readNumber(stage, '$skip');
  if (count < 0) throw refuse('Argument to $skip cannot be negative');
  return function* (documents) {
    let at = 0;
    for (const document of documents) {
      if (at >= count) yield document;
      at += 1;
    }
  };
};

const sort: StageCompiler = (stage) => {
  if (!isFields(stage)) throw refuse('the $sort key specification must be an object');
  if (Object.keys(stage).length === 0) throw refuse('$sort stage must have at least one sort key');
  sortDocuments([], stage);
  return (documents) => sortDocuments([...documents], stage);
};

const count: StageCompiler = (stage) => {
  if (typeof stage !== 'string' || stage === '') throw refuse('the count field must be a non-empty string');
  if (stage.startsWith('$')) throw refuse('the count field cannot be a $-prefixed path');
  if (stage.includes('.')) throw refuse("the count field cannot contain '.'");
  return (documents) => {
    let total = 0;
    for (const _document of documents) total += 1;
    return total === 0 ? [] : [{ [stage]: total }];
  };
};

const sample: StageCompiler = (stage, { context }) => {
  const { size } = stageFields(stage, '$sample');
  if (typeof size !== 'number')
    throw refuse(`size argument to $sample must be a number, not ${typeName(size)}`);
  if (size < 0) throw refuse('size argument to $sample must not be negative');
  return (documents) => {
    const left = [...documents];
    const length = Math.min(Math.trunc(size), left.length);
    return Array.from({ length }, () => left.splice(Math.floor(context.random() * left.length), 1)[0]!);
  };
};

const facet: StageCompiler = (stage, { pipeline, scope }) => {
  const facets = Object.entries(stageFields(stage, '$facet'));
  if (facets.length === 0) throw refuse('the $facet specification must be a non-empty object');
  const compiled = facets.map(([name, specs]) => {
    if (!Array.isArray(specs))
      throw refuse(`arguments to $facet must be arrays, ${name} is type ${typeName(specs)}`);
    const list = specs
      .filter(isFields)
      .map((spec) => ({ stageKey: Object.keys(spec)[0] ?? '', stage: Object.values(spec)[0] }));
    const inner = list.find(({ stageKey }) => stageKey === '$facet' || stageKey === '$geoNear');
    if (inner) throw refuse(`${inner.stageKey} is not allowed to be used within a $facet stage`);
    return [name, pipeline(list, scope)] as const;
  });
  return (documents) => {
    const all = [...documents];
    return [Object.fromEntries(compiled.map(([name, run]) => [name, [...run(all)]]))];
  };
};

/** Stages that choose, order and count documents without changing them. */
export const FLOW_STAGES: Readonly<Record<string, StageCompiler>> = {
  $match: match,
  $limit: limit,
  $skip: skip,
  $sort: sort,
  $count: count,
  $sample: sample,
  $facet: facet,
};
