import { type Fields, isFields, render, setField, typeName, type Value } from '../document';
import { ACCUMULATORS, type Accumulator } from '../expression/accumulators';
import { compileExpression, type Evaluate, evaluateOnce } from '../expression/compile';
import { keyOf } from '../expression/distinct';
import { compareValues, sameKind, sortDocuments } from '../order';
import { refuse } from '../refusal';
import { cutIntoBuckets } from './buckets';
import { type Scope, type Stage, type StageCompiler, stageFields } from './stage';

/** A field that a group collects. */
interface Collected {
  readonly name: string;
  readonly evaluate: Evaluate;
  readonly create: () => Accumulator;
}

function readCollected(name: string, value: Value): Collected {
  if (name.includes('.')) throw refuse(`The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw refuse(`The field name '${name}' cannot be an operator name`);
  const [operator, ...others] = isFields(value) ? Object.keys(value) : [];
  if (!isFields(value) || operator === undefined || !operator.startsWith('$')) {
    throw refuse(`The field '${name}' must be an accumulator object`);
  }
  if (others.length > 0) throw refuse(`The field '${name}' must specify one accumulator`);
  const create = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (!create) throw refuse(`unknown group operator '${operator}'`);
  return { name, create, evaluate: compileExpression(value[operator]!) };
}

function readOutput(output: Value | undefined): Collected[] {
  if (output === undefined) return [readCollected('count', { $sum: 1 })];
  if (!isFields(output))
    throw refuse(`The 'output' field must be an object, but found type: ${typeName(output)}.`);
  return Object.entries(output).map(([name, value]) => readCollected(name, value));
}

/** Groups while documents come in, in the order in which the groups first appear. */
class Groups {
  private readonly byKey = new Map<unknown, { readonly id: Value; readonly fields: Accumulator[] }>();

  constructor(
    private readonly collected: readonly Collected[],
    private readonly scope: Scope,
  ) {}

  add(id: Value, document: Fields): void {
    const key = keyOf(id);
    let group = this.byKey.get(key);
    if (!group) {
      group = { id, fields: this.collected.map(({ create }) => create()) };
      this.byKey.set(key, group);
    }
    const { variables } = this.scope;
    for (let at = 0; at < this.collected.length; at += 1) {
      group.fields[at]!.add(this.collected[at]!.evaluate(document, variables));
    }
  }

  results(): Fields[] {
    return [...this.byKey.values()].map(({ id, fields }) => {
      const result: Fields = { _id: id };
      for (const [at, { name }] of this.collected.entries()) setField(result, name, fields[at]!.result());
      return result;
    });
  }
}

const group: StageCompiler = (stage, { scope }) => {
  if (!isFields(stage)) throw refuse("a group's fields must be specified in an object");
  if (!('_id' in stage)) throw refuse('a group specification must include an _id');
  const identify = compileExpression(stage._id!);
  const collected = Object.entries(stage)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => readCollected(name, value));
  return (documents) => {
    const groups = new Groups(collected, scope);
    for (const document of documents) groups.add(identify(document, scope.variables) ?? null, document);
    return groups.results();
  };
};

const sortByCount: StageCompiler = (stage, tools) => {
  const expression = isFields(stage) && Object.keys(stage)[0]?.startsWith('$');
  if (!expression && !(typeof stage === 'string' && stage.startsWith('$'))) {
    throw refuse(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  const counted: Stage = group({ _id: stage, count: { $sum: 1 } }, tools);
  return (documents) => sortDocuments([...counted(documents)], { count: -1 });
};

function readBoundaries(value: Value | undefined): Value[] {
  if (!Array.isArray(value)) {
    throw refuse(`The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`);
  }
  if (value.length < 2) {
    throw refuse(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${value.length} value(s).`,
    );
  }
  const boundaries = value.map((each) => evaluateOnce(each) ?? null);
  for (const [at, upper] of boundaries.entries()) {
    const lower = boundaries[at - 1];
    if (at === 0 || lower === undefined) continue;
    if (!sameKind(lower, upper)) {
      throw refuse(
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(lower)} and ${typeName(upper)}.`,
      );
    }
    if (compareValues(lower, upper) >= 0) {
      throw refuse(
        `The 'boundaries' option to $bucket must be sorted, but elements ${at - 1} and ${at} are not in ascending order (${render(lower)} is not less than ${render(upper)}).`,
      );
    }
  }
  return boundaries;
}

/** The lower boundary of the bucket that the value falls into; a boundary itself opens its bucket. */
function bucketOf(value: Value | undefined, boundaries: readonly Value[]): Value | undefined {
  if (compareValues(value, boundaries.at(-1)) >= 0) return undefined;
  return boundaries.findLast((boundary) => compareValues(value, boundary) >= 0);
}

const bucket: StageCompiler = (stage, { scope }) => {
  const { groupBy, boundaries: given, default: otherwise, output } = stageFields(stage, '$bucket');
  if (groupBy === undefined || given === undefined) {
    throw refuse("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  }
  const boundaries = readBoundaries(given);
  const rest = otherwise === undefined ? undefined : evaluateOnce(otherwise);
  if (rest !== undefined && bucketOf(rest, boundaries) !== undefined) {
    throw refuse(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
  const identify = compileExpression(groupBy);
  const collected = readOutput(output);
  return (documents) => {
    const groups = new Groups(collected, scope);
    for (const document of documents) {
      const id = bucketOf(identify(document, scope.variables), boundaries) ?? rest;
      if (id === undefined) {
        throw refuse('$switch could not find a matching branch for an input, and no default was specified.');
      }
      groups.add(id, document);
    }
    return sortDocuments(groups.results(), { _id: 1 });
  };
};

const bucketAuto: StageCompiler = (stage, { scope }) => {
  const { groupBy, buckets, output, granularity } = stageFields(stage, '$bucketAuto');
  if (groupBy === undefined || buckets === undefined) {
    throw refuse("$bucketAuto requires 'groupBy' and 'buckets' to be specified");
  }
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets <= 0) {
    throw refuse(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${render(buckets)}`);
  }
  const identify = compileExpression(groupBy);
  const collected = readOutput(output);
  return (documents) => {
    const valued = [...documents].map((document) => ({
      document,
      value: identify(document, scope.variables) ?? null,
    }));
    return cutIntoBuckets(valued, buckets, granularity).flatMap(({ min, max, members }) => {
      const groups = new Groups(collected, scope);
      for (const { document } of members) groups.add({ min, max }, document);
      return groups.results();
    });
  };
};

/** Stages that bring documents together. */
export const GROUP_STAGES: Readonly<Record<string, StageCompiler>> = {
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
};
