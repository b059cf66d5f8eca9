import { type Document, type Fields, isFields, typeName, type Value } from '../document';
import type { Variables } from '../expression/compile';
import { refuse } from '../refusal';

/** For `$lookup`: another collection's documents as the request sees them. */
export interface Lookup {
  documents(collection: string): Iterable<Document>;
}

/** What an aggregation needs beside its documents. */
export interface AggregationContext {
  readonly lookup: Lookup;
  /** Fields of the collection that have a geo index. */
  readonly geoIndexFields: readonly string[];
  /** Whether `$geoNear` is refused without such an index, as the real service does; true unless said otherwise. */
  readonly geoIndexRequired?: boolean;
  /** For `$sample`: from 0 to below 1. */
  readonly random: () => number;
  /** The value of `$$NOW`. */
  readonly serverTime: Date;
}

/** One stage of a pipeline as it came in the request, decoded. */
export interface StageSpec {
  readonly stageKey: string;
  readonly stage: unknown;
}

/** Documents in, documents out, one by one as they are asked for. */
export type Stage = (documents: Iterable<Fields>) => Iterable<Fields>;

/** Variables in reach of a pipeline; `$lookup` sets them anew for each document. */
export interface Scope {
  variables: Variables;
}

export interface StageTools {
  readonly context: AggregationContext;
  readonly scope: Scope;
  /** Compiles a sub-pipeline of `$lookup` or `$facet`. */
  readonly pipeline: (specs: readonly StageSpec[], scope: Scope) => Stage;
}

/** Compiles one stage; malformed ones are refused before a document is read. */
export type StageCompiler = (stage: Value, tools: StageTools) => Stage;

export function stageFields(stage: Value, name: string): Fields {
  if (!isFields(stage)) {
    throw refuse(`the ${name} stage specification must be an object, but found ${typeName(stage)}`);
  }
  return stage;
}

/** A pipeline as it stands inside a stage: `[{$match: {...}}, ...]`. */
export function readPipeline(value: Value | undefined): StageSpec[] {
  if (!Array.isArray(value)) throw refuse("'pipeline' option must be specified as an array");
  return value.map((element) => {
    const names = isFields(element) ? Object.keys(element) : [];
    if (names.length !== 1) {
      throw refuse('A pipeline stage specification object must contain exactly one field.');
    }
    return { stageKey: names[0]!, stage: (element as Fields)[names[0]!] };
  });
}
