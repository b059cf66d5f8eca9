import { pictureOf } from '../picture/picture';

/** Pixels of a card's picture; WeChat shows it five to four. [doc: onShareAppMessage] */
const size = { width: 300, height: 240 };

/** The top of a page that is seen, as a card shows it when the page gives no picture: JPEG in a data address. */
export async function pagePicture(frame: HTMLElement): Promise<string> {
  const screen = new Image();
  screen.src = `data:image/png;base64,${await pictureOf(document.body)}`;
  await screen.decode();
  const { left, top, width } = frame.getBoundingClientRect();
  const scale = screen.naturalWidth / document.body.clientWidth;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const pen = canvas.getContext('2d')!;
  const height = (width * size.height) / size.width;
  const part = [left, top, width, height].map((one) => one * scale) as [number, number, number, number];
  pen.drawImage(screen, ...part, 0, 0, size.width, size.height);
  return canvas.toDataURL('image/jpeg', 0.85);
}
