import { assetUrl } from '../assets';

/** What a mini-program draws a picture from: one of ours, or what the browser itself takes. */
type Source = CanvasNode | CanvasImageSource;

const contexts = ['2d', 'webgl', 'webgl2'] as const;
type ContextKind = (typeof contexts)[number];

/**
 * A canvas as a mini-program gets it from a selector query or from `wx.createOffscreenCanvas`: the methods that WeChat gives it
 * and no more; a page sees no DOM node. [doc: Canvas]
 */
export class CanvasNode {
  readonly #canvas: HTMLCanvasElement;
  readonly #pagePath: () => string;

  constructor(canvas: HTMLCanvasElement, pagePath: () => string = () => '') {
    this.#canvas = canvas;
    this.#pagePath = pagePath;
  }

  /** The browser's canvas, for the phone's own code. */
  static surfaceOf(node: CanvasNode): HTMLCanvasElement {
    return node.#canvas;
  }

  get width(): number {
    return this.#canvas.width;
  }

  set width(width: number) {
    this.#canvas.width = width;
  }

  get height(): number {
    return this.#canvas.height;
  }

  set height(height: number) {
    this.#canvas.height = height;
  }

  getContext(kind: ContextKind): RenderingContext | null {
    if (!contexts.includes(kind)) throw new Error(`getContext: "${String(kind)}" is no type of context`);
    const context = this.#canvas.getContext(kind);
    if (context && !Object.hasOwn(context, 'canvas')) this.dress(context);
    return context;
  }

  createImage(): HTMLImageElement {
    return picture(this.#pagePath);
  }

  createImageData(): ImageData {
    return new ImageData(this.width, this.height);
  }

  createPath2D(path?: Path2D): Path2D {
    return new Path2D(path);
  }

  requestAnimationFrame(callback: (time: number) => void): number {
    return requestAnimationFrame(callback);
  }

  cancelAnimationFrame(id: number): void {
    cancelAnimationFrame(id);
  }

  toDataURL(type = 'image/png', quality?: number): string {
    return this.#canvas.toDataURL(type, quality);
  }

  // What a context says and takes of canvases are those of the mini-program, not the browser's.
  private dress(context: RenderingContext): void {
    Object.defineProperty(context, 'canvas', { value: this });
    if (!(context instanceof CanvasRenderingContext2D)) return;
    const { drawImage, createPattern } = CanvasRenderingContext2D.prototype;
    const own = {
      drawImage: (source: Source, ...places: number[]) =>
        Reflect.apply(drawImage, context, [surface(source), ...places]),
      createPattern: (source: Source, repetition: string) =>
        createPattern.call(context, surface(source), repetition),
    };
    Object.assign(context, own);
  }
}

function surface(source: Source): CanvasImageSource {
  return source instanceof CanvasNode ? CanvasNode.surfaceOf(source) : source;
}

/** A picture whose `src` may be any path a mini-program knows. */
function picture(pagePath: () => string): HTMLImageElement {
  const image = new Image();
  const natural = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!;
  let named = '';
  Object.defineProperty(image, 'src', {
    get: () => named,
    set: (source: string) => {
      named = source;
      void assetUrl(source, pagePath()).then((url) => natural.set?.call(image, url));
    },
  });
  return image;
}
