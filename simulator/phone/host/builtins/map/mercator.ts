/** A place on the earth, in degrees; WeChat's maps use the coordinates gcj02. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a map shows: `center` in the middle of its box, `scale` as WeChat counts it. */
export interface View {
  readonly center: Place;
  readonly scale: number;
}

export interface Region {
  readonly southwest: Place;
  readonly northeast: Place;
}

/** Pixels around the world at scale 0. [guess: as with the map tiles of all others] */
const worldAtZero = 256;
/** Beyond this latitude Mercator's projection ends. */
const steepest = 85.05;
const earthCircumference = 40_075_016.7;

/** Pixels around the world at a scale. */
export function worldSize(scale: number): number {
  return worldAtZero * 2 ** scale;
}

/** A place on the map of the whole world, from 0 to 1 eastwards and southwards. */
function project({ latitude, longitude }: Place): Point {
  const sine = Math.sin((Math.min(steepest, Math.max(-steepest, latitude)) * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

function unproject({ x, y }: Point): Place {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { latitude, longitude: (x - 0.5) * 360 };
}

/** Where a place lies in the map's box, from its left upper corner. */
export function toPoint(place: Place, view: View, size: Size): Point {
  const world = worldSize(view.scale);
  const at = project(place);
  const center = project(view.center);
  return { x: size.width / 2 + (at.x - center.x) * world, y: size.height / 2 + (at.y - center.y) * world };
}

/** The place under a point of the map's box. */
export function toPlace(point: Point, view: View, size: Size): Place {
  const world = worldSize(view.scale);
  const center = project(view.center);
  return unproject({
    x: center.x + (point.x - size.width / 2) / world,
    y: center.y + (point.y - size.height / 2) / world,
  });
}

export function regionOf(view: View, size: Size): Region {
  return {
    southwest: toPlace({ x: 0, y: size.height }, view, size),
    northeast: toPlace({ x: size.width, y: 0 }, view, size),
  };
}

/** Metres on the ground that one pixel covers at the view's center. */
export function metresPerPixel({ center, scale }: View): number {
  return (earthCircumference * Math.cos((center.latitude * Math.PI) / 180)) / worldSize(scale);
}

/** Room kept free at the edges, in pixels: above, right, below, left. */
export type Padding = readonly [number, number, number, number];

/** The nearest view that shows all places within the padding; `limits` are the smallest and the largest scale. */
export function viewAround(
  places: readonly Place[],
  size: Size,
  padding: Padding,
  limits: readonly [number, number],
): View | undefined {
  if (places.length === 0) return undefined;
  const points = places.map(project);
  const [left, right] = [
    Math.min(...points.map((point) => point.x)),
    Math.max(...points.map((point) => point.x)),
  ];
  const [top, bottom] = [
    Math.min(...points.map((point) => point.y)),
    Math.max(...points.map((point) => point.y)),
  ];
  const [above, after, below, before] = padding;
  const width = Math.max(1, size.width - before - after);
  const height = Math.max(1, size.height - above - below);
  const fitting = Math.min(
    Math.log2(width / Math.max(right - left, 1e-12) / worldAtZero),
    Math.log2(height / Math.max(bottom - top, 1e-12) / worldAtZero),
  );
  const scale = Math.min(limits[1], Math.max(limits[0], fitting));
  const world = worldSize(scale);
  const middle = {
    x: (left + right) / 2 + (after - before) / 2 / world,
    y: (top + bottom) / 2 + (below - above) / 2 / world,
  };
  return { center: unproject(middle), scale };
}

/** The view after the ground has been moved by some pixels. */
export function moved(view: View, by: Point, size: Size): View {
  const middle = { x: size.width / 2 - by.x, y: size.height / 2 - by.y };
  return { ...view, center: toPlace(middle, view, size) };
}

/** The view at another scale, with the same place under `point`. */
export function zoomed(view: View, scale: number, point: Point, size: Size): View {
  const place = toPlace(point, view, size);
  const closer = { center: view.center, scale };
  const now = toPoint(place, closer, size);
  return moved(closer, { x: point.x - now.x, y: point.y - now.y }, size);
}

/** Degrees from north, clockwise, from one place to another. */
export function bearing(from: Place, to: Place): number {
  const [a, b] = [project(from), project(to)];
  return ((Math.atan2(b.x - a.x, a.y - b.y) * 180) / Math.PI + 360) % 360;
}
