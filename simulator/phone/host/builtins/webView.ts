import { DrawnElement } from './shadow';
import { standInStyle } from './standIn';

const style = `
:host { display: block; position: fixed; inset: 0; z-index: 1; }
${standInStyle}
.stand-in { background: #fff; box-shadow: none; }`;

/** `<web-view>` covers its whole page. [doc] Web pages lie outside of the mini-program and are not opened here: it says which. */
export class WebViewElement extends DrawnElement {
  private shown: string | undefined;

  constructor() {
    super(style, '<div class="stand-in">网页<small></small><small>模拟器不打开网页</small></div>');
  }

  protected override update(): void {
    const src = this.text('src');
    if (src === this.shown) return;
    this.shown = src;
    this.piece('small').textContent = src;
    this.emit('error', { src, fullUrl: src });
  }
}
