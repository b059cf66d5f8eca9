import { PNG } from 'pngjs';

type Colour = readonly [red: number, green: number, blue: number];
type At = readonly [x: number, y: number];

/** A form that covers some points in one colour; the later one lies on top. */
interface Form {
  readonly covers: (x: number, y: number) => boolean;
  readonly colour: Colour;
}

function box([x, y]: At, [width, height]: At, colour: Colour): Form {
  return { colour, covers: (px, py) => px >= x && px < x + width && py >= y && py < y + height };
}

function disc([x, y]: At, [radiusX, radiusY]: At, colour: Colour): Form {
  return { colour, covers: (px, py) => ((px - x) / radiusX) ** 2 + ((py - y) / radiusY) ** 2 < 1 };
}

/** A picture of so many pixels; what no form covers is paper. */
function drawn(width: number, height: number, forms: readonly Form[], paper: Colour): Uint8Array {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = forms.findLast(({ covers }) => covers(x, y))?.colour ?? paper;
      png.data.set([...colour, 255], (y * width + x) * 4);
    }
  return PNG.sync.write(png);
}

const [width, height] = [320, 240];
const white: Colour = [244, 243, 240];
const wall: Colour = [226, 221, 213];
const joint: Colour = [205, 199, 190];
const floor: Colour = [178, 168, 156];
const dark: Colour = [70, 72, 76];
const metal: Colour = [150, 156, 162];
const steel: Colour = [104, 110, 118];
const water: Colour = [122, 160, 184];
const soot: Colour = [96, 84, 74];
const lit: Colour = [255, 240, 196];
const wood: Colour = [170, 132, 96];

const tiles: readonly Form[] = [
  ...[80, 160, 240].map((x) => box([x, 0], [2, 180], joint)),
  ...[60, 120].map((y) => box([0, y], [width, 2], joint)),
  box([0, 180], [width, 60], floor),
];
const pipes: readonly Form[] = [
  box([0, 98], [width, 18], metal),
  box([142, 0], [36, 100], metal),
  box([130, 92], [60, 28], steel),
];
const plate = (x: number) => [box([x, 70], [100, 100], white), box([x + 8, 78], [84, 84], wall)];
const slots = [box([136, 100], [8, 26], dark), box([176, 100], [8, 26], dark)];
const grate = [
  disc([160, 150], [58, 42], steel),
  disc([160, 150], [50, 36], metal),
  ...[134, 150, 166].map((y) => box([128, y - 3], [64, 6], dark)),
];
const ribs = [80, 110, 140, 170, 200, 230].map((x) => box([x, 60], [20, 130], white));

/** What there is to see: with its trouble, and mended. */
const scenes = {
  sink: {
    before: [...tiles, ...pipes, box([158, 120], [4, 62], water), disc([170, 212], [92, 18], water)],
    after: [...tiles, ...pipes],
  },
  burst: {
    before: [
      ...[...tiles, ...pipes],
      ...[60, 82, 104, 126].map((x, at) => disc([x + 70, 130 + at * 8], [26, 34], water)),
      box([0, 184], [width, 56], water),
    ],
    after: [...tiles, ...pipes, box([124, 88], [72, 36], dark), box([134, 94], [52, 24], metal)],
  },
  drain: {
    before: [box([0, 0], [width, height], floor), disc([160, 158], [120, 70], water), ...grate],
    after: [box([0, 0], [width, height], floor), ...grate],
  },
  tap: {
    before: [...tiles, ...tapOf(2)],
    after: [...tiles, ...tapOf(12)],
  },
  socket: {
    before: [...plate(110), disc([160, 130], [44, 38], soot), ...slots],
    after: [...plate(110), ...slots],
  },
  switch: {
    before: [...plate(110), box([140, 96], [40, 50], soot), box([150, 120], [20, 22], dark)],
    after: [...plate(110), box([140, 96], [40, 50], white), box([150, 100], [20, 22], steel)],
  },
  lamp: {
    before: [box([0, 0], [width, height], dark), disc([160, 70], [70, 26], steel)],
    after: [disc([160, 90], [150, 110], white), disc([160, 70], [70, 26], lit)],
  },
  radiator: {
    before: [...ribs, box([240, 160], [34, 10], steel), box([0, 200], [width, 40], floor)],
    after: [
      ...ribs.map(({ covers }) => ({ covers, colour: [240, 206, 186] as const })),
      ...[box([240, 160], [34, 10], steel), box([0, 200], [width, 40], floor)],
    ],
  },
  door: {
    before: [box([90, 10], [150, 230], dark), box([112, 10], [128, 230], wood), lockAt(124)],
    after: [box([86, 6], [158, 234], steel), box([92, 12], [146, 228], wood), lockAt(104)],
  },
  rubbish: {
    before: [
      ...[box([0, 170], [width, 70], floor), disc([110, 150], [52, 46], dark)],
      ...[
        disc([178, 162], [60, 40], steel),
        disc([236, 176], [38, 28], dark),
        box([30, 150], [50, 40], wood),
      ],
    ],
    after: [box([0, 170], [width, 70], floor)],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'before' | 'after', readonly Form[]>>>>;

export type Scene = keyof typeof scenes;

function tapOf(stream: number): readonly Form[] {
  return [
    ...[box([150, 60], [90, 20], metal), box([150, 60], [22, 44], metal), box([206, 36], [14, 26], steel)],
    ...[box([161 - stream / 2, 104], [stream, 84], water), disc([160, 200], [110, 26], white)],
  ];
}

function lockAt(x: number): Form {
  return box([x, 120], [14, 34], metal);
}

/** A photo of it, before the work and after. */
export function photoOf(scene: Scene, when: 'before' | 'after'): Uint8Array {
  return drawn(width, height, scenes[scene][when], wall);
}

const line: Form = {
  colour: [31, 35, 40],
  covers: (x, y) => {
    const middle = 62 + 26 * Math.sin(x / 13) * Math.cos(x / 47);
    return x > 40 && x < 270 && Math.abs(y - middle) < 2.4;
  },
};
const signed = drawn(320, 120, [line], [255, 255, 255]);

/** Somebody's hand. */
export function signature(): Uint8Array {
  return signed;
}
