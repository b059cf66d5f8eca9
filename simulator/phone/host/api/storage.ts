import { ApiRefusal, asynchronous, performing, type Wx } from './convention';

/** Limits of one mini-program for one user, in bytes of the JSON text. [doc] */
const totalLimit = 10 * 1024 * 1024;
const itemLimit = 1024 * 1024;
const prefix = 'storage:';

/** The phone's storage for this mini-program: memory, and the browser's own as far as that has room, so that a reload keeps it. */
class Storage {
  private readonly items = new Map<string, string>();

  constructor() {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) this.items.set(key.slice(prefix.length), localStorage.getItem(key) ?? '');
    }
  }

  read(key: string): unknown {
    const text = this.items.get(checkKey(key));
    return text === undefined ? undefined : (JSON.parse(text) as { value: unknown }).value;
  }

  write(key: string, value: unknown): void {
    const text = JSON.stringify({ value: value === undefined ? '' : value });
    if (text.length > itemLimit) throw new ApiRefusal('entry size limit reached');
    const size = this.size() - (this.items.get(checkKey(key))?.length ?? 0) + text.length;
    if (size > totalLimit) throw new ApiRefusal('exceed storage max size 10Mb');
    this.items.set(key, text);
    try {
      localStorage.setItem(prefix + key, text);
    } catch {
      localStorage.removeItem(prefix + key);
    }
  }

  remove(key: string): void {
    this.items.delete(checkKey(key));
    localStorage.removeItem(prefix + key);
  }

  clear(): void {
    for (const key of [...this.items.keys()]) this.remove(key);
  }

  info() {
    return {
      keys: [...this.items.keys()],
      currentSize: Math.ceil(this.size() / 1024),
      limitSize: totalLimit / 1024,
    };
  }

  private size(): number {
    let size = 0;
    for (const text of this.items.values()) size += text.length;
    return size;
  }
}

function checkKey(key: unknown): string {
  if (typeof key === 'string') return key;
  throw new ApiRefusal('parameter error: parameter.key should be String');
}

export function storageApi() {
  const storage = new Storage();
  return {
    ...synchronousStorage(storage),
    setStorage: performing('setStorage', ({ key, data }) => storage.write(key, data)),
    getStorage: asynchronous('getStorage', ({ key }) => {
      const data = storage.read(key);
      if (data === undefined) throw new ApiRefusal('data not found');
      return { data };
    }),
    removeStorage: performing('removeStorage', ({ key }) => storage.remove(key)),
    clearStorage: performing('clearStorage', () => storage.clear()),
    getStorageInfo: asynchronous('getStorageInfo', () => storage.info()),
  };
}

type SynchronousStorage = Pick<
  Wx,
  'setStorageSync' | 'getStorageSync' | 'removeStorageSync' | 'clearStorageSync' | 'getStorageInfoSync'
>;

function synchronousStorage(storage: Storage): SynchronousStorage {
  return {
    setStorageSync: (key, data) => named('setStorageSync', () => storage.write(key, data)),
    getStorageSync: (key) => (storage.read(key) ?? '') as never,
    removeStorageSync: (key) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => storage.info(),
  };
}

function named<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
  }
}
