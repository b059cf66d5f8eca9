import * as glassEasel from 'glass-easel';
import { type AppConfig, normalizeAppConfig, packageAround } from '../artefact/appConfig';
import type { PackageCode } from '../artefact/artefact';
import type { Domains } from './api/domains';
import { Gateway } from './api/gateway';
import { createWx } from './api/wx';
import { launchOptions, MiniApp } from './app';
import { automationCommands } from './automation/commands';
import { observeApp } from './automation/observe';
import { defineBuiltins } from './builtins';
import { connectNavigators } from './builtins/navigator';
import { Code } from './code/codeSpace';
import { createGlobal } from './code/globals';
import { Modules } from './code/modules';
import { requirePlugin } from './code/plugins';
import { forwardAnimations } from './events/animations';
import { givePlainEventObjects } from './events/eventObject';
import { Gestures } from './events/gestures';
import { Link } from './link';
import { giveWechatSetData } from './pages/setData';
import { SetDataMeter } from './pages/setDataMeter';
import { PageStack } from './pages/stack';
import { parsePageUrl } from './pages/url';
import { Shell } from './shell/shell';
import { createSystem } from './system/createSystem';
import { device, fontScales } from './system/device';
import { type NetworkState, network } from './system/network';
import { type ThemeName, type ThemeVariables, theme } from './system/theme';

interface Boot {
  readonly app: Record<string, unknown>;
  readonly main: PackageCode;
  readonly theme: ThemeVariables;
  readonly appid: string;
  readonly envId: string;
  readonly domains?: Domains;
  readonly privacy?: readonly string[];
  readonly settings: {
    readonly network?: NetworkState;
    readonly fontSize?: keyof typeof fontScales;
    readonly theme?: ThemeName;
  };
}

async function boot(): Promise<void> {
  glassEasel.globalOptions.writeIdToDOM = true;
  const booted = await bootContent();
  const { app: raw, main, appid, envId, privacy, domains } = booted;
  setUp(booted);
  const config = normalizeAppConfig(raw);
  const meter = new SetDataMeter();
  defineBuiltins();
  givePlainEventObjects();
  giveWechatSetData((entry) => meter.add(entry));
  const app = new MiniApp();
  const shell: Shell = new Shell(config, {
    back: () => void stack.navigateBack(),
    tabTapped: (item, index) => void tapTab(stack, item, index),
    barText: (colour) => link.emit('Phone.barText', { colour }),
  });
  new Gestures(() => shell.windowTop()).listen(document.body);
  forwardAnimations(document.body);
  const code: Code = new Code(
    () => modules,
    (path) => bring(path),
  );
  const loadPackage = packageLoader(code);
  const bring = (path: string) => loadPackage(packageAround(config, path));
  const stack = new PageStack({
    config,
    code,
    screen: shell.screen,
    loadPackage,
    changed: (top) => {
      shell.present(top, code.config(top.path), stack.all().length > 1);
      preload(config, top.path, loadPackage);
    },
  });
  theme.onChange((name) => {
    stack.presentTop();
    app.themeChanged(name);
  });
  connectNavigators((type, url, delta) => stack.open(type, url, delta));
  const gateway = new Gateway();
  const emit = (method: string, params: unknown) => link.emit(method, params);
  const system = createSystem({ app, stack, shell, gateway, raw, appid, privacy, emit });
  const wx = createWx({ app, stack, shell, gateway, envId, domains, system });
  const modules = new Modules(moduleGlobals(app, code, stack, wx), bring);
  code.add(main);
  const bindingCalled = (name: string, args: unknown[]) => link.emit('App.bindingCalled', { name, args });
  const link: Link = new Link({
    ...automationCommands({ app, stack, wx, meter, bindingCalled }),
    ...system.commands,
  });
  observeApp(link, app);
  await launch(config, app, stack, modules);
  link.emit('Phone.ready', { path: stack.top()?.path });
}

/** The mini-program, compiled; what is wrong with it is said on the screen and thrown. */
async function bootContent(): Promise<Boot> {
  const response = await fetch('/phone/boot');
  const content = (await response.json()) as Boot & { readonly message?: string };
  if (response.ok) return content;
  document.body.textContent = content.message ?? '';
  throw new Error(content.message);
}

/** What the phone is set to, before the mini-program sees anything of it. */
function setUp({ app, settings, theme: variables }: Boot): void {
  network.set(settings.network ?? 'online');
  device.setFontScale(fontScales[settings.fontSize ?? 'standard']);
  theme.declare(app.darkmode === true, variables);
  theme.set(settings.theme ?? 'light');
}

async function tapTab(
  stack: PageStack,
  item: { pagePath: string; text: string },
  index: number,
): Promise<void> {
  const page = await stack.switchTab(`/${item.pagePath}`);
  page.call('onTabItemTap', { ...item, index: String(index) });
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
    requirePlugin,
    getCurrentPages: () => stack.all().map((page) => page.instance),
    ...code.constructors(),
  };
  const global = createGlobal({ ...names, console });
  return { ...names, global, globalThis: global };
}

async function launch(config: AppConfig, app: MiniApp, stack: PageStack, modules: Modules): Promise<void> {
  const wanted = location.hash.slice(1) || `/${config.entryPagePath}`;
  const { path, query } = parsePageUrl(wanted, '');
  modules.load('app.js');
  app.launch(launchOptions(path, query));
  if (config.allPages.includes(path)) {
    await stack.reLaunch(wanted);
    return;
  }
  // The app may lead somewhere else at once; if it does not, the entry page opens.
  app.pageNotFound({ path, query: { ...query }, isEntryPage: true });
  await stack.settled();
  if (!stack.top()) await stack.reLaunch(`/${config.entryPagePath}`);
}

/** `preloadRule` of app.json: subpackages that are brought in while a page is looked at; by root or by name. */
function preload(config: AppConfig, path: string, load: (root: string) => Promise<void>): void {
  for (const wanted of config.preloadRule[path]?.packages ?? []) {
    const found = config.subpackages.find((one) => one.root === wanted || one.name === wanted);
    if (found) void load(found.root);
  }
}

void boot();
