import Taro from '@tarojs/taro';

/** What the phone remembers by itself: survives a restart, is this WeChat account's on this phone, may be gone at any time. */
export function recall<T>(key: string): T | undefined {
  try {
    const kept = Taro.getStorageSync(key);
    return kept === '' || kept === undefined ? undefined : (kept as T);
  } catch {
    return undefined;
  }
}

/** Remembers plain data; a full or broken storage is no reason to fail. */
export function keep(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value);
  } catch {
    // Nothing rests on it: the cloud has the truth.
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // As above.
  }
}

/** Forgets everything whose name begins so. */
export function forgetAll(beginning: string): void {
  try {
    for (const key of Taro.getStorageInfoSync().keys) if (key.startsWith(beginning)) forget(key);
  } catch {
    // As above.
  }
}
