import { Audit } from '../audit/audit';
import type { Command } from '../link';
import { pictureOf } from '../picture/picture';
import { appCommands } from './appCommands';
import { cameraCommands } from './cameraCommands';
import type { AutomationDeps } from './deps';
import { elementCommands } from './elementCommands';
import { Elements } from './elements';
import { nativeCommands } from './nativeCommands';
import { pageCommands } from './pageCommands';

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
    'Phone.picture': async () => ({ png: await pictureOf(document.body) }),
    'Phone.setDataRecords': () => ({ records: deps.meter.all() }),
  };
}
