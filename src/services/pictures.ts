import Taro from '@tarojs/taro';

/** What a picture is drawn with: the part of a canvas' context that drawings here use. Sizes are in the picture's own points. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  setLineDash(segments: readonly number[]): void;
  scale(x: number, y: number): void;
}

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): Pen;
}

/** `refused`: the album is closed to us, which the person can change in WeChat's settings. */
export type Saving = 'saved' | 'refused' | 'failed';

export interface Picture {
  readonly width: number;
  readonly height: number;
  draw(pen: Pen): void;
}

/** Dots per point: sharp on any phone, and the same on all. */
const sharpness = 2;

/** Draws on the page's canvas of this id (`type="2d"`) and puts the picture into the person's album. */
export async function saveDrawn(canvasId: string, picture: Picture): Promise<Saving> {
  const canvas = await canvasOf(canvasId);
  if (!canvas) return 'failed';
  canvas.width = picture.width * sharpness;
  canvas.height = picture.height * sharpness;
  const pen = canvas.getContext('2d');
  pen.scale(sharpness, sharpness);
  picture.draw(pen);
  try {
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      canvasId: '',
      fileType: 'png',
    });
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
    return 'saved';
  } catch (error) {
    return savingOf((error as { readonly errMsg?: string }).errMsg ?? '');
  }
}

export function savingOf(errMsg: string): Saving {
  return /auth|deny|denied|privacy/.test(errMsg) ? 'refused' : 'failed';
}

function canvasOf(id: string): Promise<CanvasNode | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: readonly ({ readonly node?: CanvasNode } | null)[]) => resolve(found[0]?.node));
  });
}
