import { fromBase64, localFiles, toBase64 } from '../system/localFiles';
import { ApiRefusal, byConvention } from './convention';

type Options = Record<string, unknown>;
type Data = string | ArrayBuffer;

/** What each method of the file system does, by name; those that need to read are also there with `Sync`. */
const works = {
  access: ({ path }: Options) => {
    if (!localFiles.has(String(path))) throw new ApiRefusal(`no such file or directory ${path}`);
  },
  writeFile: ({ filePath, data, encoding }: Options) =>
    localFiles.write(String(filePath), encode(data, encoding)),
  appendFile: ({ filePath, data, encoding }: Options) => {
    const path = String(filePath);
    const old = localFiles.find(path);
    if (!old) throw new ApiRefusal(`no such file or directory, open ${path}`);
    localFiles.write(path, new Blob([old.content, encode(data, encoding)], { type: old.content.type }));
  },
  unlink: ({ filePath }: Options) => localFiles.remove(String(filePath)),
  mkdir: ({ dirPath, recursive }: Options) => localFiles.makeFolder(String(dirPath), recursive === true),
  rmdir: ({ dirPath, recursive }: Options) => localFiles.removeFolder(String(dirPath), recursive === true),
  readdir: ({ dirPath }: Options) => ({ files: localFiles.list(String(dirPath)) }),
  stat: ({ path }: Options) => ({ stats: stats(String(path)) }),
  rename: ({ oldPath, newPath }: Options) => {
    const file = localFiles.find(String(oldPath));
    if (!file) throw new ApiRefusal(`no such file or directory, rename ${oldPath} -> ${newPath}`);
    localFiles.write(String(newPath), file.content);
    if (oldPath !== newPath) localFiles.remove(String(oldPath));
  },
  saveFile: ({ tempFilePath, filePath }: Options) => ({
    savedFilePath: localFiles.save(String(tempFilePath), filePath as string | undefined),
  }),
} as const;

/** Positional arguments of the `Sync` forms. [doc] */
const positions: Readonly<Record<keyof typeof works, readonly string[]>> = {
  access: ['path'],
  writeFile: ['filePath', 'data', 'encoding'],
  appendFile: ['filePath', 'data', 'encoding'],
  unlink: ['filePath'],
  mkdir: ['dirPath', 'recursive'],
  rmdir: ['dirPath', 'recursive'],
  readdir: ['dirPath'],
  stat: ['path', 'recursive'],
  rename: ['oldPath', 'newPath'],
  saveFile: ['tempFilePath', 'filePath'],
};

/** `wx.getFileSystemManager()`, and the file interfaces of `wx` itself. */
export function fileSystemApi() {
  const manager = { ...createManager() };
  return {
    getFileSystemManager: () => manager,
    saveFile: manager.saveFile,
    getSavedFileList: manager.getSavedFileList,
    removeSavedFile: manager.removeSavedFile,
    getFileInfo: manager.getFileInfo,
  };
}

function createManager() {
  const simple = Object.entries(works).flatMap(([name, work]) => [
    [name, telling(name, work)],
    [`${name}Sync`, synchronous(name as keyof typeof works)],
  ]);
  return {
    ...(Object.fromEntries(simple) as Record<string, unknown>),
    saveFile: telling('saveFile', works.saveFile),
    readFile: telling('readFile', async ({ filePath, encoding, position, length }: Options) => {
      const content = await localFiles.read(String(filePath));
      const part = slice(content, position, length);
      return { data: decode(new Uint8Array(await part.arrayBuffer()), encoding) };
    }),
    readFileSync: (filePath: string, encoding?: string, position?: number, length?: number) =>
      named('readFileSync', () => {
        const file = localFiles.find(filePath);
        if (!file) throw new ApiRefusal(`no such file or directory, open ${filePath}`);
        return decode(bytesNow(slice(file.content, position, length)), encoding);
      }),
    copyFile: telling('copyFile', async ({ srcPath, destPath }: Options) => {
      localFiles.write(String(destPath), await localFiles.read(String(srcPath)));
    }),
    getFileInfo: telling('getFileInfo', async ({ filePath, digestAlgorithm = 'md5' }: Options) => {
      const content = await localFiles.read(String(filePath)).catch(() => {
        throw new ApiRefusal('file not exist');
      });
      return { size: content.size, ...(digestAlgorithm === 'sha1' ? { digest: await sha1(content) } : {}) };
    }),
    getSavedFileList: telling('getSavedFileList', () => ({ fileList: localFiles.saved() })),
    removeSavedFile: telling('removeSavedFile', ({ filePath }: Options) =>
      localFiles.remove(String(filePath)),
    ),
  };
}

/** These give no promise: what they have to tell goes to the callbacks alone. [doc: void] */
function telling(name: string, work: (options: Options) => unknown) {
  const run = byConvention(name, (options) => work(options as Options));
  return (options: Options = {}) => {
    run({ complete: () => {}, ...options });
  };
}

function synchronous(name: keyof typeof works) {
  return (...given: unknown[]) =>
    named(`${name}Sync`, () => {
      const options = Object.fromEntries(positions[name].map((field, place) => [field, given[place]]));
      const result = works[name](options) as Record<string, unknown> | undefined;
      return result && Object.values(result)[0];
    });
}

function named<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
  }
}

function stats(path: string) {
  const file = localFiles.find(path);
  const isFolder = localFiles.isFolder(path);
  if (!file && !isFolder) throw new ApiRefusal(`no such file or directory ${path}`);
  const at = Math.floor((file?.createdAt ?? 0) / 1000);
  return {
    size: file?.content.size ?? 0,
    mode: isFolder ? 0o40755 : 0o100644,
    lastAccessedTime: at,
    lastModifiedTime: at,
    isFile: () => !isFolder,
    isDirectory: () => isFolder,
  };
}

function slice(content: Blob, position: unknown, length: unknown): Blob {
  const from = typeof position === 'number' ? position : 0;
  return typeof length === 'number' ? content.slice(from, from + length) : content.slice(from);
}

/** Bytes of a blob without waiting: the browser still answers a synchronous request for one. */
function bytesNow(content: Blob): Uint8Array {
  const url = URL.createObjectURL(content);
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  URL.revokeObjectURL(url);
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}

const textual = ['utf8', 'utf-8'];
const bytewise = ['ascii', 'latin1', 'binary'];

function encode(data: unknown, encoding: unknown = 'utf8'): Blob {
  if (data instanceof ArrayBuffer) return new Blob([data]);
  if (typeof data !== 'string')
    throw new ApiRefusal('parameter error: parameter.data should be String or ArrayBuffer');
  if (textual.includes(String(encoding))) return new Blob([data], { type: 'text/plain' });
  if (encoding === 'base64') return new Blob([fromBase64(data)]);
  if (encoding === 'hex')
    return new Blob([Uint8Array.from(data.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))]);
  if (bytewise.includes(String(encoding)))
    return new Blob([Uint8Array.from(data, (character) => character.charCodeAt(0) & 0xff)]);
  throw new ApiRefusal(`invalid encoding "${encoding}"`);
}

function decode(bytes: Uint8Array, encoding: unknown): Data {
  if (encoding === undefined || encoding === null) return bytes.slice().buffer;
  if (textual.includes(String(encoding))) return new TextDecoder().decode(bytes);
  if (encoding === 'base64') return toBase64(bytes);
  if (encoding === 'hex') return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (bytewise.includes(String(encoding))) return String.fromCharCode(...bytes);
  throw new ApiRefusal(`invalid encoding "${encoding}"`);
}

async function sha1(content: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', await content.arrayBuffer());
  return decode(new Uint8Array(digest), 'hex') as string;
}
