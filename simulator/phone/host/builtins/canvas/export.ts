import { CanvasNode } from './canvasNode';

/** A part of a canvas as a picture of its own; lengths of the part in the canvas's own pixels. */
export interface ExportOptions {
  readonly canvas?: unknown;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly destWidth?: number;
  readonly destHeight?: number;
  readonly fileType?: string;
  readonly quality?: number;
}

/** The picture `wx.canvasToTempFilePath` makes; undefined when it is given no canvas. Sides left out are as WeChat fills them in. [doc] */
export async function exportPicture(options: ExportOptions): Promise<Blob | undefined> {
  if (!(options.canvas instanceof CanvasNode)) return undefined;
  const source = CanvasNode.surfaceOf(options.canvas);
  const { x = 0, y = 0, fileType = 'png', quality = 1 } = options;
  const { width = source.width - x, height = source.height - y } = options;
  const target = document.createElement('canvas');
  target.width = Math.round(options.destWidth ?? width * devicePixelRatio);
  target.height = Math.round(options.destHeight ?? height * devicePixelRatio);
  const context = target.getContext('2d');
  if (fileType === 'jpg') {
    // A JPEG knows no transparency; WeChat leaves black there.
    context!.fillStyle = '#000';
    context?.fillRect(0, 0, target.width, target.height);
  }
  context?.drawImage(source, x, y, width, height, 0, 0, target.width, target.height);
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  return new Promise((resolve) => target.toBlob((blob) => resolve(blob ?? undefined), type, quality));
}
