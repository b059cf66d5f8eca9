import { BuiltinElement } from './element';

const spaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

export class TextElement extends BuiltinElement {
  protected override update(): void {
    const selectable = this.flag('selectable') || this.flag('user-select');
    this.style.userSelect = selectable ? 'text' : '';
    this.style.whiteSpace = this.text('space') in spaces ? 'pre-wrap' : '';
    const lines = this.number('max-lines', 0);
    if (lines > 0)
      Object.assign(this.style, {
        display: '-webkit-box',
        overflow: 'hidden',
        webkitLineClamp: String(lines),
        webkitBoxOrient: 'vertical',
      });
  }
}
