import { TextEntryElement } from './textEntry';

const style = `
:host { display: block; height: 1.4em; line-height: 1.4; min-height: 1.4em; overflow: hidden; text-align: inherit; }
input { display: block; width: 100%; height: 100%; min-height: inherit; margin: 0; padding: 0; border: 0; outline: 0; background: none; font: inherit; color: inherit; text-align: inherit; letter-spacing: inherit; }`;

const keyboards: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
};

export class InputElement extends TextEntryElement {
  constructor() {
    super(style, '<style class="placeholder-style"></style><input>');
  }

  protected override update(): void {
    super.update();
    const field = this.field as HTMLInputElement;
    const type = this.text('type', 'text');
    field.type = this.flag('password') || type === 'safe-password' ? 'password' : 'text';
    field.inputMode = keyboards[type] ?? 'text';
    field.enterKeyHint = this.text('confirm-type', 'done') as 'done';
  }

  protected override confirmed(event: KeyboardEvent): boolean {
    return event.key === 'Enter' && !event.isComposing;
  }
}
