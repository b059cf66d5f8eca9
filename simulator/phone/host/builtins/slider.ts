import { DrawnElement } from './shadow';

const style = `
:host { display: block; margin: 10px 18px; padding: 0; }
.row { display: flex; align-items: center; min-height: 16px; }
input { flex: 1; margin: 0; }
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
    this.field.addEventListener('change', () => this.emit('change', { value: this.formValue }));
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
    this.emit('change', { value: this.formValue });
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
    this.field.style.accentColor =
      this.text('activeColor') || this.text('active-color') || this.text('selected-color', '#1aad19');
    this.draw();
  }

  private set(value: number): void {
    this.field.value = String(value);
    this.draw();
  }

  private draw(): void {
    const output = this.piece('output');
    output.hidden = !this.flag('show-value');
    output.textContent = this.field.value;
  }
}
