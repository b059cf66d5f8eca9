import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';
import type { GlobalUse } from './script';

/** A use that is let through, and why. */
export interface AllowedGlobal {
  /** Path from the root, whole. */
  readonly file: string;
  readonly name: string;
  readonly reason: string;
}

/** What a browser has and WeChat's logic layer has not [doc: JavaScript support], by what to use instead. */
const forbidden: Readonly<Record<string, string>> = {
  window: 'wx',
  document: 'wx.createSelectorQuery',
  location: "the page's query and wx.navigateTo",
  history: 'wx.navigateBack',
  navigator: 'wx.getSystemInfo',
  localStorage: 'wx.setStorage',
  sessionStorage: 'getApp().globalData',
  indexedDB: 'wx.setStorage',
  fetch: 'wx.request or wx.cloud',
  XMLHttpRequest: 'wx.request or wx.cloud',
  WebSocket: 'wx.connectSocket',
  EventSource: 'wx.cloud.database().watch',
  FormData: 'wx.uploadFile',
  Blob: 'wx.getFileSystemManager',
  FileReader: 'wx.getFileSystemManager',
  Image: 'wx.createOffscreenCanvas().createImage',
  Audio: 'wx.createInnerAudioContext',
  Worker: 'wx.createWorker',
  alert: 'wx.showModal',
  confirm: 'wx.showModal',
  prompt: 'wx.showModal with editable',
  MutationObserver: 'setData',
  IntersectionObserver: 'wx.createIntersectionObserver',
  getComputedStyle: 'wx.createSelectorQuery().fields',
  eval: 'plain code: WeChat runs no code from text',
  Function: 'plain code: WeChat makes no functions from text',
};

/** Names that scripts use although WeChat's logic layer lacks them. Asking `typeof` first is no use. */
export function forbiddenGlobals(allowed: readonly AllowedGlobal[]): Gate {
  return { name: 'globals', check: (miniprogram) => check(miniprogram, allowed) };
}

function check(miniprogram: BuiltMiniprogram, allowed: readonly AllowedGlobal[]) {
  const scripts = miniprogram.withSuffix('.js');
  const findings: Finding[] = [];
  const used = new Set<AllowedGlobal>();
  for (const file of scripts) {
    for (const { name, line } of miniprogram.script(file).globals.filter(isForbidden)) {
      const permit = allowed.find((one) => one.file === file && one.name === name);
      if (permit) used.add(permit);
      else
        findings.push({
          file,
          line,
          message: `uses ${name}, which WeChat does not have`,
          advice: `use ${forbidden[name]}`,
        });
    }
  }
  return { findings, figures: { scripts: scripts.length, allowed: used.size } };
}

/** `x instanceof Function` is harmless; only making one is refused. */
function isForbidden({ name, isGuarded, isCalled }: GlobalUse): boolean {
  if (name === 'Function') return isCalled;
  return Object.hasOwn(forbidden, name) && !isGuarded;
}
