/** What a mini-program code leads to. */
export interface CodeTarget {
  readonly appid: string;
  /** Page with its query, without a leading slash; empty for the home page. */
  readonly path: string;
  readonly envVersion: EnvVersion;
  /** `wxCode` is the round code, `qrCode` the square one of `createQRCode`; `wx.scanCode` tells them apart. */
  readonly kind: 'wxCode' | 'qrCode';
}

export type EnvVersion = 'release' | 'trial' | 'develop';

const scheme = 'wxacode://';

/**
 * The text inside our stand-in for a mini-program code: `wxacode://<appid>/<path>?<query>#<env_version>.<kind>`. Real codes are
 * round and hold a number that only WeChat's servers can resolve.
 */
export function codeText({ appid, path, envVersion, kind }: CodeTarget): string {
  return `${scheme}${appid}/${path}#${envVersion}.${kind}`;
}

/** The way back, for the phone's `wx.scanCode`; undefined for any other text. */
export function readCodeText(text: string): CodeTarget | undefined {
  const found = /^wxacode:\/\/([^/]+)\/(.*)#(release|trial|develop)\.(wxCode|qrCode)$/s.exec(text);
  if (!found) return undefined;
  const [, appid = '', path = '', envVersion, kind] = found;
  return { appid, path, envVersion: envVersion as EnvVersion, kind: kind as CodeTarget['kind'] };
}
