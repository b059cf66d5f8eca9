import { byConvention } from './convention';

/** Every name of `wx` in WeChat's typings; put in by the bundler (server/hostBundle.ts). */
declare const wechatApiNames: readonly string[];

/** Interfaces that are not built: each fails by its own name, so that nobody takes silence for success. */
export function absentApis(present: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const absent = wechatApiNames.filter((name) => !(name in present));
  return Object.fromEntries(
    absent.map((name) => [name, isSynchronous(name) ? throwing(name) : refusing(name)]),
  );
}

function isSynchronous(name: string): boolean {
  return (
    /Sync$|^(?:on|off|create)[A-Z]|^get\w*(?:Manager|Channel|Info)$/.test(name) &&
    !/^get(?:SystemInfo|UserInfo|ImageInfo|VideoInfo)$/.test(name)
  );
}

function throwing(name: string) {
  return () => {
    throw new Error(`wx.${name} is not supported by the simulator`);
  };
}

function refusing(name: string) {
  return byConvention(name, () => {
    throw new Error('not supported by the simulator');
  });
}
