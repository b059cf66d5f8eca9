import { TextEntryElement } from './textEntry';

const style = `
:host { display: block; position: relative; width: 300px; height: 150px; }
textarea { display: block; width: 100%; height: 100%; margin: 0; padding: 0; border: 0; outline: 0; resize: none; background: none; font: inherit; line-height: inherit; color: inherit; text-align: inherit; }`;

export class TextareaElement extends TextEntryElement {
  private lines = 0;

  constructor() {
    super(style, '<style class="placeholder-style"></style><textarea></textarea>');
  }

  protected override update(): void {
    super.update();
    this.grow();
  }

  protected override typed(): void {
    super.typed();
    this.grow();
  }

  protected override confirmed(event: KeyboardEvent): boolean {
    return (
      event.key === 'Enter' &&
      !event.isComposing &&
      !['return', ''].includes(this.text('confirm-type', 'return'))
    );
  }

  private grow(): void {
    const { field } = this;
    const isAuto = this.flag('auto-height');
    if (isAuto) {
      field.style.height = '0';
      this.style.height = `${field.scrollHeight}px`;
      field.style.height = '100%';
    }
    const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || 20;
    const lineCount = Math.max(1, Math.round(field.scrollHeight / lineHeight));
    if (lineCount === this.lines) return;
    this.lines = lineCount;
    this.emit('linechange', {
      height: field.scrollHeight,
      heightRpx: (750 / innerWidth) * field.scrollHeight,
      lineCount,
    });
  }
}
