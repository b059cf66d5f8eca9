import Taro from '@tarojs/taro';

/** Bytes; ours: a photo over this is made smaller once more before it is sent over a mobile network. */
const largeEnough = 400 * 1024;
const smallerQuality = 60;

/** Lets the person take or choose photos; WeChat makes them smaller. Paths on this phone; none where the person turned back. */
export async function choosePhotos(most: number): Promise<readonly string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    });
    return await Promise.all(tempFiles.map(({ tempFilePath, size }) => smaller(tempFilePath, size)));
  } catch {
    return [];
  }
}

/** Moves a temporary file to where it survives a restart; where there is no room for it, it stays what it is. */
export function keepFile(path: string): Promise<string> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    });
  });
}

/** Takes a kept file away; one that is gone already is as it should be. */
export function dropFile(path: string): void {
  Taro.getFileSystemManager().removeSavedFile({ filePath: path });
}

/** Is it still on this phone. WeChat clears temporary files, and all files of a mini-program that is deleted. */
export function hasFile(path: string): boolean {
  try {
    Taro.getFileSystemManager().accessSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Shows photos large, one after another. */
export function showPhotos(urls: readonly string[], current: string): void {
  void Taro.previewImage({ urls: [...urls], current }).catch(() => undefined);
}

async function smaller(path: string, bytes: number): Promise<string> {
  if (bytes <= largeEnough) return path;
  try {
    return (await Taro.compressImage({ src: path, quality: smallerQuality })).tempFilePath;
  } catch {
    // A kind of picture WeChat does not make smaller is sent as it is.
    return path;
  }
}
