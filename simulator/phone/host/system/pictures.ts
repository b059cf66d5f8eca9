import { ApiRefusal } from '../api/convention';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels. Refuses what is no picture. */
export async function sizeOf(picture: Blob): Promise<Size> {
  try {
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    throw new ApiRefusal('image decode fail');
  }
}

/** The picture as JPEG, smaller when a size is given; one of two sizes keeps the proportion. `quality` is 0 to 100. */
export async function compressed(
  picture: Blob,
  {
    quality = 80,
    width,
    height,
  }: { quality?: number; width?: number | undefined; height?: number | undefined },
): Promise<Blob> {
  const size = await sizeOf(picture);
  const across = width ?? (height ? Math.round((size.width * height) / size.height) : size.width);
  const down = height ?? Math.round((size.height * across) / size.width);
  const canvas = new OffscreenCanvas(across, down);
  const bitmap = await createImageBitmap(picture);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, across, down);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: Math.min(100, Math.max(1, quality)) / 100 });
}

/** WeChat's compression of a chosen picture: the long side at most this many pixels. [guess] */
const compressedSide = 1280;

/** A chosen picture as WeChat hands it over when `sizeType` has `compressed`. */
export async function asChosen(picture: Blob, isCompressed: boolean): Promise<Blob> {
  if (!isCompressed) return picture;
  const { width, height } = await sizeOf(picture);
  const scale = Math.min(1, compressedSide / Math.max(width, height));
  return compressed(picture, { quality: 80, width: Math.round(width * scale) });
}
