import type { MiniApp } from '../app';
import type { Wx } from './convention';

type AppEvent =
  | 'AppShow'
  | 'AppHide'
  | 'Error'
  | 'UnhandledRejection'
  | 'PageNotFound'
  | 'ThemeChange'
  | 'AudioInterruptionBegin'
  | 'AudioInterruptionEnd';

const events: readonly AppEvent[] = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
];

/** What concerns the mini-program as a whole: how it was opened, its life-cycle for listeners. */
export function appApi(app: MiniApp, present: () => Readonly<Record<string, unknown>>) {
  const listening = events.flatMap((event) => [
    [`on${event}`, (listener: (...args: unknown[]) => void) => app.listen(event, listener)],
    [`off${event}`, (listener?: (...args: unknown[]) => void) => app.stopListening(event, listener)],
  ]);
  return {
    ...(Object.fromEntries(listening) as Record<
      `on${AppEvent}` | `off${AppEvent}`,
      (listener: () => void) => void
    >),
    getLaunchOptionsSync: (() => app.launched as never) satisfies Wx['getLaunchOptionsSync'],
    getEnterOptionsSync: (() => app.entered as never) satisfies Wx['getEnterOptionsSync'],
    // Names are answered from what this phone really has, not from what WeChat has.
    canIUse: ((schema) => {
      const [first = '', second] = schema.split('.');
      const found = present()[first];
      return (
        found !== undefined && (first !== 'cloud' || second === undefined || second in (found as object))
      );
    }) satisfies Wx['canIUse'],
  };
}
