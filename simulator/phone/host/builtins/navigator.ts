import { HoverElement } from './hover';

type OpenUrl = (openType: string, url: string, delta: number) => Promise<unknown>;

let openUrl: OpenUrl | undefined;

/** Tells navigators how routes are changed. */
export function connectNavigators(open: OpenUrl): void {
  openUrl = open;
}

export class NavigatorElement extends HoverElement {
  private isWired = false;

  protected override get hoverClass(): string {
    return this.text('hover-class', 'navigator-hover');
  }

  protected override update(): void {
    super.update();
    if (this.isWired || !this.__wxElement) return;
    this.isWired = true;
    this.__wxElement.addListener('tap', () => void this.go());
  }

  private async go(): Promise<void> {
    const openType = this.text('open-type', 'navigate');
    try {
      await openUrl?.(openType, this.text('url'), this.number('delta', 1));
      this.emit('success', {});
    } catch (error) {
      this.emit('fail', {
        errMsg: `${openType}:fail ${error instanceof Error ? error.message : String(error)}`,
      });
    }
    this.emit('complete', {});
  }
}
