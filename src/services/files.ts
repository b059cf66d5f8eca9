import Taro from '@tarojs/taro';
import { granted, type Outcome, refused } from '../../types/refusal';
import { isOnline } from './device';
import { failureOf } from './failure';

/** A file the person has taken from a chat. */
export interface ChosenFile {
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Lets the person take one file from a WeChat chat; undefined where they did not. Endings without a dot. */
export async function chooseFromChat(endings: readonly string[]): Promise<ChosenFile | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] });
    const [file] = tempFiles;
    return file && { name: file.name, path: file.path, size: file.size };
  } catch {
    return undefined;
  }
}

/**
 * Uploads a file under a path of its own in this folder; tells how far it is, 0 to 100. Gives its name in the cloud. Never throws: refused
 * with `UNREACHABLE` for want of a network, with `SERVICE_FAILED` for any other cause.
 */
export async function upload(
  folder: string,
  file: ChosenFile,
  tell: (percent: number) => void,
): Promise<Outcome<string>> {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(file.name)?.[0] ?? '';
  const name = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}${ending}`;
  try {
    const fileId = await new Promise<string>((resolve, reject) => {
      const task = Taro.cloud.uploadFile({
        cloudPath: `${folder}/${name}`,
        filePath: file.path,
        success: ({ fileID }) => resolve(fileID),
        fail: reject,
      }) as unknown as { onProgressUpdate?(told: (update: { progress: number }) => void): void } | undefined;
      task?.onProgressUpdate?.(({ progress }) => tell(progress));
    });
    return granted(fileId);
  } catch (error) {
    return refused(failureOf(error, await isOnline()));
  }
}
