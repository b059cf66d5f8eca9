import * as glassEasel from 'glass-easel';
import { DrawnElement } from './shadow';

/** A virtual keyboard's height in CSS pixels, told on focus. [guess: iPhone X] */
const keyboardHeight = 291;

export type EntryField = HTMLInputElement | HTMLTextAreaElement;

/** What `<input>` and `<textarea>` share: a value that both the page and the person may change. */
export abstract class TextEntryElement extends DrawnElement {
  protected readonly field: EntryField;
  private keyCode = 0;

  constructor(style: string, content: string) {
    super(style, content);
    this.field = this.piece<HTMLElement>('input,textarea') as EntryField;
    this.field.addEventListener('keydown', (event) => this.keyPressed(event as KeyboardEvent));
    this.field.addEventListener('input', () => this.typed());
    this.field.addEventListener('focus', () => this.focused());
    this.field.addEventListener('blur', () => this.blurred());
  }

  get formValue(): string {
    return this.field.value;
  }

  get value(): string {
    return this.field.value;
  }

  resetForm(): void {
    this.field.value = '';
  }

  labelTapped(): void {
    this.field.focus();
  }

  /** As if a person had written `value`. */
  write(value: string): void {
    this.field.value = value.slice(0, this.limit());
    this.typed();
  }

  protected override assigned(name: string): void {
    if (name === 'value' && this.field.value !== this.text('value'))
      this.field.value = this.text('value').slice(0, this.limit());
    if (name === 'focus' && this.flag('focus')) queueMicrotask(() => this.field.focus());
    if (name === 'focus' && !this.flag('focus') && this.matches(':focus')) this.field.blur();
  }

  protected override update(): void {
    this.field.placeholder = this.text('placeholder');
    this.field.disabled = this.flag('disabled');
    const limit = this.limit();
    if (limit === Number.POSITIVE_INFINITY) this.field.removeAttribute('maxlength');
    else this.field.maxLength = limit;
    this.piece('.placeholder-style').textContent =
      `::placeholder { color: #808080; ${this.text('placeholder-style')} }`;
  }

  protected abstract confirmed(event: KeyboardEvent): boolean;

  protected typed(): void {
    const detail = { value: this.field.value, cursor: this.field.selectionStart ?? 0, keyCode: this.keyCode };
    if (!this.__wxElement) return;
    // What a handler returns takes the place of what was written. [doc]
    const handleListenerReturn = (returned: unknown) => {
      const value =
        typeof returned === 'object' && returned !== null && 'value' in returned ? returned.value : returned;
      if (typeof value === 'string') this.field.value = value;
    };
    glassEasel.Event.triggerEvent(this.__wxElement, 'input', detail, { handleListenerReturn });
    this.giveBack('value', this.field.value);
  }

  /** 140 characters unless set; -1 lifts it. [doc] */
  private limit(): number {
    const limit = this.number('maxlength', 140);
    return limit < 0 ? Number.POSITIVE_INFINITY : limit;
  }

  private keyPressed(event: KeyboardEvent): void {
    this.keyCode = event.keyCode;
    if (!this.confirmed(event)) return;
    event.preventDefault();
    this.emit('confirm', { value: this.field.value });
    if (!this.flag('confirm-hold')) this.field.blur();
  }

  private focused(): void {
    this.emit('focus', { value: this.field.value, height: keyboardHeight });
    this.emit('keyboardheightchange', { height: keyboardHeight, duration: 0 });
  }

  private blurred(): void {
    this.emit('blur', { value: this.field.value, cursor: this.field.selectionStart ?? 0 });
    this.emit('keyboardheightchange', { height: 0, duration: 0 });
  }
}
