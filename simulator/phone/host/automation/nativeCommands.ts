import type { AutomationDeps } from './deps';

type Params = Record<string, unknown>;

function press(selector: string, what: string): void {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`there is no ${what} on the screen`);
  found.click();
}

/** `Tool.native`: what lies outside of the page, by the names the client's `native()` uses. */
export function nativeCommands({ stack }: AutomationDeps) {
  const actions: Readonly<Record<string, (data: Params) => unknown>> = {
    navigateLeft: () => press('.navigation-back:not([hidden])', 'way back'),
    confirmModal: () => press('.modal-button:last-child', 'modal'),
    cancelModal: () => press('.modal-button:first-child:not(:last-child)', 'modal to cancel'),
    switchTab: ({ url }) => stack.switchTab(`/${String(url).replace(/^\//, '')}`),
    authorizeAllow: () => press('.modal-button:last-child', 'question for permission'),
    authorizeCancel: () => press('.modal-button:first-child:not(:last-child)', 'question for permission'),
  };
  return {
    'Tool.native': async ({ method, data }: Params) => {
      const action = actions[String(method)];
      if (!action) throw new Error(`native.${String(method)} is not supported by the simulator`);
      await action((data as Params | undefined) ?? {});
      return {};
    },
  };
}
