import { arcs, type Geometry, type Polygon } from './geometry';
import {
  angle,
  onSegment,
  placeInRing,
  properlyCross,
  type Segment,
  samePoint,
  segmentsTouch,
  type Vector,
} from './sphere';

/** Edges belong to the polygon, those of a hole too [guess: MongoDB leaves points on an edge open]. */
export function inPolygon(point: Vector, polygon: Polygon): boolean {
  const [outer, ...holes] = polygon;
  if (!outer || placeInRing(point, outer) === 'outside') return false;
  return holes.every((hole) => placeInRing(point, hole) !== 'inside');
}

function polygonArcs(polygon: Polygon): Segment[] {
  return polygon.flatMap(arcs);
}

function corners(geometry: Geometry): Vector[] {
  return [...geometry.points, ...geometry.segments.flat(), ...geometry.polygons.flat(2)];
}

function edges(geometry: Geometry): Segment[] {
  return [...geometry.segments, ...geometry.polygons.flatMap(polygonArcs)];
}

function pointTouches(point: Vector, geometry: Geometry): boolean {
  return (
    geometry.points.some((other) => samePoint(point, other)) ||
    geometry.segments.some((segment) => onSegment(point, segment)) ||
    geometry.polygons.some((polygon) => inPolygon(point, polygon))
  );
}

/** True when the two share at least one point. */
export function intersects(a: Geometry, b: Geometry): boolean {
  const edgesOfB = edges(b);
  return (
    corners(a).some((corner) => pointTouches(corner, b)) ||
    corners(b).some((corner) => pointTouches(corner, a)) ||
    edges(a).some((edge) => edgesOfB.some((other) => segmentsTouch(edge, other)))
  );
}

function arcWithin(arc: Segment, polygon: Polygon): boolean {
  if (!inPolygon(arc[0], polygon) || !inPolygon(arc[1], polygon)) return false;
  const middle: Vector = [arc[0][0] + arc[1][0], arc[0][1] + arc[1][1], arc[0][2] + arc[1][2]];
  return !polygonArcs(polygon).some((edge) => properlyCross(arc, edge)) && inPolygon(middle, polygon);
}

function polygonWithin(inner: Polygon, outer: Polygon): boolean {
  const holes = outer.slice(1);
  const swallowsHole = holes.some((hole) =>
    hole.some((corner) => inPolygon(corner, inner) && placeInRing(corner, inner[0]!) === 'inside'),
  );
  return !swallowsHole && polygonArcs(inner).every((arc) => arcWithin(arc, outer));
}

/** True when the whole geometry lies in the polygons; each of its parts must lie in one of them. */
export function within(geometry: Geometry, region: readonly Polygon[]): boolean {
  return (
    geometry.points.every((point) => region.some((polygon) => inPolygon(point, polygon))) &&
    geometry.segments.every((segment) => region.some((polygon) => arcWithin(segment, polygon))) &&
    geometry.polygons.every((inner) => region.some((outer) => polygonWithin(inner, outer)))
  );
}

/** True when the whole geometry lies within the angle (radians) round the centre. */
export function withinCap(geometry: Geometry, center: Vector, radius: number): boolean {
  return corners(geometry).every((corner) => angle(center, corner) <= radius);
}

/** Radians from the point to the nearest part of the geometry. */
export function angleTo(point: Vector, geometry: Geometry): number {
  if (geometry.polygons.some((polygon) => inPolygon(point, polygon))) return 0;
  const toPoints = geometry.points.map((other) => angle(point, other));
  const toEdges = edges(geometry).map((edge) => angleToSegment(point, edge));
  return Math.min(...toPoints, ...toEdges);
}

function angleToSegment(point: Vector, [from, to]: Segment): number {
  const ends = Math.min(angle(point, from), angle(point, to));
  const normal: Vector = [
    from[1] * to[2] - from[2] * to[1],
    from[2] * to[0] - from[0] * to[2],
    from[0] * to[1] - from[1] * to[0],
  ];
  const size = Math.hypot(...normal);
  if (size === 0) return ends;
  const height = (point[0] * normal[0] + point[1] * normal[1] + point[2] * normal[2]) / size;
  const foot: Vector = [
    point[0] - (height * normal[0]) / size,
    point[1] - (height * normal[1]) / size,
    point[2] - (height * normal[2]) / size,
  ];
  const along = angle(from, foot) + angle(foot, to);
  return Math.abs(along - angle(from, to)) < 1e-9 ? Math.min(ends, Math.abs(Math.asin(height))) : ends;
}
