import { PNG } from 'pngjs';

type Colour = readonly [red: number, green: number, blue: number];

/** A picture of so many pixels, drawn point by point. */
function drawn(width: number, height: number, colourAt: (x: number, y: number) => Colour): Uint8Array {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) png.data.set([...colourAt(x, y), 255], (y * width + x) * 4);
  return PNG.sync.write(png);
}

const [width, height] = [320, 240];
const wall: Colour = [226, 221, 213];
const floor: Colour = [178, 168, 156];
const pipe: Colour = [120, 126, 132];
const joint: Colour = [92, 98, 104];
const water: Colour = [122, 160, 184];

function drawPhoto(isWet: boolean): Uint8Array {
  return drawn(width, height, (x, y) => {
    const isInPool = ((x - 175) / 105) ** 2 + ((y - 212) / 20) ** 2 < 1;
    if (isWet && isInPool) return water;
    if (isWet && Math.abs(x - 160) < 3 && y > 120 && y < 205 && y % 22 < 12) return water;
    if (x > 128 && x < 192 && y > 92 && y < 120) return joint;
    if (x > 140 && x < 180 && y < 100) return pipe;
    if (y > 98 && y < 116) return pipe;
    return y > 180 ? floor : wall;
  });
}

const photos = { before: drawPhoto(true), after: drawPhoto(false) };

/** A pipe at a wall: it drips before the work, and does not after. */
export function photoOf(when: 'before' | 'after'): Uint8Array {
  return photos[when];
}

const signed = drawn(320, 120, (x, y) => {
  const line = 62 + 26 * Math.sin(x / 13) * Math.cos(x / 47);
  return x > 40 && x < 270 && Math.abs(y - line) < 2.4 ? [31, 35, 40] : [255, 255, 255];
});

/** Somebody's hand. */
export function signature(): Uint8Array {
  return signed;
}
