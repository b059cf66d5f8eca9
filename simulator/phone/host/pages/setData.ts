import { component } from 'glass-easel-miniprogram-adapter';

/** One `setData`, as it would cross from the logic layer to the view. */
export interface SetDataRecord {
  readonly component: string;
  readonly keys: readonly string[];
  /** Length of the JSON text in UTF-8 bytes. WeChat advises 256 KB at most and refuses 1024 KB. */
  readonly bytes: number;
  /** Milliseconds spent drawing. */
  readonly duration: number;
  /** Milliseconds since the phone was switched on. */
  readonly at: number;
}

const hardLimit = 1024 * 1024;

/** Gives `setData` WeChat's semantics: only JSON crosses, the callback comes later, and each call is told to `record`. */
export function giveWechatSetData(record: (entry: SetDataRecord) => void): void {
  const prototype = component.ComponentCaller.prototype;
  const draw = prototype.setData;
  prototype.setData = function setData(data: Record<string, unknown>, done?: () => void) {
    const started = performance.now();
    const text = JSON.stringify(data ?? {});
    const bytes = new TextEncoder().encode(text).length;
    const crossed = toPaths(JSON.parse(text) as Record<string, unknown>);
    draw.call(this, crossed, done);
    const duration = performance.now() - started;
    record({ component: this.is, keys: Object.keys(crossed), bytes, duration, at: started });
    if (bytes > hardLimit) console.error(`setData: ${bytes} bytes in one call, WeChat allows ${hardLimit}`);
    for (const key of Object.keys(data ?? {})) {
      if (data[key] === undefined) console.warn(`Setting data field "${key}" to undefined is invalid.`);
    }
  };
}

/** WeChat reads `root.cn.[0].cl` as `root.cn[0].cl`; Taro writes the former. [measured] */
function toPaths(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([path, value]) => [path.replace(/\.\[/g, '['), value]));
}
