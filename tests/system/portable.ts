import { join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';

/** The one door of a portable journey; what lies behind it is our phone or WeChat DevTools. */
const door = 'tests/journeys/miniProgram';
const journeys = 'tests/journeys/';
const packages = ['miniprogram-automator'];
/** Other ways to the wallet, the clock and the faults than by import. */
const sideDoors =
  /\b(fetch|WebSocket|XMLHttpRequest)\s*\(|\bglobalThis\b|\bprocess\.|\bautomator\.(connect|launch)\b/;

/**
 * Why a file is not portable; nothing when it is. A portable file imports `openMiniProgram`, the automator, and files for which
 * the same holds: WeChat DevTools have no wallet, clock or faults to control. `file` is relative to the root, with `/`.
 */
export function portableFaults(
  file: string,
  read: (file: string) => string | undefined,
  seen = new Set<string>(),
): string[] {
  seen.add(file);
  const text = read(file);
  if (text === undefined) return [`${file} is not there`];
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const way = sideDoors.exec(withoutComments(text))?.[0];
  return [
    ...(way === undefined ? [] : [`${file} uses ${way}`]),
    ...(/portable:\s*true/.test(text) || !file.endsWith('.portable.test.ts')
      ? []
      : [`${file} does not open its mini-program as portable`]),
    ...imports.flatMap((name) => faultsOfImport(file, name, read, seen)),
  ];
}

function faultsOfImport(
  file: string,
  name: string,
  read: (file: string) => string | undefined,
  seen: Set<string>,
): string[] {
  if (packages.includes(name)) return [];
  const target = name.startsWith('.')
    ? relative('.', normalize(join(file, '..', name)))
        .split(sep)
        .join('/')
    : name;
  if (target === door) return [];
  if (!name.startsWith('.') || !target.startsWith(journeys)) return [`${file} imports ${name}`];
  const found = `${target}.ts`;
  return seen.has(found) ? [] : portableFaults(found, read, seen);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
