import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';
import type { GlobalUse } from './script';

/** A use that is let through, and why. Bundlers move code between files, so it is known by what stands beside it. */
export interface AllowedGlobal {
  readonly name: string;
  /** Text within `reach` characters of the use. */
  readonly near: string;
  readonly reason: string;
}

/** How far `near` may be from a use, in characters. */
const reach = 200;

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
  let permitted = 0;
  for (const file of scripts) {
    const text = miniprogram.text(file);
    for (const { name, line, offset } of miniprogram.script(file).globals.filter(isForbidden)) {
      const around = text.slice(Math.max(0, offset - reach), offset + reach);
      if (allowed.some((one) => one.name === name && around.includes(one.near))) permitted += 1;
      else findings.push(describe(file, line, name, text.slice(Math.max(0, offset - 40), offset + 40)));
    }
  }
  return { findings, figures: { scripts: scripts.length, permitted } };
}

function describe(file: string, line: number, name: string, excerpt: string): Finding {
  return {
    file,
    line,
    message: `uses ${name}, which WeChat does not have: …${excerpt.replace(/\s+/g, ' ')}…`,
    advice: `use ${forbidden[name]}; if it is never reached there, say why in tools/weapp/limits.json`,
  };
}

/** `x instanceof Function` is harmless; only making one is refused. */
function isForbidden({ name, isGuarded, isCalled }: GlobalUse): boolean {
  if (name === 'Function') return isCalled;
  return Object.hasOwn(forbidden, name) && !isGuarded;
}
