import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';

type Kind = 'app' | 'page' | 'projectconfig' | 'sitemap' | 'theme';

/** WeChat's own schemas of its JSON files, from a fixed version of miniprogram-ci; `modules` is the toolkit's `node_modules`. */
export function schemas(modules: string): Gate {
  return { name: 'schemas', check: (miniprogram) => check(miniprogram, loadSchemas(modules)) };
}

export function loadSchemas(modules: string): (kind: Kind) => ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  const load = createRequire(join(modules, 'miniprogram-ci', 'package.json'));
  const ready = new Map<Kind, ValidateFunction>();
  return (kind) => {
    const known = ready.get(kind);
    if (known) return known;
    // Draft-07 without the draft's own schema: ajv knows it by heart.
    const { $schema: _draft, ...schema } = load(`./dist/schema/dist/${kind}.js`) as Record<string, unknown>;
    const made = ajv.compile(schema);
    ready.set(kind, made);
    return made;
  };
}

function check(miniprogram: BuiltMiniprogram, schema: (kind: Kind) => ValidateFunction) {
  const files = wanted(miniprogram).filter(([file]) => miniprogram.has(file));
  const findings = files.flatMap(([file, kind]) => {
    const fault = jsonFault(miniprogram, file);
    if (fault) return [fault];
    const validate = schema(kind);
    return validate(miniprogram.json(file)) ? [] : describe(file, validate.errors ?? []);
  });
  return { findings, figures: { files: files.length } };
}

function wanted(miniprogram: BuiltMiniprogram): [string, Kind][] {
  const { sitemapLocation, themeLocation } = (miniprogram.app?.raw ?? {}) as Record<string, unknown>;
  const named = (path: unknown, kind: Kind): [string, Kind][] =>
    typeof path === 'string' ? [[path, kind]] : [];
  return [
    ['app.json', 'app'],
    ...miniprogram.owners().map((owner): [string, Kind] => [`${owner}.json`, 'page']),
    ['project.config.json', 'projectconfig'],
    ...named(sitemapLocation, 'sitemap'),
    ...named(themeLocation, 'theme'),
  ];
}

function jsonFault(miniprogram: BuiltMiniprogram, file: string): Finding | undefined {
  try {
    JSON.parse(readFileSync(join(miniprogram.folder, file), 'utf8'));
    return undefined;
  } catch (error) {
    return { file, message: `is no JSON: ${(error as Error).message}`, advice: 'correct it' };
  }
}

/** A branch of a choice that does not fit says nothing by itself: the deepest complaints do. */
function describe(file: string, errors: readonly ErrorObject[]): Finding[] {
  const telling = errors.filter(({ keyword }) => !['anyOf', 'oneOf', 'allOf', 'if'].includes(keyword));
  const texts = (telling.length > 0 ? telling : errors).map(({ instancePath, message, params }) => {
    const extra = (params as { additionalProperty?: string }).additionalProperty;
    return `${instancePath || 'the whole'} ${message ?? 'is wrong'}${extra ? `: ${extra}` : ''}`;
  });
  return [...new Set(texts)].map((message) => ({
    file,
    message,
    advice: "follow WeChat's reference of this file",
  }));
}
