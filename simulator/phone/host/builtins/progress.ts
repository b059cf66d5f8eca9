import { DrawnElement } from './shadow';

const style = `
:host { display: flex; align-items: center; }
.bar { flex: 1; background: #ebebeb; overflow: hidden; }
.fill { height: 100%; width: 0; transition: width .3s; }
.info { margin-left: 15px; font-size: 16px; }
.info[hidden] { display: none; }`;

export class ProgressElement extends DrawnElement {
  constructor() {
    super(style, '<div class="bar"><div class="fill"></div></div><div class="info"></div>');
  }

  protected override update(): void {
    const percent = Math.min(100, Math.max(0, this.number('percent', 0)));
    const bar = this.piece('.bar');
    bar.style.height = `${this.number('stroke-width', 6)}px`;
    bar.style.borderRadius = `${this.number('border-radius', 0)}px`;
    const fill = this.piece('.fill');
    fill.style.width = `${percent}%`;
    fill.style.background =
      this.text('activeColor') || this.text('active-color') || this.text('color', '#09BB07');
    const info = this.piece('.info');
    info.hidden = !this.flag('show-info');
    info.textContent = `${percent}%`;
  }
}
