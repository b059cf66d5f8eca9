import { isFields, render, type Value } from '../document';
import { refuse } from '../refusal';
import { type Position, type Segment, toVector, type Vector } from './sphere';

/** An outer ring and its holes, each closed (the last point is the first). */
export type Polygon = readonly (readonly Vector[])[];

/** Any geometry, taken apart. */
export interface Geometry {
  readonly points: readonly Vector[];
  readonly segments: readonly Segment[];
  readonly polygons: readonly Polygon[];
}

function readPosition(value: unknown): Position {
  if (!Array.isArray(value) || value.length < 2 || !value.every((part) => typeof part === 'number')) {
    throw refuse(`Point must be an array or object, instead got type ${render(value as Value)}`);
  }
  const [longitude, latitude] = value as [number, number];
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    throw refuse(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  }
  return [longitude, latitude];
}

function readList(value: unknown, least: number, what: string): unknown[] {
  if (!Array.isArray(value) || value.length < least)
    throw refuse(`${what} must have at least ${least} entries`);
  return value;
}

function readLine(value: unknown): Vector[] {
  return readList(value, 2, 'GeoJSON LineString').map((position) => toVector(readPosition(position)));
}

function readRing(value: unknown): Vector[] {
  const positions = readList(value, 1, 'GeoJSON Polygon ring').map(readPosition);
  const [first, last] = [positions[0]!, positions.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw refuse(`Loop is not closed: ${render(value as Value)}`);
  }
  const different = new Set(positions.map((position) => position.join(' ')));
  if (different.size < 3)
    throw refuse(`Loop must have at least 3 different vertices: ${render(value as Value)}`);
  return positions.map(toVector);
}

function readPolygon(value: unknown): Polygon {
  return readList(value, 1, 'Polygon coordinates').map(readRing);
}

/** The arcs between the points of a line. */
export function arcs(line: readonly Vector[]): Segment[] {
  return line.slice(1).map((to, at) => [line[at]!, to]);
}

const NOTHING: Geometry = { points: [], segments: [], polygons: [] };
type Reader = (coordinates: unknown) => Geometry;
const READERS: Readonly<Record<string, Reader>> = {
  Point: (value) => ({ ...NOTHING, points: [toVector(readPosition(value))] }),
  MultiPoint: (value) => ({
    ...NOTHING,
    points: readList(value, 1, 'MultiPoint coordinates').map((position) => toVector(readPosition(position))),
  }),
  LineString: (value) => ({ ...NOTHING, segments: arcs(readLine(value)) }),
  MultiLineString: (value) => ({
    ...NOTHING,
    segments: readList(value, 1, 'MultiLineString coordinates').flatMap((line) => arcs(readLine(line))),
  }),
  Polygon: (value) => ({ ...NOTHING, polygons: [readPolygon(value)] }),
  MultiPolygon: (value) => ({
    ...NOTHING,
    polygons: readList(value, 1, 'MultiPolygon coordinates').map(readPolygon),
  }),
};

function readCollection(geometries: unknown): Geometry {
  const parts = readList(geometries, 1, 'GeometryCollection geometries').map(readGeometry);
  return {
    points: parts.flatMap((part) => part.points),
    segments: parts.flatMap((part) => part.segments),
    polygons: parts.flatMap((part) => part.polygons),
  };
}

/** A GeoJSON object, or refused with the reason. */
export function readGeometry(value: unknown): Geometry {
  if (!isFields(value)) throw refuse(`unknown geometry: ${render(value as Value)}`);
  const { type, coordinates, geometries } = value;
  if (type === 'GeometryCollection') return readCollection(geometries);
  const reader = typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!reader) throw refuse(`unknown GeoJSON type: ${render(value)}`);
  return reader(coordinates);
}

/** Legacy coordinates, `[longitude, latitude]` or a document of two numbers, as a point. */
function readLegacy(value: Value): Geometry | undefined {
  const parts: Value[] = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : [];
  if (parts.length !== 2 || !parts.every((part) => typeof part === 'number')) return undefined;
  return { ...NOTHING, points: [toVector(readPosition(parts))] };
}

/** A stored value as a geometry; `undefined` when it is none, since a query passes over such documents. */
export function storedGeometry(value: Value | undefined): Geometry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return isFields(value) && 'type' in value ? readGeometry(value) : readLegacy(value);
  } catch {
    return undefined;
  }
}

/** All geometries of a field, which may hold one or an array of them. */
export function storedGeometries(value: Value | undefined): Geometry[] {
  const own = storedGeometry(value);
  if (own) return [own];
  if (!Array.isArray(value)) return [];
  return value.flatMap((element) => storedGeometry(element) ?? []);
}

/**
 * Refuses a value that a 2dsphere index cannot hold, as inserting such a document fails [doc: 2dsphere indexes];
 * no value and null are not indexed and pass.
 */
export function checkGeoIndexable(value: Value | undefined): void {
  if (value === undefined || value === null || storedGeometries(value).length > 0) return;
  if (Array.isArray(value) && value.length === 0) return;
  throw refuse(`Can't extract geo keys: unknown geometry ${render(value)}`);
}
