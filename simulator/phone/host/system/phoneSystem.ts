import type { Gateway } from '../api/gateway';
import type { MiniApp } from '../app';
import type { PageStack } from '../pages/stack';
import type { Shell } from '../shell/shell';
import type { Permissions } from './permissions';
import type { Privacy } from './privacy';
import type { Prompts } from './prompts';

/** What the families of interfaces that need the phone's system work with. */
export interface PhoneSystem {
  readonly app: MiniApp;
  readonly stack: PageStack;
  readonly shell: Shell;
  readonly gateway: Gateway;
  readonly prompts: Prompts;
  readonly permissions: Permissions;
  readonly privacy: Privacy;
  /** The mini-program's name as WeChat's own dialogs show it. */
  readonly appName: string;
  readonly appid: string;
  /** `app.json` as it is. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Tells the phone's server, and whoever listens there. */
  readonly emit: (method: string, params: unknown) => void;
}
