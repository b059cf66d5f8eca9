import { limits } from '../kernel/limits';
import { sdk } from './sdk';

/** WeChat: getTempFileURL and deleteFile take at most so many. */
const linksPerCall = 50;
/** WeChat: cloudPath is at most 850 bytes, without a leading slash. */
const longestPath = 850;

/** Keeps bytes as a file under this path, in place of one that was there. Gives the `cloud://` id, which does not age. Fails, as every call here, where the storage has not answered in `limits.fileAnswered`. */
export async function keepFile(path: string, bytes: Uint8Array): Promise<string> {
  if (path.startsWith('/') || Buffer.byteLength(path) > longestPath) throw new Error(`no path: ${path}`);
  const kept = sdk().uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) });
  const { fileID } = await within(kept, limits.fileAnswered);
  return fileID;
}

/** The file's bytes; undefined where there is none. Whoever hands an id in has proven before that it is theirs. */
export async function readFile(fileId: string): Promise<Buffer | undefined> {
  try {
    const { fileContent } = await within(sdk().downloadFile({ fileID: fileId }), limits.fileAnswered);
    return Buffer.from(fileContent);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Links to hand to a phone, good for minutes: never stored. Files that are not there have none. */
export async function linksTo(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (let from = 0; from < fileIds.length; from += linksPerCall) {
    const asked = sdk().getTempFileURL({ fileList: fileIds.slice(from, from + linksPerCall) });
    const { fileList } = await within(asked, limits.fileAnswered);
    for (const { fileID, tempFileURL } of fileList) if (tempFileURL) links.set(fileID, tempFileURL);
  }
  return links;
}

/** The same; fails where the storage has not answered after so many milliseconds. */
export async function linksWithin(
  fileIds: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, string>> {
  return within(linksTo(fileIds), limit);
}

/** No client of the storage sets itself a time: one that hangs would hang the whole tick, its deadlines and messages. */
async function within<Answer>(asked: Promise<Answer>, limit: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the storage has not answered in ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Removes files for good; those that are not there are passed over. Who asks has proven before that nobody needs them. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(fileIds)];
  for (let from = 0; from < wanted.length; from += linksPerCall) {
    const removed = sdk().deleteFile({ fileList: wanted.slice(from, from + linksPerCall) });
    const { fileList } = await within(removed, limits.fileAnswered);
    const failed = fileList.find((file) => file.status !== 0 && !isMissing(file));
    if (failed) throw new Error(`${failed.fileID} was not removed: ${failed.errMsg ?? failed.status}`);
  }
}

function isMissing(error: unknown): boolean {
  const { code, errCode, errMsg } = error as { code?: string; errCode?: number; errMsg?: string };
  return code === 'STORAGE_FILE_NONEXIST' || errCode === -503003 || /NONEXIST|not exist/i.test(errMsg ?? '');
}

/** Does a file, by its id `cloud://environment.bucket/path`, lie in this folder (`invoices/yunqi/`): ids come from phones. */
export function liesIn(fileId: string, folder: string): boolean {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? '';
  return path.startsWith(folder) && !path.split('/').includes('..');
}

/** Does it lie in this folder itself, not in one below: where phones upload, and our own files about it stand deeper. */
export function liesRightIn(fileId: string, folder: string): boolean {
  return liesIn(fileId, folder) && !fileId.slice(fileId.indexOf(folder) + folder.length).includes('/');
}
