import type { MiniApp } from '../app';
import { Audit } from '../audit/audit';
import type { Command } from '../link';
import type { SetDataMeter } from '../pages/setDataMeter';
import type { PageStack } from '../pages/stack';
import { appCommands } from './appCommands';
import { cameraCommands } from './cameraCommands';
import { elementCommands } from './elementCommands';
import { Elements } from './elements';
import { nativeCommands } from './nativeCommands';
import { pageCommands } from './pageCommands';

export interface AutomationDeps {
  readonly app: MiniApp;
  readonly stack: PageStack;
  readonly wx: Record<string, unknown>;
  readonly meter: SetDataMeter;
  /** Tells the outside that a function it put into the app was called. */
  readonly bindingCalled: (name: string, args: unknown[]) => void;
}

/** The commands of WeChat's automation protocol that a running mini-program answers; `Tool.*` belongs to the devtools. */
export function automationCommands(deps: AutomationDeps): Record<string, Command> {
  const elements = new Elements();
  const audit = new Audit(deps.stack, deps.meter);
  return {
    ...appCommands(deps),
    ...nativeCommands(deps),
    ...pageCommands(deps, elements),
    ...elementCommands(deps, elements),
    ...cameraCommands,
    'Phone.audit': () => audit.report(),
    'Phone.setDataRecords': () => ({ records: deps.meter.all() }),
  };
}
