import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The colour of the text in the bars of a page, by its own configuration or the app's; white unless one says otherwise. [doc] */
export function barText(miniprogram: string, path?: string): 'black' | 'white' {
  const own = path === undefined ? undefined : textStyle(join(miniprogram, `${path}.json`));
  return (own ?? textStyle(join(miniprogram, 'app.json'))) === 'black' ? 'black' : 'white';
}

function textStyle(file: string): unknown {
  if (!existsSync(file)) return undefined;
  const config = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const window = (config.window as Record<string, unknown> | undefined) ?? config;
  return window.navigationBarTextStyle;
}
