import { type Fields, isFields, type Value } from '../document';
import { compileFieldPath } from '../expression/compile';
import { distanceFrom, readCenter } from '../geo/near';
import { EARTH_RADIUS } from '../geo/sphere';
import { compileFilter } from '../match';
import { refuse } from '../refusal';
import { setAt } from '../update-path';
import { type AggregationContext, type StageCompiler, stageFields } from './stage';

/** The field to measure to: the one named, or the only one that has a geo index. */
function geoField(
  key: Value | undefined,
  { geoIndexFields, geoIndexRequired = true }: AggregationContext,
): string {
  if (key !== undefined && (typeof key !== 'string' || key === '')) {
    throw refuse("$geoNear parameter 'key' must be a non-empty string");
  }
  if (key !== undefined && (geoIndexFields.includes(key) || !geoIndexRequired)) return key;
  if (key !== undefined || geoIndexFields.length === 0)
    throw refuse('unable to find index for $geoNear query');
  if (geoIndexFields.length > 1) {
    throw refuse('There is more than one 2dsphere index on the collection; unsure which to use for $geoNear');
  }
  return geoIndexFields[0]!;
}

function readNumber(fields: Fields, name: string, otherwise: number): number {
  const value = fields[name];
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'number' || value < 0) throw refuse(`$geoNear ${name} must be a nonnegative number`);
  return value;
}

function readPath(fields: Fields, name: string): string[] | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '')
    throw refuse(`$geoNear requires that '${name}' option is a String`);
  return value.split('.');
}

interface Near {
  readonly document: Fields;
  readonly distance: number;
}

/** The nearest first; distances in metres, or in radians when `near` is a legacy pair of coordinates. */
const geoNear: StageCompiler = (stage, { context, scope }) => {
  const fields = stageFields(stage, '$geoNear');
  const distanceField = readPath(fields, 'distanceField');
  if (!distanceField) throw refuse("$geoNear requires a 'distanceField' option as a String");
  if (fields.near === undefined)
    throw refuse("$geoNear requires a 'near' option as an Array or GeoJSON Point");
  const unit = isFields(fields.near) ? 1 : EARTH_RADIUS;
  const measure = distanceFrom(readCenter(fields.near));
  const read = compileFieldPath(geoField(fields.key, context));
  const [min, max] = [
    readNumber(fields, 'minDistance', 0),
    readNumber(fields, 'maxDistance', Number.POSITIVE_INFINITY),
  ];
  const multiplier = readNumber(fields, 'distanceMultiplier', 1);
  const includeLocs = readPath(fields, 'includeLocs');
  const matches = compileFilter(fields.query, scope);
  return (documents) => {
    const near: Near[] = [];
    for (const document of documents) {
      const metres = measure(read(document));
      if (metres === undefined) continue;
      const distance = metres / unit;
      if (distance >= min && distance <= max && matches(document as never)) near.push({ document, distance });
    }
    near.sort((a, b) => a.distance - b.distance);
    return near.map(({ document, distance }) => {
      const copy = { ...document };
      setAt(copy, distanceField, distance * multiplier);
      if (includeLocs) setAt(copy, includeLocs, read(document) ?? null);
      return copy;
    });
  };
};

export const GEO_STAGES: Readonly<Record<string, StageCompiler>> = { $geoNear: geoNear };
