import { accountApi } from '../api/account';
import { createInnerAudioContext } from '../api/audio';
import { connectContact } from '../api/contact';
import { deviceApi } from '../api/device';
import { fileSystemApi } from '../api/fileSystem';
import type { Gateway } from '../api/gateway';
import { InvoiceTitles, invoiceApi } from '../api/invoice';
import { LocationGuard, locate, locationApi } from '../api/location';
import { mediaApi } from '../api/media';
import { messageFileApi } from '../api/messageFile';
import { networkApi } from '../api/network';
import { paymentApi } from '../api/payment';
import { permissionsApi } from '../api/permissions';
import { privacyApi } from '../api/privacy';
import { Recorder } from '../api/recorder';
import { scanApi } from '../api/scan';
import { shareApi } from '../api/share';
import { subscriptionApi } from '../api/subscriptions';
import { systemApi } from '../api/system';
import { Updates } from '../api/updates';
import type { MiniApp } from '../app';
import { connectCameras } from '../builtins/media/cameraElement';
import type { Command } from '../link';
import type { PageStack } from '../pages/stack';
import type { Shell } from '../shell/shell';
import { Chats } from './chats';
import { controlCommands, type SystemParts } from './control';
import { Permissions } from './permissions';
import type { PhoneSystem } from './phoneSystem';
import { Privacy } from './privacy';
import { Prompts } from './prompts';
import type { Fix } from './track';
import { userGesture } from './userGesture';

export interface SystemDeps {
  readonly app: MiniApp;
  readonly stack: PageStack;
  readonly shell: Shell;
  readonly gateway: Gateway;
  /** `app.json` as it is. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly appid: string;
  /** Kinds of information the privacy guide declares; undefined: not told. */
  readonly privacy: readonly string[] | undefined;
  readonly emit: (method: string, params: unknown) => void;
}

export interface System {
  readonly apis: Readonly<Record<string, unknown>>;
  /** Where the phone is, for maps that show it. Asks for consent as `wx.getLocation` does. */
  readonly locate: () => Promise<Fix>;
  /** What may be done to the phone from outside, by name. */
  readonly commands: Readonly<Record<string, Command>>;
}

/** WeChat around the mini-program: everything that asks, shows, keeps or knows something by itself. */
export function createSystem(deps: SystemDeps): System {
  const { raw, emit } = deps;
  const appName = String(
    (raw.window as { navigationBarTitleText?: string } | undefined)?.navigationBarTitleText || '小程序',
  );
  const prompts = new Prompts((prompt) => emit('Phone.prompt', prompt));
  // Real WeChat always enforces consent (since 2023-10-17); here it takes the flag or a list, so that any built app runs. [doc]
  const isEnforced = raw.__usePrivacyCheck__ === true || deps.privacy !== undefined;
  const privacy = new Privacy({ prompts, appName, declared: deps.privacy, isEnforced });
  const permissions = new Permissions({ prompts, appName, raw });
  const system: PhoneSystem = { ...deps, prompts, permissions, privacy, appName };
  const parts = {
    chats: new Chats((card) => emit('Phone.card', card)),
    guard: new LocationGuard(),
    titles: new InvoiceTitles(),
    recorder: new Recorder(system),
    updates: new Updates(),
    capture: new Set<() => void>(),
  };
  userGesture.listen();
  connectContact(prompts);
  connectCameras(async () => {
    await privacy.need('摄像头', 'camera');
    await permissions.need('scope.camera');
  });
  return {
    apis: familiesOf(system, parts),
    locate: () => locate(system),
    commands: controlCommands(system, parts),
  };
}

function familiesOf(system: PhoneSystem, { chats, guard, titles, recorder, updates, capture }: SystemParts) {
  return {
    ...systemApi(system.shell, system.appid),
    ...deviceApi(system, capture),
    ...permissionsApi(system),
    ...privacyApi(system),
    ...accountApi(system),
    ...paymentApi(system),
    ...subscriptionApi(system),
    ...mediaApi(system),
    ...messageFileApi(system),
    ...fileSystemApi(),
    ...networkApi(),
    ...locationApi(system, guard),
    ...scanApi(system),
    ...invoiceApi(system, titles),
    ...shareApi(system, chats),
    getRecorderManager: () => recorder.manager,
    createInnerAudioContext,
    getUpdateManager: () => updates.manager,
  };
}
