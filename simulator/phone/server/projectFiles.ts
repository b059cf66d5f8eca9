import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Addresses the mini-program may ask, by kind of request. Each entry is an origin such as `https://api.example.com`. */
export interface Domains {
  readonly request?: readonly string[];
  readonly uploadFile?: readonly string[];
  readonly downloadFile?: readonly string[];
}

interface Environment {
  readonly templates?: readonly object[];
  readonly domains?: Domains;
}

/** What one sets by hand on WeChat's site: `environment.json` in the mini-program's folder or beside it; {} when there is none. */
export function environmentOf(miniprogram: string): Environment {
  const found = [miniprogram, dirname(miniprogram)].map((folder) => join(folder, 'environment.json'));
  return readFirst(found) as Environment;
}

/**
 * The domain lists that are enforced: those of `environment.json`, unless the project file switches the check off
 * (`setting.urlCheck: false`). Without a list nothing is known to be forbidden.
 */
export function enforcedDomains(miniprogram: string): Domains | undefined {
  const folders = [miniprogram, dirname(miniprogram), dirname(dirname(miniprogram))];
  const files = (name: string) => folders.map((folder) => join(folder, name));
  const isChecked = [...files('project.private.config.json'), ...files('project.config.json')]
    .map((file) => (readFirst([file]) as { setting?: { urlCheck?: boolean } }).setting?.urlCheck)
    .find((one) => one !== undefined);
  return isChecked === false ? undefined : environmentOf(miniprogram).domains;
}

function readFirst(files: readonly string[]): object {
  const file = files.find((one) => existsSync(one));
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
}
