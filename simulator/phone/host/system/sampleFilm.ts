/** Width and height in pixels, length in milliseconds. */
export interface FilmShape {
  readonly width: number;
  readonly height: number;
  readonly duration: number;
}

/** An MP4 file that says how large and how long it is and holds no picture: what a phone without a camera films. */
export function emptyFilm({ width, height, duration }: FilmShape): Uint8Array<ArrayBuffer> {
  const brand = box('ftyp', text('isom'), long(512), text('isom'), text('mp41'));
  const movieHead = box(
    'mvhd',
    long(0, 0, 0, 1000, duration, 0x10000, 0x01000000, 0, 0),
    matrix,
    long(0, 0, 0, 0, 0, 0, 2),
  );
  const trackHead = box(
    'tkhd',
    long(3, 0, 0, 1, 0, duration, 0, 0, 0, 0),
    matrix,
    long(width << 16, height << 16),
  );
  const media = box(
    'mdia',
    box('mdhd', long(0, 0, 0, 1000, duration, 0x55c40000)),
    box('hdlr', long(0, 0), text('vide'), long(0, 0, 0), [0]),
    box(
      'minf',
      box('vmhd', long(1, 0, 0)),
      box('dinf', box('dref', long(0, 1), box('url ', long(1)))),
      box('stbl', ...['stsd', 'stts', 'stsc', 'stco'].map((name) => box(name, long(0, 0))), noSizes()),
    ),
  );
  return new Uint8Array([...brand, ...box('moov', movieHead, box('trak', trackHead, media))]);
}

const matrix = long(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function noSizes(): number[] {
  return box('stsz', long(0, 0, 0));
}

function box(name: string, ...content: readonly number[][]): number[] {
  const inside = content.flat();
  return [...long(8 + inside.length), ...text(name), ...inside];
}

function text(word: string): number[] {
  return [...word].map((letter) => letter.charCodeAt(0));
}

function long(...values: readonly number[]): number[] {
  return values.flatMap((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff));
}
