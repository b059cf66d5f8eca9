import Taro from '@tarojs/taro';
import { colours } from '../theme/native';
import type { Pen } from './pictures';

interface SigningPen extends Pen {
  lineCap: string;
  lineJoin: string;
}

interface SigningCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): SigningPen;
}

/** A canvas that is signed on. Places are the touch's own, in points of the canvas. */
export interface Pad {
  begin(x: number, y: number): void;
  line(x: number, y: number): void;
  clear(): void;
  /** A temporary file; undefined where it could not be made. */
  picture(): Promise<string | undefined>;
}

/** Dots per point: sharp enough to be printed, small enough to be sent at once. */
const sharpness = 2;
const strokeWidth = 4;

/** Opens the page's canvas of this id (`type="2d"`) for signing; undefined while it is not drawn yet. */
export function openPad(id: string): Promise<Pad | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: readonly ({ node?: SigningCanvas; width?: number; height?: number } | null)[]) => {
        const [canvas] = found;
        resolve(
          canvas?.node && canvas.width && canvas.height
            ? padOn(canvas.node, canvas.width, canvas.height)
            : undefined,
        );
      });
  });
}

function padOn(canvas: SigningCanvas, width: number, height: number): Pad {
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  const pen = canvas.getContext('2d');
  pen.scale(sharpness, sharpness);
  const clear = () => {
    pen.fillStyle = colours.card;
    pen.fillRect(0, 0, width, height);
    Object.assign(pen, {
      strokeStyle: colours.ink,
      lineWidth: strokeWidth,
      lineCap: 'round',
      lineJoin: 'round',
    });
  };
  clear();
  let last = { x: 0, y: 0 };
  const line = (x: number, y: number) => {
    pen.beginPath();
    pen.moveTo(last.x, last.y);
    pen.lineTo(x, y);
    pen.stroke();
    last = { x, y };
  };
  return {
    begin: (x, y) => {
      last = { x, y };
      // A dot: a line that goes nowhere is round at its ends.
      line(x, y);
    },
    line,
    clear,
    picture: () => pictureOf(canvas),
  };
}

async function pictureOf(canvas: SigningCanvas): Promise<string | undefined> {
  try {
    const made = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      canvasId: '',
      fileType: 'png',
    });
    return made.tempFilePath;
  } catch {
    return undefined;
  }
}
