import { fieldOf } from '../code/wxBehaviors';
import type { DrawnNode } from '../events/dispatch';
import { BuiltinElement } from './element';
import { type FormField, isFormField } from './shadow';

export class FormElement extends BuiltinElement {
  submit(source: BuiltinElement): void {
    const value = Object.fromEntries([...this.querySelectorAll('*')].flatMap(entryOf));
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

/** What one node adds to its form: a built-in, or a component with the behavior `wx://form-field`. */
function entryOf(node: Element): [string, unknown][] {
  const field = isFormField(node)
    ? { name: node.text('name'), value: node.formValue }
    : fieldOf((node as DrawnNode).__wxElement);
  return field && field.name !== '' ? [[field.name, field.value]] : [];
}
