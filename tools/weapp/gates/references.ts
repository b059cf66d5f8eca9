import { builtinTags } from '../../../simulator/phone/artefact/builtins';
import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';
import { isOutside, resolveTarget } from './paths';

/** Everything a file names in the package is there: pages, components, tags, templates, scripts, styles and pictures. */
export const references: Gate = {
  name: 'references',
  check(miniprogram) {
    const parts = [pages, bars, components, tags, wxmlTargets, wxssTargets, scriptTargets];
    const found = parts.map((part) => part(miniprogram));
    return {
      findings: found.flatMap((one) => one.findings),
      figures: { references: found.reduce((sum, one) => sum + one.looked, 0) },
    };
  },
};

interface Part {
  readonly findings: readonly Finding[];
  /** How many references were followed. */
  readonly looked: number;
}

function pages(miniprogram: BuiltMiniprogram): Part {
  const listed = miniprogram.app?.allPages ?? [];
  const findings = listed.flatMap((page) =>
    ['.wxml', '.js']
      .filter((suffix) => !miniprogram.has(page + suffix))
      .map((suffix) => ({
        file: 'app.json',
        message: `lists the page ${page}, but ${page}${suffix} is missing`,
        advice: 'add the file or take the page off the list',
      })),
  );
  return { findings, looked: listed.length };
}

function bars(miniprogram: BuiltMiniprogram): Part {
  const { app } = miniprogram;
  const icons = (app?.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) => [
    iconPath,
    selectedIconPath,
  ]);
  const { sitemapLocation, themeLocation } = (app?.raw ?? {}) as Record<string, unknown>;
  const customBar = app?.tabBar?.custom ? ['custom-tab-bar/index.wxml', 'custom-tab-bar/index.js'] : [];
  const named = [...icons, sitemapLocation, themeLocation, ...customBar].filter(
    (path): path is string => typeof path === 'string' && !path.startsWith('@'),
  );
  return missing(
    miniprogram,
    named.map((target) => ({ file: 'app.json', target, kinds: [''] })),
  );
}

function components(miniprogram: BuiltMiniprogram): Part {
  const findings: Finding[] = [];
  let looked = 0;
  for (const owner of ['app', ...miniprogram.owners()]) {
    for (const [tag, target] of Object.entries(miniprogram.config(owner).usingComponents ?? {})) {
      if (typeof target !== 'string' || isOutside(target)) continue;
      looked += 1;
      const path = resolveTarget(owner, target);
      const isThere = [path, `${path}/index`].some((one) =>
        ['.json', '.js', '.wxml'].every((suffix) => miniprogram.has(one + suffix)),
      );
      if (isThere) continue;
      findings.push({
        file: `${owner}.json`,
        message: `<${tag}> is ${target}, which lacks its .json, .js or .wxml`,
        advice: 'correct the path in usingComponents or add the files',
      });
    }
  }
  return { findings, looked };
}

const structural = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot', 'page']);
const builtin: ReadonlySet<string> = new Set<string>(builtinTags);

/** Tags nobody provides. Only in files of one owner: a shared template's tags depend on who imports it. */
function tags(miniprogram: BuiltMiniprogram): Part {
  const everywhere = Object.keys(miniprogram.config('app').usingComponents ?? {});
  const findings: Finding[] = [];
  let looked = 0;
  for (const owner of miniprogram.owners().filter((one) => miniprogram.has(`${one}.wxml`))) {
    const { usingComponents = {}, componentGenerics = {} } = miniprogram.config(owner);
    const own = new Set([
      ...everywhere,
      ...Object.keys(usingComponents),
      ...Object.keys(componentGenerics as object),
    ]);
    for (const { name, line } of miniprogram.wxml(`${owner}.wxml`)) {
      looked += 1;
      if (builtin.has(name) || structural.has(name) || own.has(name)) continue;
      findings.push({
        file: `${owner}.wxml`,
        line,
        message: `<${name}> is neither a built-in of WeChat nor in usingComponents`,
        advice: 'WeChat draws nothing for it: declare the component or use a built-in',
      });
    }
  }
  return { findings, looked };
}

interface Target {
  readonly file: string;
  readonly line?: number;
  readonly target: string;
  /** What may be added to the path; '' is the path as it stands. */
  readonly kinds: readonly string[];
}

const pictureTags = new Set(['image', 'cover-image', 'audio', 'video']);

function wxmlTargets(miniprogram: BuiltMiniprogram): Part {
  const targets = miniprogram.withSuffix('.wxml').flatMap((file) =>
    miniprogram.wxml(file).flatMap(({ name, attributes, line }): Target[] => {
      const { src } = attributes;
      if (!src || src.includes('{{') || isOutside(src)) return [];
      if (name === 'import' || name === 'include') return [{ file, line, target: src, kinds: ['', '.wxml'] }];
      if (name === 'wxs') return [{ file, line, target: src, kinds: ['', '.wxs'] }];
      return pictureTags.has(name) ? [{ file, line, target: src, kinds: [''] }] : [];
    }),
  );
  return missing(miniprogram, targets);
}

function wxssTargets(miniprogram: BuiltMiniprogram): Part {
  const files = miniprogram.withSuffix('.wxss');
  const imports: Target[] = [];
  const local: Finding[] = [];
  for (const file of files) {
    const text = miniprogram
      .text(file)
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    const lineOf = (index: number) => text.slice(0, index).split('\n').length;
    for (const { 1: target = '', index } of text.matchAll(/@import\s+(?:url\()?\s*["']([^"']+)["']/g))
      if (!isOutside(target)) imports.push({ file, line: lineOf(index), target, kinds: ['', '.wxss'] });
    for (const { 1: target = '', index } of text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g))
      if (!isOutside(target) && !target.startsWith('#') && !target.endsWith('.wxss'))
        local.push(localPicture(file, lineOf(index), target));
  }
  const { findings, looked } = missing(miniprogram, imports);
  return { findings: [...findings, ...local], looked };
}

function localPicture(file: string, line: number, target: string): Finding {
  return {
    file,
    line,
    message: `url(${target}): WeChat loads no file of the package from a style sheet`,
    advice: 'use a data URI, a network address or <image>',
  };
}

function scriptTargets(miniprogram: BuiltMiniprogram): Part {
  const targets = miniprogram
    .withSuffix('.js')
    .flatMap((file) =>
      miniprogram
        .script(file)
        .requires.map(({ target, line }) => ({ file, line, target, kinds: ['', '.js', '/index.js'] })),
    );
  return missing(miniprogram, targets);
}

function missing(miniprogram: BuiltMiniprogram, targets: readonly Target[]): Part {
  const findings = targets
    .filter(({ file, target, kinds }) => {
      const path = resolveTarget(file, target);
      return path === undefined || !kinds.some((kind) => miniprogram.has(path + kind));
    })
    .map(({ file, line, target }) => ({
      file,
      ...(line === undefined ? {} : { line }),
      message: `names ${target}, which is not in the package`,
      advice: 'correct the path or add the file',
    }));
  return { findings, looked: targets.length };
}
