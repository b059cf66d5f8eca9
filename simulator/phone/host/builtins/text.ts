import { BuiltinElement } from './element';

const spaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

export class TextElement extends BuiltinElement {
  private decoder: MutationObserver | undefined;

  protected override update(): void {
    if (this.flag('decode') && !this.decoder) this.keepDecoded();
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

  /** `decode` makes signs of entities in the texts of its own, now and whenever they change. [doc] */
  private keepDecoded(): void {
    this.decoder = new MutationObserver(() => this.decodeTexts());
    this.decoder.observe(this, { characterData: true, childList: true, subtree: true });
    this.decodeTexts();
  }

  private decodeTexts(): void {
    for (const node of this.childNodes) {
      if (!(node instanceof Text)) continue;
      const shown = node.data.replace(
        /&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g,
        (entity) => entities[entity] ?? entity,
      );
      if (shown !== node.data) node.data = shown;
    }
    // What was just written is signs already: `&amp;lt;` stays `&lt;`.
    this.decoder?.takeRecords();
  }
}
