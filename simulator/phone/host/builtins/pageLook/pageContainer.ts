import { DrawnElement } from '../shadow';

const style = `
:host { display: block; position: fixed; inset: 0; z-index: 100; pointer-events: none; visibility: hidden; }
:host([data-open]) { pointer-events: auto; visibility: visible; }
.veil { position: absolute; inset: 0; background: rgb(0 0 0 / 50%); opacity: 0; transition: opacity var(--duration); }
.veil[hidden] { display: none; }
.sheet { position: absolute; background: #fff; overflow: auto; transition: transform var(--duration); }
.sheet.is-bottom { inset: auto 0 0; transform: translateY(100%); }
.sheet.is-top { inset: 0 0 auto; transform: translateY(-100%); }
.sheet.is-right { inset: 0 0 0 auto; transform: translateX(100%); }
.sheet.is-center { left: 50%; top: 50%; transform: translate(-50%, -50%) scale(0); }
.sheet.is-bottom.is-round { border-radius: 12px 12px 0 0; }
:host([data-open]) .veil { opacity: 1; }
:host([data-open]) .sheet { transform: none; }
:host([data-open]) .sheet.is-center { transform: translate(-50%, -50%); }`;

/**
 * `<page-container>`: a page within the page; its veil shuts it. In WeChat the way back shuts it first as well [doc]; here that
 * still leaves the whole page.
 */
export class PageContainerElement extends DrawnElement {
  private isOpen = false;

  constructor() {
    super(style, '<div class="veil"></div><div class="sheet"><slot></slot></div>');
    this.piece('.veil').addEventListener('click', () => {
      this.emit('clickoverlay', {});
      this.set(false);
    });
  }

  protected override update(): void {
    const duration = this.number('duration', 300);
    this.style.setProperty('--duration', `${duration}ms`);
    this.piece('.veil').hidden = !this.flag('overlay', true);
    this.piece('.veil').style.cssText = this.text('overlay-style');
    const sheet = this.piece('.sheet');
    sheet.className = `sheet is-${this.text('position', 'bottom')}${this.flag('round') ? ' is-round' : ''}`;
    sheet.style.cssText = this.text('custom-style');
    this.set(this.flag('show'));
  }

  private set(open: boolean): void {
    if (open === this.isOpen) return;
    this.isOpen = open;
    const kind = open ? 'enter' : 'leave';
    this.emit(`before${kind}`, {});
    this.emit(kind, {});
    // The place it comes from must have been drawn once.
    this.getBoundingClientRect();
    this.toggleAttribute('data-open', open);
    setTimeout(() => this.emit(`after${kind}`, {}), this.number('duration', 300));
  }
}
