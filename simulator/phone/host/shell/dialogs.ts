/** What WeChat lays over the whole screen. At most one of each kind is open. */
export class Dialogs {
  private readonly layer = document.createElement('div');
  private toastTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.layer.className = 'dialogs';
    document.body.append(this.layer);
  }

  /** A toast goes by itself after `duration` milliseconds; a loading stays until it is hidden. Each replaces the other. */
  toast(kind: 'toast' | 'loading', title: string, icon: string, duration?: number, mask = false): void {
    this.hideToast();
    const box = create('div', `toast is-${icon}`);
    box.setAttribute('role', 'alert');
    const mark = { success: '✓', error: '✕', loading: '', none: '' }[icon] ?? '';
    if (icon !== 'none') box.append(create('div', icon === 'loading' ? 'toast-spinner' : 'toast-icon', mark));
    box.append(create('div', 'toast-title', title));
    const veil = create('div', mask ? 'toast-veil is-mask' : 'toast-veil');
    veil.dataset.kind = kind;
    veil.append(box);
    this.layer.append(veil);
    if (duration !== undefined) this.toastTimer = setTimeout(() => this.hideToast(), duration);
  }

  hideToast(): void {
    clearTimeout(this.toastTimer);
    this.layer.querySelector('.toast-veil')?.remove();
  }

  /** Asks until one of the choices is taken; resolves to its place in the list and to what was written, if asked for. */
  ask(question: Question): Promise<{ choice: number; text: string }> {
    return new Promise((resolve) => {
      const veil = create('div', 'modal-veil');
      const box = create('div', 'modal');
      box.setAttribute('role', 'dialog');
      if (question.title) box.append(create('div', 'modal-title', question.title));
      if (question.content) box.append(create('div', 'modal-content', question.content));
      const input = create('input', 'modal-input');
      input.placeholder = question.placeholder ?? '';
      if (question.placeholder !== undefined) box.append(input);
      const row = create('div', 'modal-buttons');
      question.choices.forEach(({ text, color }, choice) => {
        const button = create('button', 'modal-button', text);
        if (color) button.style.color = color;
        button.addEventListener('click', () => {
          veil.remove();
          resolve({ choice, text: input.value });
        });
        row.append(button);
      });
      box.append(row);
      veil.append(box);
      this.layer.append(veil);
    });
  }

  /** A list to choose from; -1 when it is given up. */
  choose(items: readonly string[], title?: string, color = '#000000'): Promise<number> {
    return new Promise((resolve) => {
      const veil = create('div', 'sheet-veil');
      const sheet = create('div', 'sheet');
      sheet.setAttribute('role', 'dialog');
      const close = (choice: number) => {
        veil.remove();
        resolve(choice);
      };
      if (title) sheet.append(create('div', 'sheet-title', title));
      for (const [index, text] of items.entries()) {
        const button = create('button', 'sheet-item', text);
        button.style.color = color;
        button.addEventListener('click', () => close(index));
        sheet.append(button);
      }
      const cancel = create('button', 'sheet-item sheet-cancel', '取消');
      cancel.addEventListener('click', () => close(-1));
      sheet.append(cancel);
      veil.addEventListener('click', (event) => {
        if (event.target === veil) close(-1);
      });
      veil.append(sheet);
      this.layer.append(veil);
    });
  }
}

export interface Question {
  readonly title?: string;
  readonly content?: string;
  /** Present when something is to be written. */
  readonly placeholder?: string;
  readonly choices: readonly { readonly text: string; readonly color?: string }[];
}

function create<T extends 'div' | 'button' | 'input'>(
  tag: T,
  className: string,
  text?: string,
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
