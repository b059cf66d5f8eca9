const storage = new Map<string, unknown>();

/** In unit tests WeChat is a storage and a text size; whatever needs more of it is tested on the phone. */
export default {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
  getAppBaseInfo: () => ({ fontSizeScaleFactor: 1 }),
  getCurrentPages: () => [],
};

export const useDidShow = () => undefined;
export const useDidHide = () => undefined;
