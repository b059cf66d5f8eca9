import { DrawnElement } from '../shadow';
import { fits } from './mediaCondition';

/** `<match-media>`: its content is there only while the page has the size asked for. */
export class MatchMediaElement extends DrawnElement {
  private watcher: ResizeObserver | undefined;

  constructor() {
    super(':host { display: block; } :host([data-off]) { display: none; }', '<slot></slot>');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher = new ResizeObserver(() => this.update());
    const screen = this.closest('.page-frame');
    if (screen) this.watcher.observe(screen);
  }

  disconnectedCallback(): void {
    this.watcher?.disconnect();
  }

  protected override update(): void {
    const screen = this.closest('.page-frame');
    const size = { width: screen?.clientWidth ?? innerWidth, height: screen?.clientHeight ?? innerHeight };
    const length = (name: string) => (this.raw(name) === undefined ? undefined : this.number(name, 0));
    const condition = {
      minWidth: length('min-width'),
      maxWidth: length('max-width'),
      width: length('width'),
      minHeight: length('min-height'),
      maxHeight: length('max-height'),
      height: length('height'),
      orientation: this.text('orientation'),
    };
    this.toggleAttribute('data-off', !fits(condition, size));
  }
}
