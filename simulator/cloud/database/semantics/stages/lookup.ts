import { type Fields, isFields, setField, typeName, type Value } from '../document';
import { compileExpression, type Variables } from '../expression/compile';
import { keyOf } from '../expression/distinct';
import { variableName } from '../expression/variables';
import { pathMatcher } from '../path';
import { refuse } from '../refusal';
import { setAt } from '../update-path';
import { readPipeline, type Scope, type StageCompiler, type StageTools, stageFields } from './stage';

/** Every value that an equality on the path would be compared with; null when there is none. */
function candidates(path: string, wholeArrays: boolean): (document: Fields) => unknown[] {
  let found: unknown[] = [];
  const collect = pathMatcher(
    path,
    (value) => {
      if (wholeArrays || !Array.isArray(value)) found.push(keyOf(value ?? null));
      return false;
    },
    true,
  );
  return (document) => {
    found = [];
    collect(document);
    return found.length === 0 && !wholeArrays ? [null] : found;
  };
}

type Finder = (document: Fields) => readonly Fields[];

/** Finds by equality, over an index of the other collection that is built when the first document asks. */
function byEquality(foreign: () => Fields[], localField: string, foreignField: string): Finder {
  const locals = candidates(localField, false);
  let index: Map<unknown, number[]> | undefined;
  let list: Fields[] = [];
  const build = (): Map<unknown, number[]> => {
    const keys = candidates(foreignField, true);
    const built = new Map<unknown, number[]>();
    list = foreign();
    for (const [at, document] of list.entries()) {
      for (const key of new Set(keys(document))) {
        const places = built.get(key);
        if (places) places.push(at);
        else built.set(key, [at]);
      }
    }
    return built;
  };
  return (document) => {
    index ??= build();
    const places = new Set(locals(document).flatMap((key) => index!.get(key) ?? []));
    return [...places].sort((a, b) => a - b).map((at) => list[at]!);
  };
}

interface Join {
  readonly from: string;
  readonly as: string;
  readonly localField?: string;
  readonly foreignField?: string;
  readonly pipeline?: Value;
  readonly variables: readonly (readonly [string, Value])[];
}

const OPTIONS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

function readText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'string') return value;
  throw refuse(
    `$lookup argument '${name}: ${JSON.stringify(value)}' must be a string, is type ${typeName(value)}`,
  );
}

function readJoin(stage: Value): Join {
  const fields = stageFields(stage, '$lookup');
  const unknown = Object.keys(fields).find((name) => !OPTIONS.includes(name));
  if (unknown) throw refuse(`unknown argument to $lookup: ${unknown}`);
  const [from, as] = [readText(fields, 'from'), readText(fields, 'as')];
  const [localField, foreignField] = [readText(fields, 'localField'), readText(fields, 'foreignField')];
  if (as === undefined) throw refuse("must specify 'as' field for a $lookup");
  if (from === undefined) throw refuse("missing 'from' option to $lookup stage specification");
  const { pipeline, let: variables = {} } = fields;
  if (
    (localField === undefined) !== (foreignField === undefined) ||
    (localField === undefined && pipeline === undefined)
  ) {
    throw refuse(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  if (!isFields(variables)) throw refuse(`$lookup argument 'let: ${typeName(variables)}' must be an object`);
  return {
    from,
    as,
    variables: Object.entries(variables).map(([name, value]) => [variableName(name), value] as const),
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(localField === undefined || foreignField === undefined ? {} : { localField, foreignField }),
  };
}

/** Runs the sub-pipeline for each document with the variables of its own; without any, only once. */
function throughPipeline(join: Join, found: Finder, { scope, pipeline }: StageTools): Finder {
  const inner: Scope = { variables: scope.variables };
  const run = pipeline(readPipeline(join.pipeline), inner);
  const evaluators = join.variables.map(([name, value]) => [name, compileExpression(value)] as const);
  let once: Fields[] | undefined;
  const independent = evaluators.length === 0 && join.localField === undefined;
  return (document) => {
    if (once) return once;
    const variables: Record<string, Value | undefined> = { ...scope.variables };
    for (const [name, evaluate] of evaluators) variables[name] = evaluate(document, scope.variables);
    inner.variables = variables satisfies Variables;
    const result = [...run(found(document))];
    if (independent) once = result;
    return result;
  };
}

const lookup: StageCompiler = (stage, tools) => {
  const join = readJoin(stage);
  let documents: Fields[] | undefined;
  const foreign = (): Fields[] => {
    documents ??= [...tools.context.lookup.documents(join.from)];
    return documents;
  };
  const equal = join.localField !== undefined && join.foreignField !== undefined;
  const found: Finder = equal ? byEquality(foreign, join.localField!, join.foreignField!) : foreign;
  const finder = join.pipeline === undefined ? found : throughPipeline(join, found, tools);
  const parts = join.as.split('.');
  return function* (input) {
    for (const document of input) {
      const copy = { ...document };
      const joined = [...finder(document)];
      if (parts.length === 1) setField(copy, join.as, joined);
      else setAt(copy, parts, joined);
      yield copy;
    }
  };
};

export const LOOKUP_STAGES: Readonly<Record<string, StageCompiler>> = { $lookup: lookup };
