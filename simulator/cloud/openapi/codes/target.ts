import { type OpenCall, WeChatRefusal } from '../api';
import { isPage } from '../app';
import type { CodeTarget, EnvVersion } from './codeText';

export interface App {
  readonly appid: string;
  /** Home page first; undefined while the mini-program has not been built. */
  readonly pages: readonly string[] | undefined;
}

const versions: readonly unknown[] = ['release', 'trial', 'develop'];
/** [document] 32 visible characters of this set; no `%`, so Chinese cannot be URL-encoded. */
const sceneCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/;
const longestScene = 32;
const reserved = 'scancode_time';

/** Where `wxacode.getUnlimited` leads. The phone hands `scene` on URL-encoded, as WeChat does. */
export function unlimitedTarget(args: OpenCall['args'], { appid, pages }: App): CodeTarget {
  const { scene } = args;
  if (typeof scene !== 'string' || scene === '' || [...scene].length > longestScene)
    throw new WeChatRefusal(40169, 'invalid length for scene, or the data is not json string');
  if (!sceneCharacters.test(scene)) throw new WeChatRefusal(40129, 'invalid scene');
  refuseReserved(scene);
  const path = `${readPage(args, pages)}?scene=${encodeURIComponent(scene)}`;
  return { appid, path, envVersion: readVersion(args), kind: 'wxCode' };
}

/** [document] Where `wxacode.get` leads: `path` is needed and has at most 1,024 characters. */
export function limitedTarget(args: OpenCall['args'], { appid }: App): CodeTarget {
  return { appid, path: readPath(args, 1024), envVersion: readVersion(args), kind: 'wxCode' };
}

/** [document] Where `wxacode.createQRCode` leads: at most 128 characters, always the released version. */
export function squareTarget(args: OpenCall['args'], { appid }: App): CodeTarget {
  return { appid, path: readPath(args, 128), envVersion: 'release', kind: 'qrCode' };
}

/** [document] No slash before, no query behind; a page of the mini-program unless `check_path` is false. */
function readPage(
  { page = '', check_path: checkPath = true }: OpenCall['args'],
  pages: App['pages'],
): string {
  if (typeof page !== 'string') throw new WeChatRefusal(41030, 'invalid page');
  refuseReserved(page);
  if (page === '') return pages?.[0] ?? '';
  const isKnown = isPage(page, checkPath === false ? undefined : pages);
  if (page.includes('?') || !isKnown) throw new WeChatRefusal(41030, 'invalid page');
  return page;
}

function readPath({ path }: OpenCall['args'], longest: number): string {
  if (typeof path !== 'string' || path === '' || path.length > longest)
    throw new WeChatRefusal(40159, 'invalid length for path, or the data is not json string');
  refuseReserved(path);
  return path.replace(/^\//, '');
}

function readVersion({ env_version: version = 'release' }: OpenCall['args']): EnvVersion {
  if (!versions.includes(version)) throw new WeChatRefusal(40097, 'invalid args');
  return version as EnvVersion;
}

function refuseReserved(text: string): void {
  if (text.includes(reserved)) throw new WeChatRefusal(85096, `not allow include ${reserved} field`);
}
