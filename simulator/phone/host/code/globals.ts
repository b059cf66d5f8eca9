/**
 * Names that a browser has and the logic layer of a mini-program has not: modules are wrapped in a function that takes them
 * as parameters and never gets them. [doc + measured: the list WeChat's own wrapper uses, and what else Chromium defines]
 */
export const hiddenNames = [
  'window',
  'document',
  'frames',
  'self',
  'parent',
  'top',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'history',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'SharedWorker',
  'MessageChannel',
  'BroadcastChannel',
  'customElements',
  'HTMLElement',
  'Element',
  'Node',
  'Image',
  'Audio',
  'Blob',
  'File',
  'FileReader',
  'FormData',
  'Headers',
  'Request',
  'Response',
  'AbortController',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'CustomEvent',
  'Event',
  'EventTarget',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'performance',
  'structuredClone',
  'atob',
  'btoa',
  'process',
] as const;

const languageNames = Object.getOwnPropertyNames(globalThis).filter((name) =>
  /^(?:[A-Z][A-Za-z]*|is\w+|parse\w+|\w+URI\w*)$/.test(name),
);
const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'];

/** What `globalThis` and `global` are for a mini-program: the language and its timers, without the browser. */
export function createGlobal(extra: Record<string, unknown>): Record<string, unknown> {
  const hidden = new Set<string>(hiddenNames);
  const source = globalThis as unknown as Record<string, unknown>;
  const own: Record<string, unknown> = {};
  for (const name of languageNames) if (!hidden.has(name) && !isOfTheBrowser(name)) own[name] = source[name];
  // In WeChat they may be called as methods of anything (Taro's window does); the browser's own refuse.
  for (const name of timers) own[name] = (source[name] as () => unknown).bind(globalThis);
  return Object.assign(own, extra);
}

function isOfTheBrowser(name: string): boolean {
  return /^(?:HTML|SVG|CSS|DOM|WebGL|RTC|Audio|Media|Performance|GPU|XR|IDB|Presentation|Payment|Speech|USB|HID|MIDI|Web)/.test(
    name,
  );
}
