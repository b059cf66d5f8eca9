export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** The Krasovsky ellipsoid, in metres, as the published approximation of GCJ-02 uses it. */
const radius = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

/** From China's map coordinates to GPS coordinates; exact to about a metre. Outside of China both are the same. */
export function gcj02ToWgs84({ latitude, longitude }: Position): Position {
  const offset = shift(latitude, longitude);
  return { latitude: latitude - offset.latitude, longitude: longitude - offset.longitude };
}

/** From GPS coordinates to China's map coordinates. */
export function wgs84ToGcj02({ latitude, longitude }: Position): Position {
  const offset = shift(latitude, longitude);
  return { latitude: latitude + offset.latitude, longitude: longitude + offset.longitude };
}

function shift(latitude: number, longitude: number): Position {
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271)
    return { latitude: 0, longitude: 0 };
  const x = longitude - 105;
  const y = latitude - 35;
  const radians = (latitude / 180) * Math.PI;
  const magic = 1 - eccentricity * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  return {
    latitude: (northward(x, y) * 180) / (((radius * (1 - eccentricity)) / (magic * root)) * Math.PI),
    longitude: (eastward(x, y) * 180) / ((radius / root) * Math.cos(radians) * Math.PI),
  };
}

const wave = (value: number, ...parts: readonly (readonly [height: number, length: number])[]) =>
  parts.reduce((sum, [height, length]) => sum + height * Math.sin((value * Math.PI) / length), 0) * (2 / 3);

function northward(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return plain + wave(x, [20, 1 / 6], [20, 1 / 2]) + wave(y, [20, 1], [40, 3], [160, 12], [320, 30]);
}

function eastward(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return plain + wave(x, [20, 1 / 6], [20, 1 / 2], [20, 1], [40, 3], [150, 12], [300, 30]);
}
