import { transformSync } from 'esbuild';

const looksLikeModule =
  /(?:^|[;}])\s*(?:import\s*["'{*]|import\s+\w|export\s*[{*]|export\s+(?:default|const|let|var|function|class|async)\b)/m;

/**
 * A script as WeChat's own build leaves it: `import` and `export` become `require` and `exports`. What has none is left as it
 * stands, and so is what does not parse: it fails when it runs, as its own error. [doc: DevTools, setting `es6`]
 */
export function compileScript(path: string, source: string): string {
  if (!looksLikeModule.test(source)) return source;
  try {
    const options = { format: 'cjs', sourcefile: path, target: 'es2022', logLevel: 'silent' } as const;
    return transformSync(source, options).code;
  } catch {
    return source;
  }
}
