import type { MiniApp } from '../app';
import type { SetDataMeter } from '../pages/setDataMeter';
import type { PageStack } from '../pages/stack';

/** What the commands of automation work on. */
export interface AutomationDeps {
  readonly app: MiniApp;
  readonly stack: PageStack;
  readonly wx: Record<string, unknown>;
  readonly meter: SetDataMeter;
  /** Tells the outside that a function it put into the app was called. */
  readonly bindingCalled: (name: string, args: unknown[]) => void;
}
