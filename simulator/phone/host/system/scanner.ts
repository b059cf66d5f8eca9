import jsQR from 'jsqr';
import { album } from './album';
import { button, h, openLayer } from './layer';
import type { Prompts } from './prompts';
import { watchWithCamera } from './webcam';

/** What the scanner read: the text of a code, or the page behind a mini-program code. */
export interface Scanned {
  readonly result: string;
  readonly scanType: string;
  readonly path: string;
}

/** The QR code in a picture; undefined when there is none. */
async function readCode(picture: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture);
  const found = codeIn(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  return found;
}

function codeIn(picture: CanvasImageSource, across: number, down: number): string | undefined {
  // Large photographs are read smaller: finder patterns survive that.
  const scale = Math.min(1, 1000 / Math.max(across, down));
  const canvas = new OffscreenCanvas(Math.round(across * scale), Math.round(down * scale));
  const pen = canvas.getContext('2d')!;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height)?.data;
}

/**
 * Opens the scanner. From outside: `'cancel'`, the text of a QR code, `{result, scanType}`, or `{path}` for a mini-program
 * code. `onlyFromCamera` takes the album away.
 */
export function scan(prompts: Prompts, onlyFromCamera: boolean): Promise<Scanned | undefined> {
  return prompts.ask<Scanned | undefined>({
    kind: 'scanCode',
    details: { onlyFromCamera },
    read: readAnswer,
    draw: (choose) => draw(onlyFromCamera, choose),
  });
}

const qr = (result: string): Scanned => ({ result, scanType: 'QR_CODE', path: '' });

function readAnswer(given: unknown): Scanned | undefined {
  if (given === 'cancel') return undefined;
  if (typeof given === 'string') return qr(given);
  const { result = '', scanType, path = '' } = (given ?? {}) as Partial<Scanned>;
  if (!result && !path)
    throw new Error(`scanCode is answered with 'cancel', a text, {result, scanType} or {path}`);
  return { result, scanType: scanType ?? (path ? 'WX_CODE' : 'QR_CODE'), path };
}

function draw(onlyFromCamera: boolean, choose: (scanned: Scanned | undefined) => void): () => void {
  const text = h('input', 'scan-text');
  text.placeholder = '码的内容';
  text.setAttribute('aria-label', '码的内容');
  const close = button('system-close is-light', '×', () => choose(undefined));
  close.setAttribute('aria-label', '关闭');
  const note = h('p', 'scan-note', '模拟手机没有镜头：填写码的内容，或选一张有码的图片');
  const confirm = button('system-button is-primary', '扫到了', () => {
    if (text.value) choose(qr(text.value));
  });
  const look = async (picture: Blob | undefined) => {
    const found = picture ? await readCode(picture) : undefined;
    if (found === undefined) note.textContent = '图片里没有找到二维码';
    else choose(qr(found));
  };
  const frame = h('div', 'scan-frame', h('i', 'scan-line'));
  const camera = cameraEntry(frame, note, (result) => choose(qr(result)));
  const leave = openLayer(
    'dark',
    '扫一扫',
    close,
    frame,
    note,
    h('div', 'scan-entry', text, confirm),
    h('div', 'scan-camera', camera.element),
    onlyFromCamera ? undefined : h('div', 'scan-more', albumEntry(look), fileEntry(look)),
  );
  return () => {
    camera.stop();
    leave();
  };
}

/** The computer's own camera, switched on by a tap; `stop` switches it off, also when it comes on later. */
function cameraEntry(frame: HTMLElement, note: HTMLElement, found: (result: string) => void) {
  let isLeft = false;
  let off = () => {};
  const begin = async () => {
    try {
      off = await watchWithCamera(frame, (picture) => {
        const result = codeIn(picture, picture.videoWidth, picture.videoHeight);
        if (result) found(result);
        return Boolean(result);
      });
      if (isLeft) off();
    } catch {
      note.textContent = '打不开电脑的摄像头：请接上摄像头，并在浏览器里允许使用';
    }
  };
  const element = button('system-link', '用电脑的摄像头', () => void begin());
  const stop = () => {
    isLeft = true;
    off();
  };
  return { element, stop };
}

type Look = (picture: Blob | undefined) => Promise<void>;

function albumEntry(look: Look): HTMLElement {
  return button('system-link', '相册里最新的一张', () => void album.shot().then(look));
}

function fileEntry(look: Look): HTMLElement {
  const input = h('input', '');
  input.type = 'file';
  input.accept = 'image/*';
  input.hidden = true;
  input.addEventListener('change', () => void look(input.files?.[0]));
  return h('label', 'system-link', '从电脑选一张', input);
}
