import { BuiltinElement } from './element';
import { DrawnElement } from './shadow';

const style = `
:host { display: inline-block; cursor: pointer; }
.row { display: inline-flex; align-items: center; }
.mark { width: 22px; height: 22px; margin-right: 5px; border: 1px solid #d1d1d1; box-sizing: border-box; text-align: center; line-height: 20px; font-size: 16px; background: #fff; color: #09bb07; }
:host([disabled]) .mark { background: #e1e1e1; }`;

/** A box or a dot one may choose; its group tells what is chosen. */
abstract class ChoiceElement extends DrawnElement {
  protected isChosen = false;
  private isWired = false;

  constructor(markStyle: string) {
    super(`${style} ${markStyle}`, '<div class="row"><div class="mark"></div><slot></slot></div>');
  }

  get checked(): boolean {
    return this.isChosen;
  }

  get value(): string {
    return this.text('value');
  }

  choose(on: boolean): void {
    this.isChosen = on;
    this.draw(this.piece('.mark'), this.text('color', '#09BB07'));
  }

  labelTapped(): void {
    this.tapped();
  }

  protected abstract draw(mark: HTMLElement, color: string): void;
  protected abstract tapped(): void;

  protected override assigned(name: string): void {
    if (name === 'checked') this.isChosen = this.flag('checked');
  }

  protected override update(): void {
    this.choose(this.isChosen);
    if (this.isWired || !this.__wxElement) return;
    this.isWired = true;
    this.__wxElement.addListener('tap', () => this.tapped());
  }
}

export class CheckboxElement extends ChoiceElement {
  constructor() {
    super('.mark { border-radius: 3px; }');
  }

  protected override tapped(): void {
    if (this.flag('disabled')) return;
    this.choose(!this.isChosen);
    (this.closest('wx-checkbox-group') as CheckboxGroupElement | null)?.changed();
  }

  protected override draw(mark: HTMLElement, color: string): void {
    mark.textContent = this.isChosen ? '✓' : '';
    mark.style.color = color;
  }
}

export class RadioElement extends ChoiceElement {
  constructor() {
    super('.mark { border-radius: 50%; }');
  }

  protected override tapped(): void {
    if (this.flag('disabled') || this.isChosen) return;
    const group = this.closest('wx-radio-group') as RadioGroupElement | null;
    group?.clear();
    this.choose(true);
    group?.emit('change', { value: this.value });
  }

  protected override draw(mark: HTMLElement, color: string): void {
    mark.textContent = this.isChosen ? '✓' : '';
    mark.style.background = this.isChosen ? color : '';
    mark.style.borderColor = this.isChosen ? color : '';
    mark.style.color = '#fff';
  }
}

export class CheckboxGroupElement extends BuiltinElement {
  get formValue(): string[] {
    return this.boxes().flatMap((box) => (box.checked ? [box.value] : []));
  }

  changed(): void {
    this.emit('change', { value: this.formValue });
  }

  resetForm(): void {
    for (const box of this.boxes()) box.choose(false);
  }

  private boxes(): CheckboxElement[] {
    return [...this.querySelectorAll<CheckboxElement>('wx-checkbox')];
  }
}

export class RadioGroupElement extends BuiltinElement {
  get formValue(): string {
    return this.radios().find((radio) => radio.checked)?.value ?? '';
  }

  clear(): void {
    for (const radio of this.radios()) radio.choose(false);
  }

  resetForm(): void {
    this.clear();
  }

  private radios(): RadioElement[] {
    return [...this.querySelectorAll<RadioElement>('wx-radio')];
  }
}
