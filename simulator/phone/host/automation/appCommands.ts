import type { OpenPage } from '../pages/page';
import type { AutomationDeps } from './deps';
import { toPlain } from './plain';

type Params = Record<string, unknown>;
type AnyFunction = (...args: unknown[]) => unknown;

export function appCommands({ app, stack, wx, bindingCalled }: AutomationDeps) {
  const mocked = new Map<string, unknown>();
  const globals = { wx, getApp: app.getApp, getCurrentPages: () => stack.all().map((page) => page.instance) };
  const compile = (declaration: string): AnyFunction => {
    const names = Object.keys(globals);
    return new Function(...names, `return (${declaration})`)(...Object.values(globals)) as AnyFunction;
  };
  return {
    'App.getPageStack': () => ({ pageStack: stack.all().map(describePage) }),
    'App.getCurrentPage': () => {
      const top = stack.top();
      if (!top) throw new Error('no page is open');
      return describePage(top);
    },
    'App.callWxMethod': async ({ method, args, pluginId }: Params) => {
      refusePlugin(pluginId);
      return { result: toPlain(await callWx(wx, String(method), (args as unknown[] | undefined) ?? [])) };
    },
    'App.mockWxMethod': ({ method, functionDeclaration, args, pluginId, ...rest }: Params) => {
      refusePlugin(pluginId);
      const name = String(method);
      if (!mocked.has(name)) mocked.set(name, wx[name]);
      const original = mocked.get(name) as AnyFunction;
      if (typeof functionDeclaration === 'string')
        wx[name] = mockByFunction(compile(functionDeclaration), args, original);
      else if ('result' in rest) wx[name] = mockByResult(rest.result, name);
      else wx[name] = original;
      return {};
    },
    'App.addBinding': ({ name }: Params) => {
      // The mini-program's code and `evaluate` both find it by its bare name.
      Object.assign(globalThis, {
        [String(name)]: (...args: unknown[]) =>
          bindingCalled(
            String(name),
            args.map((one) => toPlain(one)),
          ),
      });
      return {};
    },
    'App.callFunction': async ({ functionDeclaration, args }: Params) => {
      const run = compile(String(functionDeclaration));
      return { result: toPlain(await run(...((args as unknown[] | undefined) ?? []))) };
    },
  };
}

function refusePlugin(pluginId: unknown): void {
  if (pluginId !== undefined) throw new Error('plugins are not supported by the simulator');
}

function describePage(page: OpenPage) {
  return { pageId: page.id, path: page.path, query: page.url.query };
}

async function callWx(wx: Record<string, unknown>, method: string, args: unknown[]): Promise<unknown> {
  const found = method
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], wx);
  if (typeof found !== 'function') throw new Error(`wx.${method} not exists`);
  try {
    return await found.call(wx, ...args);
  } catch (error) {
    const { errMsg } = error as { errMsg?: string };
    throw errMsg ? new Error(errMsg) : error;
  }
}

// The original is within reach of a mock as `this.origin`, as in WeChat. [doc]
function mockByFunction(mock: AnyFunction, extra: unknown, origin: AnyFunction): AnyFunction {
  const more = (extra as unknown[] | undefined) ?? [];
  return (...args) => mock.call({ origin }, ...args, ...more);
}

function mockByResult(result: unknown, name: string): AnyFunction {
  if (name.endsWith('Sync')) return () => result;
  return (...args) => {
    const options = (args[0] ?? {}) as { success?: AnyFunction; fail?: AnyFunction; complete?: AnyFunction };
    const failed = String((result as { errMsg?: string } | null)?.errMsg ?? '').includes(':fail');
    const first = failed ? options.fail : options.success;
    if (!first && !options.complete) return failed ? Promise.reject(result) : Promise.resolve(result);
    setTimeout(() => {
      first?.(result);
      options.complete?.(result);
    });
    return undefined;
  };
}
