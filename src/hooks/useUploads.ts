import { useCallback, useEffect, useRef, useState } from 'react';
import { newRequestId } from '../services/cloud';
import { watchNetwork } from '../services/device';
import { choosePhotos, dropFile, keepFile } from '../services/media';
import { dropSent, type LocalFile, type Progress, Uploads } from '../services/uploads';

export interface UploadsHook {
  readonly files: readonly LocalFile[];
  readonly progress: ReadonlyMap<string, Progress>;
  /** Lets the person choose photos, `most` at the most. */
  choose(most: number): Promise<void>;
  /** Takes a temporary file of WeChat. */
  add(path: string, seconds?: number): Promise<void>;
  remove(key: string): void;
  retry(key: string): void;
  /** Waits until each has arrived or failed; the files as they are then. */
  settled(): Promise<readonly LocalFile[]>;
}

/**
 * Files of one thing that the person writes: kept on the phone, sent as soon as they are there and `folder` is known, each again alone
 * where it failed, all that failed when the network comes back. `keepThem` remembers them, for a draft.
 */
export function useUploads(
  folder: string | undefined,
  first: readonly LocalFile[] = [],
  keepThem?: (files: readonly LocalFile[]) => void,
): UploadsHook {
  const [files, setFiles] = useState(first);
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map());
  const latest = useRef({ files, keepThem });
  latest.current.keepThem = keepThem;
  const uploads = useRef<Uploads>();

  const change = useCallback((next: readonly LocalFile[]) => {
    latest.current.files = next;
    setFiles(next);
    latest.current.keepThem?.(next);
    uploads.current?.take(next);
  }, []);

  useEffect(() => {
    if (folder === undefined) return;
    const running = new Uploads(folder, {
      sent: (key, fileId) =>
        change(latest.current.files.map((file) => (file.key === key ? { ...file, fileId } : file))),
      moved: setProgress,
    });
    uploads.current = running;
    running.take(latest.current.files);
    const stop = watchNetwork((isOnline) => {
      if (isOnline) running.retry();
    });
    return () => {
      stop();
      running.end();
    };
  }, [folder, change]);

  const addAll = useCallback(
    async (paths: readonly string[], seconds?: number) => {
      const kept = await Promise.all(paths.map((path) => keptFile(path, seconds)));
      change([...latest.current.files, ...kept]);
    },
    [change],
  );
  const add = useCallback((path: string, seconds?: number) => addAll([path], seconds), [addAll]);
  const choose = useCallback(async (most: number) => addAll(await choosePhotos(most)), [addAll]);
  const remove = useCallback(
    (key: string) => {
      const gone = latest.current.files.find((file) => file.key === key);
      change(latest.current.files.filter((file) => file !== gone));
      if (gone) dropFile(gone.path);
      if (gone?.fileId) dropSent(gone.fileId);
    },
    [change],
  );
  const retry = useCallback((key: string) => uploads.current?.retry(key), []);
  const settled = useCallback(async () => {
    await uploads.current?.settled();
    return latest.current.files;
  }, []);
  return { files, progress, choose, add, remove, retry, settled };
}

async function keptFile(path: string, seconds?: number): Promise<LocalFile> {
  return {
    key: newRequestId(),
    path: await keepFile(path),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/** Their names in the cloud; ask only where all are there. */
export function fileIdsOf(files: readonly LocalFile[]): string[] {
  return files.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId]));
}
