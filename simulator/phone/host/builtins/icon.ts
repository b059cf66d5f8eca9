import { DrawnElement } from './shadow';

const marks: Readonly<Record<string, readonly [string, string]>> = {
  success: ['✓', '#09BB07'],
  success_no_circle: ['✓', '#09BB07'],
  info: ['i', '#10AEFF'],
  warn: ['!', '#F76260'],
  waiting: ['…', '#10AEFF'],
  cancel: ['✕', '#F43530'],
  download: ['↓', '#09BB07'],
  search: ['⌕', '#B2B2B2'],
  clear: ['✕', '#B2B2B2'],
};
const bare = ['success_no_circle', 'search'];

export class IconElement extends DrawnElement {
  constructor() {
    super(
      ':host { display: inline-block; } i { display: block; border-radius: 50%; text-align: center; font-style: normal; }',
      '<i></i>',
    );
  }

  protected override update(): void {
    const type = this.text('type');
    const [mark, standard] = marks[type] ?? ['', '#000'];
    const size = this.number('size', 23);
    const color = this.text('color', standard);
    const circle = this.piece('i');
    circle.textContent = mark;
    Object.assign(circle.style, {
      width: `${size}px`,
      height: `${size}px`,
      lineHeight: `${size}px`,
      fontSize: `${size * 0.7}px`,
    });
    circle.style.background = bare.includes(type) ? 'none' : color;
    circle.style.color = bare.includes(type) ? color : '#fff';
  }
}
