/** Degrees in GCJ-02, metres. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number;
}

/** A place on a recorded walk; `at` in milliseconds from its beginning. */
export interface WalkPoint extends Position {
  readonly at: number;
}

export interface Walk {
  readonly name: string;
  readonly points: readonly WalkPoint[];
}

/** Milliseconds a walk takes. */
export function durationOf({ points }: Walk): number {
  return points.at(-1)?.at ?? 0;
}

/** Where one is so many milliseconds after the beginning: between two recorded places, in a straight line. */
export function positionAt({ points }: Walk, elapsed: number): Position {
  const next = points.findIndex(({ at }) => at > elapsed);
  const to = points[next === -1 ? points.length - 1 : next]!;
  const from = points[(next === -1 ? points.length : Math.max(1, next)) - 1]!;
  const share = to.at === from.at ? 0 : Math.max(0, elapsed - from.at) / (to.at - from.at);
  const between = (one: number, other: number) => one + (other - one) * share;
  return {
    latitude: between(from.latitude, to.latitude),
    longitude: between(from.longitude, to.longitude),
    accuracy: Math.round(between(from.accuracy, to.accuracy)),
  };
}

/** Reads the tracks of a GPX file. Refuses one without places; without times one metre and a half per second is assumed. */
export function readGpx(text: string, name: string): Walk {
  const places = [...text.matchAll(/<trkpt\b([^>]*)>([\s\S]*?)<\/trkpt>/g)].map(
    ([, attributes = '', inside = '']) => ({
      latitude: Number(/\blat="([^"]+)"/.exec(attributes)?.[1]),
      longitude: Number(/\blon="([^"]+)"/.exec(attributes)?.[1]),
      accuracy: Number(/<hdop>([^<]+)<\/hdop>/.exec(inside)?.[1] ?? 1.6) * 5,
      time: Date.parse(/<time>([^<]+)<\/time>/.exec(inside)?.[1] ?? ''),
    }),
  );
  const usable = places.filter(({ latitude, longitude }) => Number.isFinite(latitude + longitude));
  if (usable.length < 2) throw new Error('这个文件里没有轨迹（GPX 的 trkpt）。');
  const start = usable[0]?.time ?? Number.NaN;
  let walked = 0;
  const points = usable.map(({ time, ...place }, index) => {
    const before = usable[index - 1];
    if (before) walked += metresBetween(before, place) / 1.5;
    const at = Number.isFinite(time - start) ? time - start : walked * 1000;
    return { ...place, at: Math.round(at) };
  });
  return { name, points };
}

const metresPerDegree = 111_320;

function metresBetween(one: Omit<Position, 'accuracy'>, other: Omit<Position, 'accuracy'>): number {
  const north = (other.latitude - one.latitude) * metresPerDegree;
  const east = (other.longitude - one.longitude) * metresPerDegree * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** Degrees in GCJ-02. */
export type Place = Pick<Position, 'latitude' | 'longitude'>;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Draws places into a picture of `width` × `height` with a margin, north above, the same scale both ways; and the way back. */
export function projection(
  places: readonly Place[],
  { width, height, margin }: { width: number; height: number; margin: number },
): { readonly draw: (place: Place) => Spot; readonly placeAt: (spot: Spot) => Place } {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / Math.max((east - west) * squeeze, 0.0004),
    (height - 2 * margin) / Math.max(north - south, 0.0004),
  );
  return {
    draw: ({ latitude, longitude }) => ({
      x: width / 2 + (longitude - (west + east) / 2) * squeeze * scale,
      y: height / 2 - (latitude - (south + north) / 2) * scale,
    }),
    placeAt: ({ x, y }) => ({
      latitude: (south + north) / 2 - (y - height / 2) / scale,
      longitude: (west + east) / 2 + (x - width / 2) / (squeeze * scale),
    }),
  };
}
