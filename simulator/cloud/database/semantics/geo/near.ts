import { type Fields, isFields, render, type Value } from '../document';
import { refuse } from '../refusal';
import { readGeometry, storedGeometries } from './geometry';
import { angleTo } from './relate';
import { EARTH_RADIUS, type Position, toVector } from './sphere';

/** A `$near` or `$nearSphere` clause; distances in metres. */
export interface NearClause {
  readonly field: string;
  readonly center: [longitude: number, latitude: number];
  readonly min?: number;
  readonly max?: number;
}

function readDistance(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw refuse(`${name} must be a number`);
  if (!(value >= 0)) throw refuse(`${name} must be non-negative`);
  return value;
}

/** A GeoJSON point, or legacy coordinates. */
export function readCenter(value: unknown): [longitude: number, latitude: number] {
  if (isFields(value)) {
    if (value.type !== 'Point') throw refuse(`$near requires a point, given ${render(value)}`);
    readGeometry(value);
    return value.coordinates as [number, number];
  }
  if (Array.isArray(value) && value.length === 2) {
    readGeometry({ type: 'Point', coordinates: value });
    return value as [number, number];
  }
  throw refuse(`invalid point in geo near query $geometry argument: ${render(value as Value)}`);
}

/** Legacy coordinates give their distances in radians, beside the operator; GeoJSON in metres, inside it. */
export function readNear(field: string, operator: string, condition: Fields): NearClause {
  const argument = condition[operator];
  const legacy = !(isFields(argument) && '$geometry' in argument);
  if (legacy && operator === '$near') throw refuse('$near without $geometry needs a 2d index');
  const distances: Fields = legacy ? condition : (argument as Fields);
  const unit = legacy ? EARTH_RADIUS : 1;
  const center = readCenter(legacy ? argument : (argument as Fields).$geometry);
  const min = readDistance(distances.$minDistance, '$minDistance');
  const max = readDistance(distances.$maxDistance, '$maxDistance');
  return {
    field,
    center,
    ...(min === undefined ? {} : { min: min * unit }),
    ...(max === undefined ? {} : { max: max * unit }),
  };
}

/** Metres from the centre to the nearest geometry a field holds; `undefined` when it holds none. */
export function distanceFrom(center: Position): (value: Value | undefined) => number | undefined {
  const from = toVector(center);
  return (value) => {
    const geometries = storedGeometries(value);
    if (geometries.length === 0) return undefined;
    return Math.min(...geometries.map((geometry) => angleTo(from, geometry))) * EARTH_RADIUS;
  };
}

/** Whether a field's value lies between the clause's distances, both included. */
export function nearTest({ center, min, max }: NearClause): (value: Value | undefined) => boolean {
  const distance = distanceFrom(center);
  return (value) => {
    const metres = distance(value);
    return metres !== undefined && metres >= (min ?? 0) && metres <= (max ?? Number.POSITIVE_INFINITY);
  };
}
