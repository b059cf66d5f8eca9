import { extname } from 'node:path';
import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';

/** Own limits in bytes, all below WeChat's. */
export interface SizeBudgets {
  readonly main: number;
  /** By root; `*` is every other one. */
  readonly subpackages: Readonly<Record<string, number>>;
  readonly whole: number;
  /** One picture or sound. */
  readonly media: number;
}

/** WeChat's own limits. [doc] */
export const weixinLimits = { package: 2 * 1024 * 1024, whole: 30 * 1024 * 1024 } as const;

/** Files of any other kind are not uploaded. [doc: file types allowed in the code package] */
const uploaded = new Set(
  'wxml wxss wxs js json png jpg jpeg gif svg webp cer mp3 aac m4a mp4 wav ogg silk wasm br cert ttf'.split(
    ' ',
  ),
);
const media = new Set('png jpg jpeg gif svg webp mp3 aac m4a mp4 wav ogg silk'.split(' '));

/** Packages and pictures stay within budgets. */
export function sizes(budgets: SizeBudgets): Gate {
  return { name: 'sizes', check: (miniprogram) => check(miniprogram, budgets) };
}

function check(miniprogram: BuiltMiniprogram, budgets: SizeBudgets) {
  const roots = (miniprogram.app?.subpackages ?? []).map(({ root }) => root);
  const bytes = new Map(['', ...roots].map((root) => [root, 0]));
  const findings: Finding[] = [];
  for (const file of miniprogram.files.filter((one) => uploaded.has(kindOf(one)))) {
    const root = roots.find((one) => file.startsWith(`${one}/`)) ?? '';
    const size = miniprogram.size(file);
    bytes.set(root, (bytes.get(root) ?? 0) + size);
    if (media.has(kindOf(file)) && size > budgets.media)
      findings.push(tooLarge(file, size, budgets.media, 'compress it or load it from the cloud'));
  }
  for (const [root, size] of bytes) {
    const budget = root === '' ? budgets.main : (budgets.subpackages[root] ?? budgets.subpackages['*'] ?? 0);
    const limit = Math.min(budget, weixinLimits.package);
    if (size > limit)
      findings.push(
        tooLarge(root || 'main package', size, limit, 'move pages or components into another subpackage'),
      );
  }
  const whole = [...bytes.values()].reduce((sum, one) => sum + one, 0);
  const limit = Math.min(budgets.whole, weixinLimits.whole);
  if (whole > limit) findings.push(tooLarge('the whole', whole, limit, 'load pictures from the cloud'));
  const figures = Object.fromEntries([...bytes].map(([root, size]) => [root || 'main', inKilobytes(size)]));
  return { findings, figures: { ...figures, whole: inKilobytes(whole) } };
}

function kindOf(file: string): string {
  return extname(file).slice(1).toLowerCase();
}

function tooLarge(file: string, size: number, limit: number, advice: string): Finding {
  return {
    file,
    message: `${inKilobytes(size)}, allowed are ${inKilobytes(limit)} (${size} > ${limit} bytes)`,
    advice,
  };
}

function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
