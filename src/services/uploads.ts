import Taro from '@tarojs/taro';
import { upload } from './files';
import { hasFile } from './media';

/** A file of this phone that belongs to something the person is writing; plain data, so that a draft keeps it. */
export interface LocalFile {
  /** Its name among the others, made once. */
  readonly key: string;
  readonly path: string;
  /** Once it is in the cloud; from then on it is never sent again. */
  readonly fileId?: string;
  /** Of a voice. */
  readonly seconds?: number;
}

/** How far a file is: `percent` while it is sent, `failed` until it is tried again. */
export type Progress = { readonly percent: number } | 'waiting' | 'failed';

/** What sending rests on; tests give their own. */
export interface SendingPorts {
  send(folder: string, file: LocalFile, tell: (percent: number) => void): Promise<string | undefined>;
  isThere(path: string): boolean;
}

/** Ours: WeChat sends ten at once; three leave room for the person's other calls on a slow network. */
const atOnce = 3;
/** Milliseconds between two words on progress: nine photos together stay far under 20 drawings a second. */
const pause = 200;

const phone: SendingPorts = {
  send: async (folder, { key, path }, tell) => {
    const ending = /\.[A-Za-z0-9]{1,5}$/.exec(path)?.[0] ?? '';
    const uploaded = await upload(
      folder.replace(/\/+$/, ''),
      { name: `${key}${ending}`, path, size: 0 },
      tell,
    );
    return uploaded.ok ? uploaded.value : undefined;
  },
  isThere: hasFile,
};

export interface UploadsListener {
  /** A file is in the cloud. */
  sent(key: string, fileId: string): void;
  /** At most every 200 ms. */
  moved(progress: ReadonlyMap<string, Progress>): void;
}

/** Sends files into one folder, a few at a time; one that fails is tried again alone. */
export class Uploads {
  private readonly files = new Map<string, LocalFile>();
  private readonly progress = new Map<string, Progress>();
  private sending = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly folder: string,
    private readonly listener: UploadsListener,
    private readonly ports: SendingPorts = phone,
  ) {}

  /** Takes what is not in the cloud yet; what it knows already stays as it is. */
  take(files: readonly LocalFile[]): void {
    for (const file of files) {
      if (file.fileId !== undefined || this.files.has(file.key)) continue;
      this.files.set(file.key, file);
      this.progress.set(file.key, 'waiting');
    }
    for (const key of [...this.files.keys()]) if (!files.some((file) => file.key === key)) this.forget(key);
    this.tell();
    this.next();
  }

  /** Tries what failed once more: one file, or all. */
  retry(key?: string): void {
    for (const [one, state] of this.progress)
      if (state === 'failed' && (key === undefined || key === one)) this.progress.set(one, 'waiting');
    this.tell();
    this.next();
  }

  /** Resolves when each file has arrived or failed. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.next();
    });
  }

  /** Nothing is told any more; what is on its way arrives all the same. */
  end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private next(): void {
    for (const [key, state] of this.progress) {
      if (this.sending >= atOnce || this.isOver) return;
      const file = this.files.get(key);
      if (state === 'waiting' && file) void this.send(file);
    }
    if (this.sending === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private async send(file: LocalFile): Promise<void> {
    const { key, path } = file;
    this.sending += 1;
    this.progress.set(key, { percent: 0 });
    const fileId = this.ports.isThere(path)
      ? await this.ports.send(this.folder, file, (percent) => {
          if (typeof this.progress.get(key) !== 'object') return;
          this.progress.set(key, { percent });
          this.tell();
        })
      : undefined;
    this.sending -= 1;
    if (this.files.has(key)) {
      if (fileId === undefined) this.progress.set(key, 'failed');
      else {
        this.forget(key);
        if (!this.isOver) this.listener.sent(key, fileId);
      }
    } else if (fileId !== undefined) dropSent(fileId);
    this.tell();
    this.next();
  }

  private forget(key: string): void {
    this.files.delete(key);
    this.progress.delete(key);
  }

  private tell(): void {
    if (this.timer !== undefined || this.isOver) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.listener.moved(new Map(this.progress));
    }, pause);
  }
}

/** Sends what is not in the cloud yet, one after another, whatever becomes of the others; undefined where one did not go. `tell` hears of each that has arrived. */
export async function sendRest(
  folder: string,
  files: readonly LocalFile[],
  tell: (file: LocalFile) => void,
  ports: SendingPorts = phone,
): Promise<readonly string[] | undefined> {
  const fileIds: string[] = [];
  for (const file of files) {
    const fileId = file.fileId ?? (await ports.send(folder, file, () => undefined));
    if (fileId === undefined) continue;
    if (file.fileId === undefined) tell({ ...file, fileId });
    fileIds.push(fileId);
  }
  return fileIds.length === files.length ? fileIds : undefined;
}

/** Takes a file that nobody needs back out of the cloud; it is the person's own. */
export function dropSent(fileId: string): void {
  void Promise.resolve(Taro.cloud.deleteFile({ fileList: [fileId] })).catch(() => undefined);
}
