import type { InvoiceTitles } from '../api/invoice';
import type { LocationGuard, LocationRule } from '../api/location';
import type { Recorder } from '../api/recorder';
import type { Offer, Updates } from '../api/updates';
import { launchOptions } from '../app';
import { showCode } from '../builtins/media/cameraElement';
import type { Command } from '../link';
import { parsePageUrl } from '../pages/url';
import { album } from './album';
import type { Chats } from './chats';
import { device, fontScales } from './device';
import { fromBase64, localFiles } from './localFiles';
import { type NetworkState, network } from './network';
import type { PhoneSystem } from './phoneSystem';
import { type ThemeName, theme } from './theme';
import { type Fix, type Place, track } from './track';

type Params = Record<string, unknown>;

/** Parts of the system that have a state of their own. */
export interface SystemParts {
  readonly chats: Chats;
  readonly guard: LocationGuard;
  readonly titles: InvoiceTitles;
  readonly recorder: Recorder;
  readonly updates: Updates;
  readonly capture: Set<() => void>;
}

/** A file from outside. */
interface Given {
  /** Base64. */
  readonly data: string;
  readonly type: string;
}

const blobOf = ({ data, type }: Given) => new Blob([fromBase64(data)], { type });

/** What tests and the devtools may do to a phone: the port of every family. Each throws on what it does not know. */
export function controlCommands(system: PhoneSystem, parts: SystemParts): Record<string, Command> {
  return {
    ...questionCommands(system),
    ...surroundingCommands(parts),
    ...openingCommands(system),
    'Phone.cards': () => ({ cards: parts.chats.cards() }),
    'Phone.offerUpdate': ({ offer }: Params) => parts.updates.set(offer as Offer),
    'Phone.setInvoiceTitles': ({ titles }: Params) => {
      parts.titles.list = titles as SystemParts['titles']['list'];
    },
    'Phone.captureScreen': () => {
      for (const listener of [...parts.capture]) listener();
      return { isBlack: device.visualEffectOnCapture === 'hidden' };
    },
    'Phone.device': () => ({
      clipboard: device.clipboard,
      brightness: device.brightness,
      keepsScreenOn: device.keepsScreenOn,
      vibrations: device.vibrations,
      calls: device.calls,
      fontSizeScaleFactor: device.fontSizeScaleFactor,
      network: network.state,
      picturesAdded: album.addedCount,
    }),
  };
}

function questionCommands({ prompts, permissions, privacy }: PhoneSystem): Record<string, Command> {
  return {
    'Phone.answerNext': ({ kind, answer }: Params) => prompts.answerNext(String(kind), answer),
    'Phone.pending': () => ({ pending: prompts.pending() }),
    'Phone.setPermission': ({ scope, allowed }: Params) =>
      permissions.set(
        String(scope),
        allowed === undefined || allowed === null ? undefined : allowed === true,
      ),
    'Phone.resetPrivacy': () => privacy.reset(),
    'Phone.forgetAnswers': () => prompts.forget(),
  };
}

function surroundingCommands({ guard, recorder }: SystemParts): Record<string, Command> {
  return {
    'Phone.setNetwork': ({ network: state, ...slowness }: Params) => {
      if (!['online', 'slow', 'offline'].includes(String(state)))
        throw new Error(`no such network: ${state}`);
      network.set(state as NetworkState, slowness);
    },
    'Phone.setFontSize': ({ size, scale }: Params) => {
      const known = fontScales[String(size) as keyof typeof fontScales] as number | undefined;
      device.setFontScale(Number(scale ?? known));
    },
    'Phone.setTheme': ({ name }: Params) => theme.set(name as ThemeName),
    'Phone.setLocation': (fix: Params) => track.move(fix as Partial<Fix>),
    'Phone.playTrack': ({ points, interval }: Params) =>
      track.play(points as Partial<Fix>[], interval as number | undefined),
    'Phone.setPlaces': ({ places }: Params) => {
      track.places = places as Place[];
    },
    'Phone.setLocationRule': ({ rule }: Params) => {
      if (rule !== 'develop' && rule !== 'release') throw new Error(`no such rule: ${rule}`);
      guard.set(rule satisfies LocationRule);
    },
    'Phone.addPicture': (picture: Params) => album.add(blobOf(picture as unknown as Given)),
    'Phone.addFile': (file: Params) => ({ path: localFiles.add(blobOf(file as unknown as Given)) }),
    'Phone.setRecording': ({ data, type }: Params) => recorder.inject(String(data), String(type)),
  };
}

function openingCommands({ app, stack, prompts }: PhoneSystem): Record<string, Command> {
  return {
    // A camera on the screen that reads codes reads it at once; otherwise the scanner does when it is opened.
    'Phone.queueScan': (scanned: Params) => {
      const result = String(scanned.result ?? '');
      if (showCode({ result, type: 'qrcode', charSet: 'UTF-8' })) return;
      prompts.answerNext('scanCode', scanned);
    },
    'Phone.hide': () => app.hide(),
    'Phone.show': () => app.show(),
    // A card in a chat is scene 1007, a subscription message 1014. [doc: 场景值]
    'Phone.open': async ({ path, scene = 1001 }: Params) => {
      const url = String(path).replace(/^\/?/, '/');
      const { path: page, query } = parsePageUrl(url, '');
      app.show({ ...launchOptions(page, query), scene: Number(scene) });
      await stack.reLaunch(url);
    },
  };
}
