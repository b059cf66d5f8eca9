import { emptyFilm } from './sampleFilm';

const film = emptyFilm({ width: 720, height: 1280, duration: 3000 });

/** The boxes in a part of the file, by name: where each one's content begins and ends. */
function boxes(from: number, to: number): Record<string, [number, number]> {
  const view = new DataView(film.buffer);
  const found: Record<string, [number, number]> = {};
  for (let at = from; at < to; at += view.getUint32(at)) {
    const name = String.fromCharCode(...film.subarray(at + 4, at + 8));
    found[name] = [at + 8, at + view.getUint32(at)];
  }
  return found;
}

test('it is a chain of boxes to its very end, with the size and the length in their places', () => {
  const top = boxes(0, film.length);
  expect(Object.keys(top)).toEqual(['ftyp', 'moov']);
  expect(top.moov![1]).toBe(film.length);
  const movie = boxes(...top.moov!);
  const track = boxes(...movie.trak!);
  const view = new DataView(film.buffer);
  expect(view.getUint32(movie.mvhd![0] + 16)).toBe(3000);
  expect([track.tkhd![1] - 8, track.tkhd![1] - 4].map((at) => view.getUint32(at) >>> 16)).toEqual([
    720, 1280,
  ]);
  expect(Object.keys(boxes(...boxes(...track.mdia!).minf!))).toEqual(['vmhd', 'dinf', 'stbl']);
});
