import { DrawnElement } from './shadow';

const style = `
:host { display: inline-block; position: relative; vertical-align: middle; cursor: pointer; }
.switch { width: 52px; height: 32px; border: 1px solid #dfdfdf; border-radius: 16px; box-sizing: border-box; background: #dfdfdf; position: relative; transition: background .1s; }
.switch::after { content: ""; position: absolute; left: 0; top: 0; width: 30px; height: 30px; border-radius: 15px; background: #fff; box-shadow: 0 1px 3px rgba(0,0,0,.4); transition: transform .2s; }
.switch.is-on::after { transform: translateX(20px); }
.box { display: none; width: 22px; height: 22px; border: 1px solid #d1d1d1; border-radius: 3px; text-align: center; line-height: 22px; font-size: 18px; }
:host([type=checkbox]) .switch { display: none; }
:host([type=checkbox]) .box { display: block; }`;

export class SwitchElement extends DrawnElement {
  private isOn = false;
  private isWired = false;

  constructor() {
    super(style, '<div class="switch"></div><div class="box"></div>');
  }

  get formValue(): boolean {
    return this.isOn;
  }

  get checked(): boolean {
    return this.isOn;
  }

  resetForm(): void {
    this.set(false);
  }

  labelTapped(): void {
    this.toggle();
  }

  /** What a finger does: changes the state and tells. */
  toggle(): void {
    if (this.flag('disabled')) return;
    this.set(!this.isOn);
    this.giveBack('checked', this.isOn);
    this.emit('change', { value: this.isOn });
  }

  protected override assigned(name: string): void {
    if (name === 'checked') this.isOn = this.flag('checked');
  }

  protected override update(): void {
    this.set(this.isOn);
    if (this.isWired || !this.__wxElement) return;
    this.isWired = true;
    this.__wxElement.addListener('tap', () => this.toggle());
  }

  private set(on: boolean): void {
    this.isOn = on;
    const color = this.text('color', '#04BE02');
    const track = this.piece('.switch');
    track.classList.toggle('is-on', on);
    track.style.background = on ? color : '';
    track.style.borderColor = on ? color : '';
    this.piece('.box').textContent = on ? '✓' : '';
    this.piece('.box').style.color = color;
  }
}
