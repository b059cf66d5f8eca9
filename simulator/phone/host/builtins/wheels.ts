/** One column of a picker that slides up: texts one above the other, the chosen one in the middle. */
export interface WheelsOptions {
  readonly title: string;
  readonly columns: readonly (readonly string[])[];
  readonly chosen: readonly number[];
  /** Called while a column turns; may give other columns for the following ones. */
  readonly turned?: (column: number, index: number) => void;
}

const rowHeight = 44;

/** The sheet with turning columns that `<picker>` opens. */
export class Wheels {
  private readonly veil = document.createElement('div');
  private readonly box = document.createElement('div');
  private chosen: number[] = [];

  constructor(
    private readonly options: WheelsOptions,
    private readonly done: (chosen: readonly number[] | undefined) => void,
  ) {
    this.veil.className = 'sheet-veil';
    this.veil.dataset.picker = '';
    this.veil.append(this.sheet());
    document.body.append(this.veil);
    this.draw(options.columns, options.chosen);
  }

  draw(columns: readonly (readonly string[])[], chosen: readonly number[]): void {
    this.chosen = columns.map((texts, column) =>
      Math.min(Math.max(chosen[column] ?? 0, 0), Math.max(texts.length - 1, 0)),
    );
    this.box.replaceChildren(...columns.map((texts, column) => this.column(texts, column)));
    this.box.childNodes.forEach((column, index) => {
      (column as HTMLElement).scrollTop = this.chosen[index]! * rowHeight;
    });
  }

  /** Takes the sheet away without an answer. */
  remove(): void {
    this.veil.remove();
  }

  close(chosen: readonly number[] | undefined): void {
    this.remove();
    this.done(chosen);
  }

  private sheet(): HTMLElement {
    const sheet = document.createElement('div');
    sheet.className = 'sheet wheels';
    sheet.setAttribute('role', 'dialog');
    const head = document.createElement('div');
    head.className = 'wheels-head';
    const title = document.createElement('span');
    title.textContent = this.options.title;
    head.append(
      this.button('取消', 'wheels-cancel', () => this.close(undefined)),
      title,
    );
    head.append(this.button('确定', 'wheels-confirm', () => this.close(this.chosen)));
    this.box.className = 'wheels-columns';
    sheet.append(head, this.box);
    return sheet;
  }

  private button(text: string, className: string, act: () => void): HTMLElement {
    const button = document.createElement('button');
    button.className = className;
    button.textContent = text;
    button.addEventListener('click', act);
    return button;
  }

  private column(texts: readonly string[], column: number): HTMLElement {
    const list = document.createElement('div');
    list.className = 'wheel';
    texts.forEach((text, index) => {
      const row = this.button(text, 'wheel-row', () =>
        list.scrollTo({ top: index * rowHeight, behavior: 'smooth' }),
      );
      list.append(row);
      row.addEventListener('click', () => this.turn(column, index));
    });
    // A column that was drawn anew while it turned still ends its scrolling, at nought: that is nobody's choice.
    list.addEventListener('scrollend', () => {
      if (list.isConnected) this.turn(column, Math.round(list.scrollTop / rowHeight));
    });
    return list;
  }

  private turn(column: number, index: number): void {
    if (this.chosen[column] === index) return;
    this.chosen[column] = index;
    this.options.turned?.(column, index);
  }
}
