import { STAGE_NAMES } from './aggregate';
import type { Value } from './document';
import { ACCUMULATORS } from './expression/accumulators';
import { OPERATOR_NAMES } from './expression/compile';
import { ARRAY_QUERIES } from './manual/array-queries';
import { ARRAY_UPDATE_EXAMPLES } from './manual/array-updates';
import { BUCKETS } from './manual/bucket-stages';
import { DATE_EXPRESSIONS } from './manual/date-expressions';
import { FLOWS } from './manual/flow-stages';
import { GROUPS } from './manual/group-stages';
import { LIST_EXPRESSIONS } from './manual/list-expressions';
import { LOOKUPS } from './manual/lookup-stages';
import { PROJECTIONS } from './manual/projections';
import { QUERIES } from './manual/queries';
import { SCALAR_EXPRESSIONS } from './manual/scalar-expressions';
import { SET_EXPRESSIONS } from './manual/set-expressions';
import { SHAPES } from './manual/shape-stages';
import { FIELD_UPDATE_EXAMPLES } from './manual/updates';

/** What `db.command` of wx-server-sdk 4.0.2 offers, as MongoDB's operators; those on places are held by the tests of geo/. */
const QUERY_OPERATORS =
  '$eq $ne $lt $lte $gt $gte $in $nin $all $elemMatch $exists $size $mod $and $nor $or $not $expr $jsonSchema';
const UPDATE_OPERATORS =
  '$set $unset $inc $mul $push $pull $pullAll $pop $addToSet $rename $bit $max $min $each $position $sort $slice';
/** `db.command.aggregate`; `$meta` needs a text index, which WeChat Cloud has not. */
const EXPRESSIONS =
  '$abs $add $ceil $divide $exp $floor $ln $log $log10 $mod $multiply $pow $sqrt $subtract $trunc $arrayElemAt ' +
  '$arrayToObject $concatArrays $filter $in $indexOfArray $isArray $map $range $reduce $reverseArray $size $slice $zip ' +
  '$and $not $or $cmp $eq $gt $gte $lt $lte $ne $cond $ifNull $switch $dateFromParts $dateFromString $dayOfMonth ' +
  '$dayOfWeek $dayOfYear $isoDayOfWeek $isoWeek $isoWeekYear $millisecond $minute $month $second $hour $week $year ' +
  '$literal $mergeObjects $objectToArray $allElementsTrue $anyElementTrue $setDifference $setEquals $setIntersection ' +
  '$setIsSubset $setUnion $concat $dateToString $indexOfBytes $indexOfCP $split $strLenBytes $strLenCP $strcasecmp ' +
  '$substr $substrBytes $substrCP $toLower $toUpper $avg $max $min $stdDevPop $sum $let';
const GROUP_OPERATORS =
  '$addToSet $avg $first $last $max $min $push $stdDevPop $stdDevSamp $sum $mergeObjects';
const STAGES =
  '$addFields $bucket $bucketAuto $count $geoNear $group $limit $lookup $match $project $replaceRoot $sample $skip $sort ' +
  '$sortByCount $unwind';

function namesIn(value: Value | undefined, found: Set<string>): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$')) found.add(key);
    namesIn(inner as Value, found);
  }
  return found;
}

function missing(wanted: string, examples: readonly Value[]): string[] {
  const found = namesIn([...examples], new Set());
  return wanted.split(' ').filter((name) => !found.has(name));
}

const filters = [...QUERIES, ...ARRAY_QUERIES].map(
  ({ filter }) => ({ equal: 1, ...(filter as object) }) as Value,
);
const expressions = [...SCALAR_EXPRESSIONS, ...LIST_EXPRESSIONS, ...SET_EXPRESSIONS, ...DATE_EXPRESSIONS];
const pipelines = [...SHAPES, ...FLOWS, ...GROUPS, ...BUCKETS, ...LOOKUPS].flatMap(({ stages }) => [
  ...stages,
]);

describe('every operator that the SDK exposes', () => {
  test('stands in the table of queries ($eq also as a plain value)', () => {
    expect(missing(QUERY_OPERATORS, filters)).toEqual([]);
  });

  test('stands in the table of updates', () => {
    const updates = [...FIELD_UPDATE_EXAMPLES, ...ARRAY_UPDATE_EXAMPLES].map(({ update }) => update);
    expect(missing(UPDATE_OPERATORS, updates)).toEqual([]);
  });

  test('stands in the table of projections', () => {
    expect(
      missing(
        '$slice $elemMatch',
        PROJECTIONS.map(({ projection }) => projection ?? null),
      ),
    ).toEqual([]);
  });

  test('stands in the tables of expressions', () => {
    expect(
      missing(
        EXPRESSIONS,
        expressions.map(([, expression]) => expression),
      ),
    ).toEqual([]);
    expect(EXPRESSIONS.split(' ').filter((name) => !OPERATOR_NAMES.includes(name))).toEqual([]);
  });

  test('stands in the tables of stages', () => {
    expect(missing(STAGES, pipelines)).toEqual([]);
    expect(STAGES.split(' ').filter((name) => !STAGE_NAMES.includes(name))).toEqual([]);
  });

  test('is known to $group', () => {
    expect(GROUP_OPERATORS.split(' ').filter((name) => !(name in ACCUMULATORS))).toEqual([]);
  });
});

describe('the lists above', () => {
  test('are what the installed SDK offers', () => {
    const cloud = jest.requireActual('wx-server-sdk');
    cloud.init({ env: 'test' });
    const { aggregate, project, pipeline: _pipeline, ...command } = cloud.database().command;
    const queriesAndUpdates = Object.keys(command).sort();
    expect(queriesAndUpdates).toEqual(
      (
        'addToSet all and bit elemMatch eq exists expr geoIntersects geoNear geoWithin gt gte in inc jsonSchema lt lte max ' +
        'min mod mul neq nin nor not or pop pull pullAll push remove rename set shift size text unshift'
      ).split(' '),
    );
    expect(Object.keys(project)).toEqual(['slice', 'elemMatch']);
    const offered = Object.keys(aggregate).filter((name) => !['pipeline', 'meta', 'neq'].includes(name));
    const known = new Set([...EXPRESSIONS.split(' '), ...GROUP_OPERATORS.split(' ')]);
    expect(offered.filter((name) => !known.has(`$${name}`))).toEqual([]);
  });
});
