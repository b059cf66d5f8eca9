import { type AppConfig, normalizeAppConfig } from '../artefact/appConfig';
import type { PackageCode } from '../artefact/artefact';
import { Gateway } from './api/gateway';
import { createWx } from './api/wx';
import { launchOptions, MiniApp } from './app';
import { automationCommands } from './automation/commands';
import { observeApp } from './automation/observe';
import { defineBuiltins } from './builtins';
import { Code } from './code/codeSpace';
import { createGlobal } from './code/globals';
import { Modules } from './code/modules';
import { givePlainEventObjects } from './events/eventObject';
import { Gestures } from './events/gestures';
import { Link } from './link';
import { giveWechatSetData } from './pages/setData';
import { SetDataMeter } from './pages/setDataMeter';
import { PageStack } from './pages/stack';
import { parsePageUrl } from './pages/url';
import { Shell } from './shell/shell';

interface Boot {
  readonly app: Record<string, unknown>;
  readonly main: PackageCode;
}

async function boot(): Promise<void> {
  const { app: raw, main } = (await (await fetch('/phone/boot')).json()) as Boot;
  const config = normalizeAppConfig(raw);
  const meter = new SetDataMeter();
  defineBuiltins();
  givePlainEventObjects();
  giveWechatSetData((entry) => meter.add(entry));
  const app = new MiniApp();
  const shell: Shell = new Shell(config, () => void stack.navigateBack());
  new Gestures(() => shell.windowTop()).listen(document.body);
  const code: Code = new Code(() => modules);
  const stack = new PageStack({
    config,
    code,
    screen: shell.screen,
    loadPackage: packageLoader(code),
    changed: (top) => shell.present(code.config(top.path), stack.all().length > 1),
  });
  const wx = createWx({ stack, shell, gateway: new Gateway() });
  const modules = new Modules(moduleGlobals(app, code, stack, wx));
  code.add(main);
  const link = new Link(automationCommands({ app, stack, wx, meter }));
  observeApp(link, app);
  await launch(config, app, stack, modules);
  link.emit('Phone.ready', { path: stack.top()?.path });
}

function packageLoader(code: Code): (root: string) => Promise<void> {
  const loaded = new Map<string, Promise<void>>([['', Promise.resolve()]]);
  const load = async (root: string) => {
    const response = await fetch(`/phone/package?root=${encodeURIComponent(root)}`);
    code.add((await response.json()) as PackageCode);
  };
  return (root) => {
    const known = loaded.get(root) ?? load(root);
    loaded.set(root, known);
    return known;
  };
}

function moduleGlobals(app: MiniApp, code: Code, stack: PageStack, wx: object): Record<string, unknown> {
  const names = {
    wx,
    App: app.App,
    getApp: app.getApp,
    getCurrentPages: () => stack.all().map((page) => page.instance),
    ...code.constructors(),
  };
  const global = createGlobal({ ...names, console });
  return { ...names, global, globalThis: global };
}

async function launch(config: AppConfig, app: MiniApp, stack: PageStack, modules: Modules): Promise<void> {
  const entry = parsePageUrl(location.hash.slice(1) || `/${config.entryPagePath}`, '');
  modules.load('app.js');
  const options = launchOptions(entry.path, entry.query);
  app.call('onLaunch', options);
  app.call('onShow', options);
  const query = new URLSearchParams(entry.query).toString();
  await stack.reLaunch(`/${entry.path}${query ? `?${query}` : ''}`);
}

void boot();
