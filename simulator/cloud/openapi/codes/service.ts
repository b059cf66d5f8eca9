import { toBuffer } from 'qrcode';
import type { Settings } from '../../core/settings';
import { type OpenAnswer, type OpenApis, type OpenCall, WeChatRefusal } from '../api';
import { builtPages } from '../app';
import { type CodeTarget, codeText } from './codeText';
import { type App, limitedTarget, squareTarget, unlimitedTarget } from './target';

/** [document] Pixels; 430 when nothing is said. */
const width = { least: 280, usual: 430, most: 1280 };
/** Flat areas gain nothing from trying PNG's five filters on every line, which takes most of the time. */
const rendererOpts = { deflateLevel: 6, deflateStrategy: 0, filterType: 0 };

/** `wxacode.*`: images that this simulator's phone scans. A QR code stands in for the round code. */
export class Codes {
  constructor(private readonly settings: Settings) {}

  readonly apis: OpenApis = {
    'wxacode.getUnlimited': ({ args }) => paint(args, unlimitedTarget(args, this.app())),
    'wxacode.get': ({ args }) => paint(args, limitedTarget(args, this.app())),
    'wxacode.createQRCode': ({ args }) => paint(args, squareTarget(args, this.app())),
  };

  private app(): App {
    return { appid: this.settings.appid, pages: builtPages(this.settings.dist) };
  }
}

async function paint(args: OpenCall['args'], target: CodeTarget): Promise<OpenAnswer> {
  const light = args.is_hyaline === true ? '#ffffff00' : '#ffffffff';
  const color = { dark: lineColor(args.line_color), light };
  const size = checkedWidth(args.width);
  const options = { type: 'png', width: size, margin: 4, color, rendererOpts } as const;
  const bytes = await toBuffer(codeText(target), options);
  return { bytes, contentType: 'image/png' };
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
