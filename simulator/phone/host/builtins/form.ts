import { fieldOf, isSeenBy } from '../code/wxBehaviors';
import { BuiltinElement } from './element';
import { type FormField, isFormField } from './shadow';

export class FormElement extends BuiltinElement {
  submit(source: BuiltinElement): void {
    if (!this.sees(source, 'form-field-button')) return;
    const nodes = [...this.querySelectorAll('*')].filter((node) => this.sees(node, 'form-field-group'));
    const value = Object.fromEntries(nodes.flatMap(entryOf));
    const target = { id: source.id, dataset: { ...source.__wxElement?.dataset } };
    this.emit('submit', { value, target });
  }

  reset(source: BuiltinElement): void {
    if (!this.sees(source, 'form-field-button')) return;
    for (const field of this.fields()) field.resetForm();
    this.emit('reset', {});
  }

  private fields(): FormField[] {
    return [...this.querySelectorAll('*')]
      .filter(isFormField)
      .filter((field) => field.text('name') !== '' && this.sees(field, 'form-field-group'));
  }

  private sees(node: DrawnElement, by: 'form-field-group' | 'form-field-button'): boolean {
    const { __wxElement: element } = node;
    return this.__wxElement !== undefined && element !== undefined && isSeenBy(this.__wxElement, element, by);
  }
}

type DrawnElement = Element & Pick<BuiltinElement, '__wxElement'>;

/** What one node adds to its form: a built-in, or a component with the behavior `wx://form-field`. */
function entryOf(node: DrawnElement): [string, unknown][] {
  const field = isFormField(node)
    ? { name: node.text('name'), value: node.formValue }
    : fieldOf(node.__wxElement);
  return field && field.name !== '' ? [[field.name, field.value]] : [];
}
