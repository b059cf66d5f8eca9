import { ApiRefusal } from '../api/convention';

/** Where files lie, as DevTools names them. [measured] */
const userDataPath = 'http://usr';
const temporaryPath = 'http://tmp';
const savedPath = 'http://store';
/** Saved and user files together. [doc] */
const quota = 200 * 1024 * 1024;
const kept = 'file:';
/** A file larger than this lives as long as the page. */
const largestKept = 256 * 1024;

interface LocalFile {
  readonly content: Blob;
  readonly createdAt: number;
  url?: string;
}

/** Files of one mini-program on this phone: temporary ones, saved ones and those below `USER_DATA_PATH`. */
export class LocalFiles {
  private readonly files = new Map<string, LocalFile>();
  private readonly folders = new Set<string>([userDataPath]);
  private next = 1;

  constructor() {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(kept)) continue;
      const path = key.slice(kept.length);
      const { type, data, at } = JSON.parse(localStorage.getItem(key) ?? '{}') as KeptFile;
      if (data === undefined) this.folders.add(path);
      else this.files.set(path, { content: new Blob([fromBase64(data)], { type }), createdAt: at });
    }
  }

  /** Whether a path means a file of the phone and no address of the network. */
  isLocal(path: string): boolean {
    return [userDataPath, temporaryPath, savedPath].some(
      (root) => path === root || path.startsWith(`${root}/`),
    );
  }

  /** A new temporary file; its path is the answer. */
  add(content: Blob, suffix = suffixOf(content.type)): string {
    const path = `${temporaryPath}/${crypto.randomUUID().replaceAll('-', '')}${this.next}${suffix}`;
    this.next += 1;
    this.files.set(path, { content, createdAt: Date.now() });
    return path;
  }

  has(path: string): boolean {
    return this.files.has(path) || this.folders.has(path);
  }

  isFolder(path: string): boolean {
    return this.folders.has(trimmed(path));
  }

  find(path: string): LocalFile | undefined {
    return this.files.get(path);
  }

  /** A file of the phone, or one of the mini-program's package by its path. Refuses what is not there. */
  async read(path: string): Promise<Blob> {
    const local = this.files.get(path);
    if (local) return local.content;
    if (!this.isLocal(path) && !/^\w+:/.test(path)) {
      const response = await fetch(`/${path.replace(/^\.?\//, '')}`);
      if (response.ok) return response.blob();
    }
    throw new ApiRefusal(`no such file or directory, open ${path}`);
  }

  /** For the browser's own use: `<img src>`, `<audio src>`. */
  url(path: string): string | undefined {
    const file = this.files.get(path);
    if (!file) return undefined;
    file.url ??= URL.createObjectURL(file.content);
    return file.url;
  }

  /** Writes below `USER_DATA_PATH` only; the folder must be there. */
  write(path: string, content: Blob): void {
    this.mustBeOwn(path);
    if (!this.folders.has(parentOf(path)) || this.folders.has(path))
      throw new ApiRefusal(`no such file or directory, open ${path}`);
    this.mustFit(content.size - (this.files.get(path)?.content.size ?? 0));
    this.put(path, content);
  }

  /** Moves a temporary file to where it stays; `path` is below `USER_DATA_PATH` or left out. */
  save(temporary: string, path = `${savedPath}/${temporary.split('/').at(-1)}`): string {
    const file = this.files.get(temporary);
    if (!file) throw new ApiRefusal('tempFilePath file not exist');
    if (path.startsWith(userDataPath)) this.write(path, file.content);
    else {
      this.mustFit(file.content.size);
      this.put(path, file.content);
    }
    this.files.delete(temporary);
    return path;
  }

  remove(path: string): void {
    this.mustBeOwn(path, savedPath);
    if (this.folders.has(path)) throw new ApiRefusal(`operation not permitted, unlink ${path}`);
    if (!this.files.delete(path)) throw new ApiRefusal(`no such file or directory ${path}`);
    localStorage.removeItem(kept + path);
  }

  makeFolder(given: string, recursive: boolean): void {
    const path = trimmed(given);
    this.mustBeOwn(path);
    if (this.has(path)) throw new ApiRefusal(`file already exists ${path}`);
    if (!this.folders.has(parentOf(path))) {
      if (!recursive) throw new ApiRefusal(`no such file or directory ${path}`);
      this.makeFolder(parentOf(path), true);
    }
    this.folders.add(path);
    keep(path, {});
  }

  removeFolder(given: string, recursive: boolean): void {
    const path = trimmed(given);
    this.mustBeOwn(path);
    if (!this.folders.has(path) || path === userDataPath)
      throw new ApiRefusal(`no such file or directory ${path}`);
    const inside = [...this.files.keys(), ...this.folders].filter((one) => one.startsWith(`${path}/`));
    if (inside.length > 0 && !recursive) throw new ApiRefusal('directory not empty');
    for (const one of [...inside, path]) {
      this.files.delete(one);
      this.folders.delete(one);
      localStorage.removeItem(kept + one);
    }
  }

  /** Names directly in a folder. */
  list(given: string): string[] {
    const path = trimmed(given);
    if (this.files.has(path)) throw new ApiRefusal(`not a directory ${path}`);
    if (!this.folders.has(path)) throw new ApiRefusal(`no such file or directory ${path}`);
    return [...this.files.keys(), ...this.folders]
      .filter((one) => one !== path && parentOf(one) === path)
      .map((one) => one.slice(path.length + 1))
      .sort();
  }

  saved(): { filePath: string; size: number; createTime: number }[] {
    return [...this.files]
      .filter(([path]) => path.startsWith(`${savedPath}/`))
      .map(([filePath, { content, createdAt }]) => ({
        filePath,
        size: content.size,
        createTime: Math.floor(createdAt / 1000),
      }));
  }

  private put(path: string, content: Blob): void {
    const createdAt = Date.now();
    this.files.set(path, { content, createdAt });
    localStorage.removeItem(kept + path);
    if (content.size > largestKept) return;
    void content.arrayBuffer().then((buffer) => {
      if (this.files.get(path)?.content === content)
        keep(path, { type: content.type, data: toBase64(new Uint8Array(buffer)), at: createdAt });
    });
  }

  private mustBeOwn(path: string, ...more: string[]): void {
    if ([userDataPath, ...more].some((root) => path === root || path.startsWith(`${root}/`))) return;
    throw new ApiRefusal(`permission denied, open ${path}`);
  }

  private mustFit(more: number): void {
    let used = 0;
    for (const [path, { content }] of this.files) if (!path.startsWith(temporaryPath)) used += content.size;
    if (used + more > quota) throw new ApiRefusal('the maximum size of the file storage limit is exceeded');
  }
}

interface KeptFile {
  readonly type?: string;
  readonly data?: string;
  readonly at: number;
}

function keep(path: string, file: Partial<KeptFile>): void {
  try {
    localStorage.setItem(kept + path, JSON.stringify(file));
  } catch {
    localStorage.removeItem(kept + path);
  }
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

const suffixes: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'audio/mpeg': '.mp3',
  'audio/wav': '.wav',
  'audio/aac': '.aac',
  'video/mp4': '.mp4',
  'text/plain': '.txt',
  'application/json': '.json',
};

function suffixOf(type: string): string {
  return suffixes[type.split(';')[0]!] ?? '';
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** The one file system of this phone. */
export const localFiles = new LocalFiles();
