import { DrawnElement } from './shadow';

const style = `
:host { display: block; position: relative; overflow: hidden; height: 220px; }
.columns { display: flex; height: 100%; }
.indicator { position: absolute; left: 0; right: 0; top: 50%; height: 34px; transform: translateY(-50%); border: solid #ddd; border-width: 1px 0; pointer-events: none; box-sizing: border-box; }
::slotted(wx-picker-view-column) { flex: 1; }`;

const columnStyle = `
:host { display: block; height: 100%; overflow: hidden; }
.wheel { height: 100%; overflow-y: auto; scroll-snap-type: y mandatory; scrollbar-width: none; }
.pad { height: calc(50% - var(--row, 34px) / 2); }
::slotted(*) { height: var(--row, 34px); line-height: var(--row, 34px); overflow: hidden; scroll-snap-align: center; text-align: center; }`;

export class PickerViewElement extends DrawnElement {
  private value: number[] = [];

  constructor() {
    super(style, '<div class="columns"><slot></slot></div><div class="indicator"></div>');
  }

  get formValue(): number[] {
    return this.value;
  }

  resetForm(): void {
    this.place([]);
  }

  /** A column has come to rest. */
  turned(column: PickerViewColumnElement, index: number): void {
    const at = this.columns().indexOf(column);
    if (at < 0 || this.value[at] === index) return;
    this.value = this.columns().map((one, place) => (place === at ? index : one.place));
    this.emit('change', { value: [...this.value] });
    this.emit('pickend', {});
  }

  protected override assigned(name: string): void {
    if (name === 'value') setTimeout(() => this.place((this.raw('value') ?? []) as number[]));
  }

  protected override update(): void {
    this.piece('.indicator').style.cssText = this.text('indicator-style');
  }

  private place(value: readonly number[]): void {
    this.value = this.columns().map((_column, index) => value[index] ?? 0);
    this.columns().forEach((column, index) => {
      column.turnTo(this.value[index]!);
    });
  }

  private columns(): PickerViewColumnElement[] {
    return [...this.querySelectorAll('wx-picker-view-column')] as unknown as PickerViewColumnElement[];
  }
}

export class PickerViewColumnElement extends DrawnElement {
  place = 0;

  constructor() {
    super(
      columnStyle,
      '<div class="wheel"><div class="pad"></div><slot></slot><div class="pad"></div></div>',
    );
    const wheel = this.piece('.wheel');
    wheel.addEventListener('scrollend', () => {
      this.place = Math.round(wheel.scrollTop / this.rowHeight());
      (this.closest('wx-picker-view') as PickerViewElement | null)?.turned(this, this.place);
    });
  }

  turnTo(index: number): void {
    this.place = index;
    this.piece('.wheel').scrollTop = index * this.rowHeight();
  }

  private rowHeight(): number {
    return this.firstElementChild?.getBoundingClientRect().height || 34;
  }
}
