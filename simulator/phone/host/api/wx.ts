import type { PageStack } from '../pages/stack';
import type { Shell } from '../shell/shell';
import { cloudApi } from './cloud';
import type { Gateway } from './gateway';
import { navigationApi } from './navigation';
import { systemApi } from './system';

export interface WxDeps {
  readonly stack: PageStack;
  readonly shell: Shell;
  readonly gateway: Gateway;
}

/** The object mini-programs know as `wx`: one module per family of interfaces. */
export function createWx({ stack, shell, gateway }: WxDeps): Record<string, unknown> {
  const screen = {
    statusBarHeight: shell.statusBarHeight,
    windowTop: () => shell.windowTop(),
    windowHeight: () => shell.windowHeight(),
  };
  return {
    ...navigationApi(stack),
    ...systemApi(screen),
    cloud: cloudApi(gateway),
  };
}
