import { isFields, type Value } from '../document';
import { notEmulated, refuse } from '../refusal';
import { type Geometry, readGeometry, storedGeometry } from './geometry';
import { readCenter } from './near';
import { intersects, within, withinCap } from './relate';
import { toVector } from './sphere';

function geometryTest(test: (geometry: Geometry) => boolean): (value: Value | undefined) => boolean {
  return (value) => {
    const geometry = storedGeometry(value);
    return geometry !== undefined && test(geometry);
  };
}

function centerSphereTest(argument: unknown): (geometry: Geometry) => boolean {
  const [position, radius] = Array.isArray(argument) ? argument : [];
  if (typeof radius !== 'number' || !(radius >= 0)) throw refuse('radius must be a non-negative number');
  const center = toVector(readCenter(position));
  return (geometry) => withinCap(geometry, center, radius);
}

/** `$geoWithin` with `$geometry` (polygons, holes left out) or `$centerSphere` (radius in radians). */
export function withinTest(argument: unknown): (value: Value | undefined) => boolean {
  if (!isFields(argument)) throw refuse('$geoWithin requires an object');
  if ('$centerSphere' in argument) return geometryTest(centerSphereTest(argument.$centerSphere));
  for (const flat of ['$box', '$polygon', '$center']) {
    if (flat in argument) throw notEmulated(`$geoWithin with ${flat}`);
  }
  if (!('$geometry' in argument)) throw refuse(`unknown geo specifier: ${Object.keys(argument)[0] ?? ''}`);
  const region = readGeometry(argument.$geometry);
  if (region.polygons.length === 0 || region.points.length + region.segments.length > 0) {
    throw refuse('$geoWithin not supported with provided geometry: not a Polygon or MultiPolygon');
  }
  return geometryTest((geometry) => within(geometry, region.polygons));
}

/** `$geoIntersects` with `$geometry` of any kind. */
export function intersectsTest(argument: unknown): (value: Value | undefined) => boolean {
  if (!isFields(argument) || !('$geometry' in argument)) {
    throw refuse('$geoIntersects requires a $geometry');
  }
  const wanted = readGeometry(argument.$geometry);
  return geometryTest((geometry) => intersects(geometry, wanted));
}
