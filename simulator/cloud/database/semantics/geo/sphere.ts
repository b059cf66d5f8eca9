/** The radius MongoDB takes for the earth, in metres. */
export const EARTH_RADIUS = 6378100;

/** Longitude and latitude in degrees, as GeoJSON orders them. */
export type Position = readonly [longitude: number, latitude: number];
/** A point on the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number];

/** Angles below this (about 6 micrometres on the ground) count as none. */
const TINY = 1e-12;

export function toVector([longitude, latitude]: Position): Vector {
  const phi = latitude * (Math.PI / 180);
  const theta = longitude * (Math.PI / 180);
  const cosPhi = Math.cos(phi);
  return [Math.cos(theta) * cosPhi, Math.sin(theta) * cosPhi, Math.sin(phi)];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function length(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/** Radians between two points: atan2(|a×b|, a·b), equal to MongoDB's to the last bit [measured: vendor's suite]. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b));
}

/** Metres between two points along the sphere. */
export function metres(a: Vector, b: Vector): number {
  return angle(a, b) * EARTH_RADIUS;
}

export function samePoint(a: Vector, b: Vector): boolean {
  return angle(a, b) < TINY;
}

/** A great-circle arc shorter than half the sphere. */
export type Segment = readonly [from: Vector, to: Vector];

export function onSegment(point: Vector, [from, to]: Segment): boolean {
  if (samePoint(point, from) || samePoint(point, to)) return true;
  const normal = cross(from, to);
  const size = length(normal);
  if (size < TINY) return false;
  if (Math.abs(dot(point, normal)) / size > TINY) return false;
  return angle(from, point) + angle(point, to) <= angle(from, to) + TINY;
}

function side(normal: Vector, point: Vector): number {
  const value = dot(normal, point);
  return Math.abs(value) < TINY * length(normal) ? 0 : Math.sign(value);
}

/** True when the arcs cross at one point inside both. */
export function properlyCross([a, b]: Segment, [c, d]: Segment): boolean {
  const ab = cross(a, b);
  const cd = cross(c, d);
  const c1 = side(ab, c);
  const d1 = side(ab, d);
  const a1 = side(cd, a);
  const b1 = side(cd, b);
  if (c1 * d1 >= 0 || a1 * b1 >= 0) return false;
  // The circles cross at two opposite points; the arcs meet only when both turn the same way round.
  return c1 === -a1;
}

function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function segmentsTouch(a: Segment, b: Segment): boolean {
  return (
    properlyCross(a, b) ||
    onSegment(a[0], b) ||
    onSegment(a[1], b) ||
    onSegment(b[0], a) ||
    onSegment(b[1], a)
  );
}

/** Turns round the point, in full circles, of a closed line seen from the point. */
function winding(point: Vector, ring: readonly Vector[]): number {
  let turned = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const from = cross(point, ring[at]!);
    const to = cross(point, ring[at + 1]!);
    turned += Math.atan2(dot(point, cross(from, to)), dot(from, to));
  }
  return Math.round(turned / (2 * Math.PI));
}

export type RingPlace = 'inside' | 'edge' | 'outside';

/** Where a point lies to a closed ring, which encloses the smaller part of the sphere whatever its direction. */
export function placeInRing(point: Vector, ring: readonly Vector[]): RingPlace {
  for (let at = 0; at + 1 < ring.length; at += 1) {
    if (onSegment(point, [ring[at]!, ring[at + 1]!])) return 'edge';
  }
  const middle = ring.slice(1).reduce(add, [0, 0, 0]);
  if (dot(point, middle) <= 0) return 'outside';
  return winding(point, ring) === 0 ? 'outside' : 'inside';
}
