import type { Evidence } from '../../core/evidence';

const MANUAL = 'MongoDB manual';
const VENDOR = "the vendor's node-sdk test suite, against the real service";

/** Why we believe that queries, updates and aggregations behave as emulated. */
export const evidence: readonly Evidence[] = [
  {
    behaviour:
      'query, update, projection and aggregation operators give the results of the documented examples',
    kind: 'document',
    source: `${MANUAL}, reference/operator and reference/operator/aggregation`,
  },
  {
    behaviour: 'paths run through arrays as in MongoDB, also by number',
    kind: 'measured',
    source: "MongoDB's own path tests",
  },
  {
    behaviour: "refusals carry MongoDB's texts",
    kind: 'measured',
    source: "MongoDB's own tests of version 4.4; other versions word some differently",
  },
  {
    behaviour: "$set below null: Cannot create field 'b' in element {a: null}",
    kind: 'measured',
    source: 'production logs on the web',
  },
  {
    behaviour: 'geo distances are atan2(|a×b|, a·b) × 6378100, to the last bit',
    kind: 'measured',
    source: VENDOR,
  },
  { behaviour: 'ObjectIds come back and match as text', kind: 'measured', source: VENDOR },
  {
    behaviour: 'two server dates of one request differ by exactly their offsets',
    kind: 'measured',
    source: VENDOR,
  },
  {
    behaviour: "fields that start with $ are refused, a dot in a field's name is not",
    kind: 'measured',
    source: VENDOR,
  },
  {
    behaviour: 'aggregate answers 20 results unless a $limit stage says more',
    kind: 'measured',
    source: 'reports in the official forum',
  },
  {
    behaviour: '$geoNear without an index: unable to find index for $geoNear query',
    kind: 'measured',
    source: 'official forum',
  },
  {
    behaviour:
      'whole numbers are int32 or int64, others double; a double with a whole value is not told apart',
    kind: 'guess',
    source: 'JavaScript clients send whole numbers as integers',
  },
  { behaviour: 'points on an edge lie in the polygon', kind: 'guess', source: 'MongoDB leaves it open' },
  {
    behaviour: 'the 16 MB limit is measured on the encoded text instead of BSON',
    kind: 'guess',
    source: 'the two sizes are close',
  },
  {
    behaviour: '$dateFromString without a format reads ISO 8601 only',
    kind: 'guess',
    source: 'other spellings are refused, so nobody is misled',
  },
  {
    behaviour: "sets ($setUnion, $setIntersection) come in BSON's order",
    kind: 'guess',
    source: 'MongoDB promises no order',
  },
  {
    behaviour: "regular expressions' options other than i, m, s, x are ignored",
    kind: 'guess',
    source: "the SDK passes JavaScript's flags along",
  },
];
