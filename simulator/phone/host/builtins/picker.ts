import { BuiltinElement } from './element';
import {
  dateValues,
  multiSelectorValues,
  type PickerValues,
  selectorValues,
  timeValues,
} from './pickerValues';
import { type Region, unpackRegions } from './regions';
import { regionValues } from './regionValues';
import { Wheels } from './wheels';

// Put in when the bundle is made (server/hostBundle.ts).
declare const packedRegions: string;

let provinces: readonly Region[] | undefined;

export class PickerElement extends BuiltinElement {
  private isWired = false;
  private wheels: Wheels | undefined;
  private chosen: number[] = [];

  // With its page the sheet goes too.
  disconnectedCallback(): void {
    this.wheels?.remove();
    this.wheels = undefined;
  }

  get formValue(): unknown {
    const values = this.values();
    const value = this.raw('value');
    return value === undefined || value === null ? values?.value(values.places(value)) : value;
  }

  resetForm(): void {
    this.chosen = [];
  }

  labelTapped(): void {
    this.open();
  }

  protected override update(): void {
    this.redraw();
    if (this.isWired || !this.__wxElement) return;
    this.isWired = true;
    this.__wxElement.addListener('tap', () => this.open());
  }

  private values(): PickerValues | undefined {
    const mode = this.text('mode', 'selector');
    const [start, end] = [this.text('start'), this.text('end')];
    if (mode === 'selector') return selectorValues(this.raw('range'), this.text('range-key'));
    if (mode === 'multiSelector') return multiSelectorValues(this.raw('range'), this.text('range-key'));
    if (mode === 'time') return timeValues(start, end);
    if (mode === 'date')
      return dateValues(start, end, this.text('fields', 'day'), new Date().toLocaleDateString('sv'));
    if (mode === 'region') {
      provinces ??= unpackRegions(packedRegions);
      return regionValues(provinces, this.text('level', 'region'), this.text('custom-item'));
    }
    return undefined;
  }

  private open(): void {
    if (this.flag('disabled') || this.wheels) return;
    const values = this.values();
    if (!values) {
      console.error(`<picker mode="${this.text('mode')}"> is not supported by the simulator`);
      return;
    }
    if (this.text('mode') === 'region' && this.text('level') === 'sub-district')
      console.error(
        '<picker mode="region" level="sub-district"> is not supported by the simulator: no streets, as region instead',
      );
    this.chosen = [...values.places(this.raw('value'))];
    this.wheels = new Wheels(
      {
        title: this.text('header-text'),
        columns: values.columns(this.chosen),
        chosen: this.chosen,
        turned: (column, index) => this.turned(column, index),
      },
      (chosen) => this.closed(chosen),
    );
  }

  private turned(column: number, index: number): void {
    this.chosen[column] = index;
    const mode = this.text('mode', 'selector');
    if (mode === 'multiSelector') this.emit('columnchange', { column, value: index });
    // Another province begins with its first city.
    if (mode === 'region') this.chosen.fill(0, column + 1);
    if (mode === 'date' || mode === 'time' || mode === 'region') this.redraw();
  }

  // The page may give other columns while the sheet is open.
  private redraw(): void {
    const values = this.values();
    if (this.wheels && values) this.wheels.draw(values.columns(this.chosen), this.chosen);
  }

  private closed(chosen: readonly number[] | undefined): void {
    this.wheels = undefined;
    const values = this.values();
    if (!chosen || !values) {
      this.emit('cancel', {});
      return;
    }
    const value = values.value(chosen);
    this.giveBack('value', value);
    this.emit('change', { value, ...(values.codes && { code: values.codes(chosen) }) });
  }
}
