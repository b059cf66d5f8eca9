import { DrawnElement } from './shadow';

const style = `
:host { display: block; margin: 10px 18px; padding: 0; }
.row { display: flex; align-items: center; min-height: 16px; }
input { flex: 1; margin: 0; height: 2px; appearance: none; border-radius: 1px; outline: 0;
  background: linear-gradient(var(--on), var(--on)) 0 / var(--part) 100% no-repeat var(--off); }
input::-webkit-slider-thumb { appearance: none; width: var(--size); height: var(--size); border-radius: 50%; background: var(--block); box-shadow: 0 0 4px rgba(0,0,0,.2); }
output { width: 3ch; margin-left: 16px; color: #888; font-size: 14px; }
output[hidden] { display: none; }`;

export class SliderElement extends DrawnElement {
  private readonly field: HTMLInputElement;

  constructor() {
    super(style, '<div class="row"><input type="range"><output></output></div>');
    this.field = this.piece<HTMLInputElement>('input');
    this.field.addEventListener('input', () => {
      this.draw();
      this.emit('changing', { value: this.formValue });
    });
    this.field.addEventListener('change', () => this.settled());
  }

  get formValue(): number {
    return Number(this.field.value);
  }

  get value(): number {
    return this.formValue;
  }

  resetForm(): void {
    this.set(this.number('min', 0));
  }

  /** As if a finger had moved the handle. */
  slideTo(value: number): void {
    this.set(value);
    this.emit('changing', { value: this.formValue });
    this.settled();
  }

  protected override assigned(name: string): void {
    if (name === 'value') queueMicrotask(() => this.set(this.number('value', 0)));
  }

  protected override update(): void {
    const value = this.field.value;
    this.field.min = String(this.number('min', 0));
    this.field.max = String(this.number('max', 100));
    this.field.step = String(this.number('step', 1));
    this.field.disabled = this.flag('disabled');
    this.field.value = this.raw('value') === undefined ? this.field.min : value;
    const style = this.field.style;
    style.setProperty('--on', this.text('activeColor') || this.text('active-color', '#1aad19'));
    style.setProperty('--off', this.text('backgroundColor') || this.text('background-color', '#e9e9e9'));
    style.setProperty('--block', this.text('block-color', '#ffffff'));
    style.setProperty('--size', `${this.number('block-size', 28)}px`);
    this.draw();
  }

  private settled(): void {
    this.giveBack('value', this.formValue);
    this.emit('change', { value: this.formValue });
  }

  private set(value: number): void {
    this.field.value = String(value);
    this.draw();
  }

  private draw(): void {
    const output = this.piece('output');
    output.hidden = !this.flag('show-value');
    output.textContent = this.field.value;
    const { min, max, value } = this.field;
    const part = (Number(value) - Number(min)) / Math.max(1, Number(max) - Number(min));
    this.field.style.setProperty('--part', `${part * 100}%`);
  }
}
