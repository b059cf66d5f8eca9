import { Copier } from './copy';
import { Embedded } from './embed';
import { PlainLooks } from './looks';

/** Pixels of the picture for one of the screen. */
const sharpness = 2;

/**
 * What is seen of an element as a PNG, base64; `document.body` gives the whole screen. The browser draws it itself, from a copy, so
 * it needs no right to look at the screen. Not in it: pages of others (`web-view`), pictures that do not load.
 */
export async function pictureOf(element: HTMLElement): Promise<string> {
  const { width, height } = element.getBoundingClientRect();
  const plain = new PlainLooks();
  try {
    const embedded = new Embedded();
    const copier = new Copier(plain, embedded);
    const copy = copier.copy(element);
    const fonts = await embedded.fonts();
    await Promise.all(copier.loading);
    const inside = copy ? new XMLSerializer().serializeToString(copy) : '';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${escaped(fonts)}</style><foreignObject width="100%" height="100%">${inside}</foreignObject></svg>`;
    return await drawn(svg, width, height);
  } finally {
    plain.remove();
  }
}

async function drawn(svg: string, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * sharpness, height: height * sharpness });
  const context = canvas.getContext('2d');
  context?.scale(sharpness, sharpness);
  context?.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
