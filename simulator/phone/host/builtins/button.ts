import type { FormElement } from './form';
import { HoverElement } from './hover';
import { openTypes } from './openTypes';

const style = `
:host { position: relative; display: block; margin: 0 auto; padding: 0 14px; box-sizing: border-box; font-size: 18px; text-align: center;
  line-height: 2.55555556; border-radius: 5px; overflow: hidden; color: #000; background-color: #f8f8f8; cursor: pointer; -webkit-tap-highlight-color: transparent; }
:host::after { content: ""; width: 200%; height: 200%; position: absolute; top: 0; left: 0; border: 1px solid rgba(0,0,0,.2);
  transform: scale(.5); transform-origin: 0 0; box-sizing: border-box; border-radius: 10px; pointer-events: none; }
:host([type=primary]) { color: #fff; background-color: #07c160; }
:host([type=warn]) { color: #fa5151; background-color: #f2f2f2; }
:host([size=mini]) { display: inline-block; line-height: 2.3; font-size: 13px; padding: 0 1.34em; }
:host([plain]) { color: #353535; border: 1px solid #353535; background-color: transparent; }
:host([plain])::after { border-width: 0; }
:host([plain][type=primary]) { color: #07c160; border-color: #07c160; background-color: transparent; }
:host([disabled]) { color: rgba(0,0,0,.3); background-color: #f7f7f7; }
i { display: none; width: 18px; height: 18px; margin-right: 6px; border: 2px solid currentColor; border-top-color: transparent; border-radius: 50%;
  box-sizing: border-box; vertical-align: middle; animation: spin 1s linear infinite; }
:host([loading]) i { display: inline-block; }
@keyframes spin { to { transform: rotate(360deg) } }`;

export class ButtonElement extends HoverElement {
  protected override readonly hoverStart = 20;
  protected override readonly hoverStay = 70;
  private isWired = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `<style>${style}</style><i></i><slot></slot>`;
  }

  get isDisabled(): boolean {
    return this.flag('disabled');
  }

  protected override update(): void {
    super.update();
    if (this.isWired || !this.__wxElement) return;
    this.isWired = true;
    this.__wxElement.addListener('tap', () => void this.tapped());
  }

  protected override get hoverClass(): string {
    return this.isDisabled ? 'none' : this.text('hover-class', 'button-hover');
  }

  private async tapped(): Promise<void> {
    if (this.isDisabled) return;
    const form = this.closest('wx-form') as FormElement | null;
    const formType = this.text('form-type');
    if (formType === 'submit') form?.submit(this);
    if (formType === 'reset') form?.reset(this);
    const openType = this.text('open-type');
    if (openType) await openTypes.run(openType, this);
  }
}
