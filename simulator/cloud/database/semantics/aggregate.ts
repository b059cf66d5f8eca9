import type { Document, Fields, Value } from './document';
import { notEmulated, refuse } from './refusal';
import { FLOW_STAGES, take } from './stages/flow';
import { GEO_STAGES } from './stages/geo-near';
import { GROUP_STAGES } from './stages/group';
import { LOOKUP_STAGES } from './stages/lookup';
import { SHAPE_STAGES } from './stages/shape';
import type { AggregationContext, Scope, Stage, StageCompiler, StageSpec, StageTools } from './stages/stage';

export type { AggregationContext, Lookup, StageSpec } from './stages/stage';

const STAGES: Readonly<Record<string, StageCompiler>> = {
  ...FLOW_STAGES,
  ...GEO_STAGES,
  ...GROUP_STAGES,
  ...LOOKUP_STAGES,
  ...SHAPE_STAGES,
};

/** Every stage that the simulator runs. */
export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);

/** Stages that MongoDB has and the simulator has not; wx-server-sdk exposes none of them. */
const NOT_EMULATED = new Set(
  (
    'changeStream collStats currentOp densify documents fill graphLookup indexStats listSessions merge out planCacheStats ' +
    'redact search setWindowFields unionWith'
  )
    .split(' ')
    .map((name) => `$${name}`),
);

/** Results of a pipeline that names no limit [measured: official forum]. */
export const DEFAULT_LIMIT = 20;

function compileStage({ stageKey, stage }: StageSpec, tools: StageTools, first: boolean): Stage {
  const compiler = Object.hasOwn(STAGES, stageKey) ? STAGES[stageKey] : undefined;
  if (!compiler) {
    if (NOT_EMULATED.has(stageKey)) throw notEmulated(`the stage ${stageKey}`);
    throw refuse(`Unrecognized pipeline stage name: '${stageKey}'`);
  }
  if (stageKey === '$geoNear' && !first)
    throw refuse('$geoNear is only valid as the first stage in a pipeline.');
  return compiler(stage as Value, tools);
}

function compilePipeline(specs: readonly StageSpec[], scope: Scope, context: AggregationContext): Stage {
  const tools: StageTools = {
    context,
    scope,
    pipeline: (inner, innerScope) => compilePipeline(inner, innerScope, context),
  };
  const stages = specs.map((spec, at) => compileStage(spec, tools, at === 0));
  return (documents) => stages.reduce((input, stage) => stage(input), documents);
}

/**
 * Runs a pipeline over a collection's documents, which stay unchanged. A malformed stage is refused before any document is
 * read. Without a `$limit` stage at most 20 results come back.
 */
export function aggregate(
  source: Iterable<Document>,
  stages: readonly StageSpec[],
  at: AggregationContext,
): Value[] {
  const run = compilePipeline(stages, { variables: { NOW: at.serverTime } }, at);
  const results = run(source as Iterable<Fields>);
  const limited = stages.some(({ stageKey }) => stageKey === '$limit');
  return limited ? [...results] : [...take(results, DEFAULT_LIMIT)];
}
