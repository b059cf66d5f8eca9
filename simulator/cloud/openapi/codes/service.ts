import { toBuffer } from 'qrcode';
import type { Settings } from '../../core/settings';
import { type OpenAnswer, type OpenApis, type OpenCall, WeChatRefusal } from '../api';
import { builtPages, isPage } from '../app';
import { type CodeTarget, codeText, type EnvVersion } from './codeText';

const versions: readonly unknown[] = ['release', 'trial', 'develop'];
/** [document] Pixels; the default when nothing is said is 430. */
const width = { least: 280, usual: 430, most: 1280 };
/** [document] 32 visible characters of this set; no `%`, so Chinese cannot be URL-encoded. */
const sceneCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/;
const longestScene = 32;
const reserved = 'scancode_time';

/** `wxacode.*`: images that this simulator's phone scans. A QR code stands in for the round code. */
export class Codes {
  constructor(private readonly settings: Settings) {}

  readonly apis: OpenApis = {
    'wxacode.getUnlimited': ({ args }) => this.image(args, this.unlimitedPath(args), 'wxCode'),
    'wxacode.get': ({ args }) => this.image(args, limitedPath(args, 1024), 'wxCode'),
    'wxacode.createQRCode': ({ args }) => this.image(args, limitedPath(args, 128), 'qrCode'),
  };

  private unlimitedPath(args: OpenCall['args']): string {
    const { scene } = args;
    if (typeof scene !== 'string' || scene === '' || [...scene].length > longestScene)
      throw new WeChatRefusal(40169, 'invalid length for scene, or the data is not json string');
    if (!sceneCharacters.test(scene)) throw new WeChatRefusal(40129, 'invalid scene');
    refuseReserved(scene);
    return `${this.page(args)}?scene=${encodeURIComponent(scene)}`;
  }

  /** [document] No slash before, no query behind; a page of the mini-program unless `check_path` is false. */
  private page({ page = '', check_path: checkPath = true }: OpenCall['args']): string {
    if (typeof page !== 'string') throw new WeChatRefusal(41030, 'invalid page');
    refuseReserved(page);
    const pages = builtPages(this.settings.dist);
    if (page === '') return pages?.[0] ?? '';
    const isKnown = isPage(page, checkPath === false ? undefined : pages);
    if (page.includes('?') || !isKnown) throw new WeChatRefusal(41030, 'invalid page');
    return page;
  }

  private async image(args: OpenCall['args'], path: string, kind: CodeTarget['kind']): Promise<OpenAnswer> {
    const envVersion = kind === 'qrCode' ? 'release' : (args.env_version ?? 'release');
    if (!versions.includes(envVersion)) throw new WeChatRefusal(40097, 'invalid args');
    const text = codeText({
      appid: this.settings.appid,
      path,
      envVersion: envVersion as EnvVersion,
      kind,
    });
    const color = {
      dark: lineColor(args.line_color),
      light: args.is_hyaline === true ? '#ffffff00' : '#ffffffff',
    };
    const bytes = await toBuffer(text, { type: 'png', width: checkedWidth(args.width), margin: 4, color });
    return { bytes, contentType: 'image/png' };
  }
}

/** [document] `path` is needed, at most 1,024 characters (`get`) or 128 (`createQRCode`). */
function limitedPath({ path }: OpenCall['args'], longest: number): string {
  if (typeof path !== 'string' || path === '' || path.length > longest)
    throw new WeChatRefusal(40159, 'invalid length for path, or the data is not json string');
  refuseReserved(path);
  return path.replace(/^\//, '');
}

function refuseReserved(text: string): void {
  if (text.includes(reserved)) throw new WeChatRefusal(85096, `not allow include ${reserved} field`);
}

function checkedWidth(value: unknown): number {
  if (value === undefined) return width.usual;
  if (typeof value !== 'number' || !(value >= width.least && value <= width.most))
    throw new WeChatRefusal(40097, 'invalid args');
  return Math.round(value);
}

/** [document] `{r, g, b}` in decimal, numbers or text; black otherwise. */
function lineColor(value: unknown): string {
  if (value === undefined || value === null) return '#000000ff';
  const { r, g, b } = value as Record<string, unknown>;
  const parts = [r, g, b].map(Number);
  if (!parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255))
    throw new WeChatRefusal(40097, 'invalid args');
  return `#${Buffer.from(parts).toString('hex')}ff`;
}
