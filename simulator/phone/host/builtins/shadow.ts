import { BuiltinElement } from './element';

/** A built-in that draws something of its own. */
export abstract class DrawnElement extends BuiltinElement {
  protected readonly shadow: ShadowRoot;

  constructor(style: string, content: string) {
    super();
    this.shadow = this.attachShadow({ mode: 'open' });
    this.shadow.innerHTML = `<style>${style}</style>${content}`;
    // Events of the parts inside are the built-in's own affair.
    for (const type of ['input', 'change', 'focusin', 'focusout', 'scroll', 'load', 'error', 'submit']) {
      this.shadow.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  protected piece<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.shadow.querySelector<T>(selector);
    if (!found) throw new Error(`${this.localName} has no piece ${selector}`);
    return found;
  }
}

/** A built-in that has a value in a form. */
export interface FormField extends BuiltinElement {
  readonly formValue: unknown;
  resetForm(): void;
}

export function isFormField(element: Element): element is FormField {
  return element instanceof BuiltinElement && 'formValue' in element;
}
