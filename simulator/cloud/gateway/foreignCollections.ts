import { isFields } from '../database/semantics/document';

/** The other collections that one stage of a pipeline reads: in `$lookup` and in the branches of `$facet`, at any depth. */
export function foreignCollections(stageKey: string, stage: unknown): string[] {
  if (!isFields(stage)) return [];
  if (stageKey === '$lookup') return [...named(stage.from), ...inPipeline(stage.pipeline)];
  return stageKey === '$facet' ? Object.values(stage).flatMap(inPipeline) : [];
}

function named(from: unknown): string[] {
  return from === undefined ? [] : [String(from)];
}

function inPipeline(pipeline: unknown): string[] {
  if (!Array.isArray(pipeline)) return [];
  return pipeline.flatMap((stage) =>
    isFields(stage) ? Object.entries(stage).flatMap(([key, value]) => foreignCollections(key, value)) : [],
  );
}
