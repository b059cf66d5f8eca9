import { BuiltinElement } from './element';

/** A tag that WeChat has and this phone does not: it shows its name instead of nothing. */
export class UnsupportedElement extends BuiltinElement {
  private readonly shadow = this.attachShadow({ mode: 'open' });

  protected override update(): void {
    if (this.shadow.childNodes.length > 0) return;
    const tag = this.localName.replace(/^wx-/, '');
    const note = document.createElement('div');
    note.textContent = `<${tag}> is not supported by the simulator`;
    note.style.cssText = 'padding:8px;border:1px dashed #b91c1c;color:#b91c1c;font:12px monospace';
    this.shadow.append(note, document.createElement('slot'));
    console.warn(note.textContent);
  }
}
