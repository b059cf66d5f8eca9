import { runCompiler } from '../../../simulator/phone/parity/compiler';
import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';

/** WeChat's own template compiler takes every wxml and wxs file. */
export function wxmlCompiles(modules: string): Gate {
  return { name: 'wcc', check: (miniprogram) => compile('wcc', modules, miniprogram, ['.wxml', '.wxs']) };
}

/** WeChat's own style compiler takes every wxss file. */
export function wxssCompiles(modules: string): Gate {
  return { name: 'wcsc', check: (miniprogram) => compile('wcsc', modules, miniprogram, ['.wxss']) };
}

function compile(
  tool: 'wcc' | 'wcsc',
  modules: string,
  miniprogram: BuiltMiniprogram,
  suffixes: readonly string[],
) {
  const files = suffixes.flatMap((suffix) => miniprogram.withSuffix(suffix));
  const figures = { files: files.length };
  if (files.length === 0) return { findings: [], figures };
  const { complaint } = runCompiler(tool, modules, miniprogram.folder, files);
  return { findings: complaint === '' ? [] : [describe(tool, complaint, files)], figures };
}

/** The compilers stop at their first fault and write it as `file:line:column:` or `file(line:column):`. [measured] */
function describe(tool: string, complaint: string, files: readonly string[]): Finding {
  const named = /(?:ERR:\s*)?([^\s:(`]+\.wx(?:ml|ss|s))[:(](\d+)[:,]/.exec(complaint);
  const mentioned = [...complaint.matchAll(/`([^`]+\.wxss)`/g)]
    .map(([, file]) => file!)
    .find((file) => files.includes(file));
  const line = named?.[2];
  return {
    file: named?.[1] ?? mentioned ?? '(unknown file)',
    ...(line === undefined ? {} : { line: Number(line) }),
    message: `${tool}: ${complaint.split('\n')[0]}`,
    advice: "WeChat's own compiler refuses it: so will an upload",
  };
}
