import { aggregate } from './aggregate';
import type { Document, Fields, Value } from './document';
import { compileExpression } from './expression/compile';
import { ARRAY_QUERIES } from './manual/array-queries';
import { ARRAY_UPDATE_EXAMPLES } from './manual/array-updates';
import { BUCKETS } from './manual/bucket-stages';
import { DATE_ERRORS, DATE_EXPRESSIONS } from './manual/date-expressions';
import type { PipelineExample, QueryExample } from './manual/example';
import { FLOWS } from './manual/flow-stages';
import { GROUPS } from './manual/group-stages';
import { LIST_ERRORS, LIST_EXPRESSIONS } from './manual/list-expressions';
import { LOOKUPS } from './manual/lookup-stages';
import { PROJECTIONS } from './manual/projections';
import { QUERIES } from './manual/queries';
import { SCALAR_ERRORS, SCALAR_EXPRESSIONS } from './manual/scalar-expressions';
import { SET_EXPRESSIONS } from './manual/set-expressions';
import { SHAPES } from './manual/shape-stages';
import { FIELD_UPDATE_EXAMPLES } from './manual/updates';
import { compileFilter } from './match';
import { sortDocuments } from './order';
import { compileProjection } from './project';
import { applyUpdate } from './update';

const NOW = new Date('2026-11-10T01:00:00Z');
const expressions = [...SCALAR_EXPRESSIONS, ...LIST_EXPRESSIONS, ...SET_EXPRESSIONS, ...DATE_EXPRESSIONS];
const errors = [...SCALAR_ERRORS, ...LIST_ERRORS, ...DATE_ERRORS];
const queries = [...QUERIES, ...ARRAY_QUERIES];
const updates = [...FIELD_UPDATE_EXAMPLES, ...ARRAY_UPDATE_EXAMPLES];
const pipelines = [...SHAPES, ...FLOWS, ...GROUPS, ...BUCKETS, ...LOOKUPS];

function titled<T>(examples: readonly T[], title: (example: T) => string): [string, T][] {
  return examples.map((example, at) => [`${at + 1}. ${title(example)}`.slice(0, 140), example]);
}

function find({ documents, filter, sort }: QueryExample): Document[] {
  const found = (documents as readonly Document[]).filter(compileFilter(filter));
  return sort ? sortDocuments(found, sort) : found;
}

function run({ documents, stages, others, geoIndexFields }: PipelineExample): Value[] {
  const specs = stages.map((stage) => ({ stageKey: Object.keys(stage)[0]!, stage: Object.values(stage)[0] }));
  return aggregate(documents as readonly Document[], specs, {
    lookup: { documents: (name) => (others?.[name] ?? []) as readonly Document[] },
    geoIndexFields: geoIndexFields ?? [],
    random: () => 0,
    serverTime: NOW,
  });
}

function byText(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}

describe("the examples of MongoDB's manual", () => {
  test('are at least 150', () => {
    const total = [expressions, errors, queries, PROJECTIONS, updates, pipelines].reduce(
      (sum, list) => sum + list.length,
      0,
    );
    expect(total).toBeGreaterThanOrEqual(300);
  });

  test.each(titled(queries, ({ page, filter }) => `${page}: ${JSON.stringify(filter)}`))(
    '%s',
    (_title, example) => {
      expect(find(example).map(({ _id }) => _id)).toEqual(example.found);
    },
  );

  test.each(titled(PROJECTIONS, ({ page, projection }) => `${page}: ${JSON.stringify(projection)}`))(
    '%s',
    (_title, example) => {
      const project = compileProjection(example.projection, example.filter);
      expect(find(example).map(project)).toEqual(example.found);
    },
  );

  test.each(titled(updates, ({ page, update }) => `${page}: ${JSON.stringify(update)}`))(
    '%s',
    (_title, example) => {
      const { document, update, filter, arrayFilters, result } = example;
      const before = structuredClone(document);
      expect(applyUpdate(document as Document, update, { serverTime: NOW, filter, arrayFilters })).toEqual(
        result,
      );
      expect(document).toEqual(before);
    },
  );

  test.each(
    titled(
      expressions,
      ([operator, expression]) => `operator/aggregation/${operator}: ${JSON.stringify(expression)}`,
    ),
  )('%s', (_title, [, expression, result, document]) => {
    expect(compileExpression(expression)(document ?? {}, undefined)).toEqual(result);
  });

  test.each(
    titled(
      errors,
      ([operator, expression]) => `operator/aggregation/${operator} refuses ${JSON.stringify(expression)}`,
    ),
  )('%s', (_title, [, expression]) => {
    const evaluate = (): unknown => compileExpression(expression)({}, undefined);
    expect(evaluate).toThrow(expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }));
  });

  test.each(titled(pipelines, ({ page, stages }) => `${page}: ${JSON.stringify(stages)}`))(
    '%s',
    (_title, example) => {
      const before = structuredClone(example.documents as Fields[]);
      const results = run(example);
      if (example.anyOrder) expect(byText(results)).toEqual(byText(example.results));
      else expect(results).toEqual(example.results);
      expect(example.documents).toEqual(before);
    },
  );
});
