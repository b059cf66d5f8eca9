import type { Hidden } from '../events/eventObject';
import { BuiltinElement } from './element';

/** What a tap on its label sets off. */
export interface Labelled extends BuiltinElement {
  labelTapped(): void;
}

const labelled = 'wx-button,wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea';

export class LabelElement extends BuiltinElement {
  private isWired = false;

  protected override update(): void {
    if (this.isWired || !this.__wxElement) return;
    this.isWired = true;
    this.__wxElement.addListener('tap', (event) => this.tapped((event as unknown as Hidden).targetNode));
  }

  private tapped(tapped: HTMLElement | null): void {
    const named = this.text('for');
    const target = named
      ? this.closest('wx-page')?.querySelector(`#${CSS.escape(named)}`)
      : this.querySelector(labelled);
    // A tap on the very thing has done its work already.
    if (!target || target.contains(tapped)) return;
    if ('labelTapped' in target) (target as Labelled).labelTapped();
  }
}
