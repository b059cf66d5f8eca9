import { sampleWalk } from './sampleWalk';
import { durationOf, positionAt, projection, readGpx, type Walk } from './walk';

const walk: Walk = {
  name: 'a',
  points: [
    { latitude: 30, longitude: 120, accuracy: 10, at: 0 },
    { latitude: 30.001, longitude: 120.002, accuracy: 20, at: 10_000 },
    { latitude: 30.001, longitude: 120.004, accuracy: 20, at: 20_000 },
  ],
};

test('between two places one is on the line', () => {
  const { latitude, longitude, accuracy } = positionAt(walk, 5000);
  expect(latitude).toBeCloseTo(30.0005, 9);
  expect(longitude).toBeCloseTo(120.001, 9);
  expect(accuracy).toBe(15);
  expect(positionAt(walk, 15_000).longitude).toBeCloseTo(120.003, 9);
});

test('before the beginning and after the end one stands there', () => {
  expect(positionAt(walk, -5)).toEqual({ latitude: 30, longitude: 120, accuracy: 10 });
  expect(positionAt(walk, 99_000)).toEqual({ latitude: 30.001, longitude: 120.004, accuracy: 20 });
});

test('a GPX file is read with its times', () => {
  const gpx = `<gpx><trk><trkseg>
    <trkpt lat="30.0" lon="120.0"><time>2026-11-01T08:00:00Z</time></trkpt>
    <trkpt lat="30.1" lon="120.1"><time>2026-11-01T08:00:30Z</time><hdop>2</hdop></trkpt>
  </trkseg></trk></gpx>`;
  expect(readGpx(gpx, 'x').points).toEqual([
    { latitude: 30, longitude: 120, accuracy: 8, at: 0 },
    { latitude: 30.1, longitude: 120.1, accuracy: 10, at: 30_000 },
  ]);
});

test('a GPX file without times is walked at a metre and a half a second', () => {
  const gpx = '<trkpt lat="30" lon="120"></trkpt><trkpt lat="30.00135" lon="120"></trkpt>';
  expect(durationOf(readGpx(gpx, 'x')) / 1000).toBeCloseTo(100, 0);
});

test('a file without a track is refused', () => {
  expect(() => readGpx('<gpx></gpx>', 'x')).toThrow('没有轨迹');
});

test('the picture holds every place, north above', () => {
  const { draw, placeAt } = projection(walk.points, { width: 80, height: 56, margin: 8 });
  const drawn = walk.points.map(draw);
  for (const { x, y } of drawn) {
    expect(x).toBeGreaterThanOrEqual(7.99);
    expect(x).toBeLessThanOrEqual(72.01);
    expect(y).toBeGreaterThanOrEqual(7.99);
    expect(y).toBeLessThanOrEqual(48.01);
  }
  expect(drawn[1]!.y).toBeLessThan(drawn[0]!.y);
  for (const [index, spot] of drawn.entries()) {
    const { latitude, longitude } = placeAt(spot);
    expect(latitude).toBeCloseTo(walk.points[index]!.latitude, 9);
    expect(longitude).toBeCloseTo(walk.points[index]!.longitude, 9);
  }
});

test('the recorded walk is one a person can walk', () => {
  expect(sampleWalk.points.length).toBeGreaterThan(30);
  for (const [index, point] of sampleWalk.points.entries()) {
    const before = sampleWalk.points[index - 1];
    if (before) expect(point.at).toBeGreaterThan(before.at);
  }
});
