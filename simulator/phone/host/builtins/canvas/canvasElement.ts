import type { Touch } from '../../events/dispatch';
import { pagePathOf } from '../assets';
import { DrawnElement } from '../shadow';
import { CanvasNode } from './canvasNode';

const style = `
:host { display: block; position: relative; width: 300px; height: 150px; }
canvas { display: block; width: 100%; height: 100%; }
.over { position: absolute; inset: 0; pointer-events: none; }
::slotted(*) { pointer-events: auto; }`;

/** `<canvas type="2d">`. The old kind, known by its `canvas-id`, is not built and says so. */
export class CanvasElement extends DrawnElement {
  readonly canvasNode: CanvasNode;

  constructor() {
    super(style, '<canvas></canvas><div class="over"><slot></slot></div>');
    this.canvasNode = new CanvasNode(this.piece<HTMLElement>('canvas') as HTMLCanvasElement, () =>
      pagePathOf(this),
    );
  }

  /** Touches of a canvas also carry their place in it. [doc: CanvasTouch] */
  adaptTouch(touch: Touch): Touch & { readonly x: number; readonly y: number } {
    const { left, top } = this.getBoundingClientRect();
    const origin = this.closest('.page-frame')?.getBoundingClientRect() ?? new DOMRect();
    return { ...touch, x: touch.clientX + origin.left - left, y: touch.clientY + origin.top - top };
  }

  protected override update(): void {
    this.style.touchAction = this.flag('disable-scroll') ? 'none' : '';
    if (!this.text('type'))
      console.warn(
        '<canvas canvas-id>: the old canvas is not supported by the simulator; use <canvas type="2d">',
      );
  }
}
