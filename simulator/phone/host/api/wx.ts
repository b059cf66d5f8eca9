import type { MiniApp } from '../app';
import type { PageStack } from '../pages/stack';
import type { Shell } from '../shell/shell';
import type { System } from '../system/createSystem';
import { absentApis } from './absent';
import { appApi } from './app';
import { barsApi } from './bars';
import { cloudApi } from './cloud';
import type { Domains } from './domains';
import { encodingApi } from './encoding';
import { localFiles as files } from './files';
import type { Gateway } from './gateway';
import { interactionApi } from './interaction';
import { logsApi } from './logs';
import { navigationApi } from './navigation';
import { pageApi } from './page';
import { requestApi } from './request';
import { storageApi } from './storage';
import { viewApi } from './view';

export interface WxDeps {
  readonly app: MiniApp;
  readonly stack: PageStack;
  readonly shell: Shell;
  readonly gateway: Gateway;
  readonly envId: string;
  /** Which servers it may ask; undefined: any. */
  readonly domains?: Domains | undefined;
  /** The families that need WeChat around the mini-program. */
  readonly system: Pick<System, 'apis' | 'locate'>;
}

/** The object mini-programs know as `wx`: one module per family of interfaces, and a refusal by name for each that is absent. */
export function createWx(deps: WxDeps): Record<string, unknown> {
  const { app, stack, shell, gateway, envId, domains, system } = deps;
  const present: Record<string, unknown> = {
    ...appApi(app, () => present),
    ...navigationApi(stack),
    ...pageApi(stack),
    ...storageApi(),
    ...interactionApi(shell.dialogs),
    ...barsApi(stack, shell),
    ...viewApi({ stack, shell, files, locate: system.locate }),
    ...requestApi(files, domains),
    ...logsApi(),
    ...encodingApi(),
    ...system.apis,
    cloud: cloudApi(gateway, files, envId),
    env: { USER_DATA_PATH: 'http://usr' },
  };
  return { ...absentApis(present), ...present };
}
