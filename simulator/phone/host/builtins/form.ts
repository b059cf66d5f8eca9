import { BuiltinElement } from './element';
import { type FormField, isFormField } from './shadow';

export class FormElement extends BuiltinElement {
  submit(source: BuiltinElement): void {
    const value = Object.fromEntries(this.fields().map((field) => [field.text('name'), field.formValue]));
    const target = { id: source.id, dataset: { ...source.__wxElement?.dataset } };
    this.emit('submit', { value, target });
  }

  reset(): void {
    for (const field of this.fields()) field.resetForm();
    this.emit('reset', {});
  }

  private fields(): FormField[] {
    return [...this.querySelectorAll('*')].filter(isFormField).filter((field) => field.text('name') !== '');
  }
}
