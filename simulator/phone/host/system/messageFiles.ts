import { ApiRefusal } from '../api/convention';
import { button, h, openLayer } from './layer';
import { fromBase64 } from './localFiles';
import type { Prompts } from './prompts';

export type MessageFileKind = 'video' | 'image' | 'file';

/** A file that was sent in a chat. */
export interface MessageFile {
  readonly name: string;
  readonly kind: MessageFileKind;
  readonly content: Blob;
  /** Milliseconds. */
  readonly sentAt: number;
}

export interface WantedFiles {
  readonly count: number;
  readonly type: MessageFileKind | 'all';
  /** Endings without a dot, in small letters; any when there are none. They count for the type `file` alone. [doc] */
  readonly endings: readonly string[];
}

/** A file from outside. */
interface Given {
  readonly name: string;
  readonly base64: string;
}

type Choose = (chosen: readonly MessageFile[]) => void;

const kind = 'chooseMessageFile';

/** Pictures and films by their ending; everything else is a file. */
const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  heic: 'image/heic',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  m4v: 'video/x-m4v',
};

/** What lies in the chats: the files of the computer that were chosen before, newest first. They live as long as the page. */
const inChats: MessageFile[] = [];

/**
 * Lets the person take files from the chats; a file of the computer counts as one sent just now. From outside: `'cancel'`, or one
 * or several `{name, base64}`. Refuses with `cancel`.
 */
export async function askForMessageFiles(
  prompts: Prompts,
  wanted: WantedFiles,
): Promise<readonly MessageFile[]> {
  const chosen = await prompts.ask<readonly MessageFile[]>({
    kind,
    details: { ...wanted },
    read: (given) => readFiles(given, wanted),
    draw: (choose) => draw(wanted, choose),
  });
  if (chosen.length === 0) throw new ApiRefusal('cancel');
  return chosen;
}

/** The part of a name after its last dot, in small letters; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function sent(name: string, content: Blob): MessageFile {
  const [family] = (mediaTypes[endingOf(name)] ?? '').split('/');
  const isMedia = family === 'image' || family === 'video';
  return { name, content, kind: isMedia ? family : 'file', sentAt: Date.now() };
}

function isWanted(file: MessageFile, { type, endings }: WantedFiles): boolean {
  if (type === 'all') return true;
  const hasEnding = type !== 'file' || endings.length === 0 || endings.includes(endingOf(file.name));
  return file.kind === type && hasEnding;
}

function readFiles(given: unknown, wanted: WantedFiles): MessageFile[] {
  if (given === 'cancel') return [];
  const list: unknown[] = Array.isArray(given) ? given : [given];
  const files = list.filter(isGiven).map(({ name, base64 }) => {
    const type = mediaTypes[endingOf(name)] ?? '';
    return sent(name, new Blob([fromBase64(base64)], { type }));
  });
  const isRight = files.length > 0 && files.length === list.length && files.length <= wanted.count;
  if (!isRight || !files.every((file) => isWanted(file, wanted)))
    throw new Error(
      `${kind} is answered with 'cancel' or up to ${wanted.count} {name, base64} of ${wordsFor(wanted)}, not ${JSON.stringify(given)?.slice(0, 200)}`,
    );
  return files;
}

function isGiven(one: unknown): one is Given {
  const { name, base64 } = (one ?? {}) as Partial<Given>;
  return typeof name === 'string' && name !== '' && typeof base64 === 'string';
}

function wordsFor({ type, endings }: WantedFiles): string {
  const isNarrow = type === 'file' && endings.length > 0;
  return isNarrow ? `type file (${endings.join(', ')})` : `type ${type}`;
}

function draw(wanted: WantedFiles, choose: Choose): () => void {
  const chosen: MessageFile[] = [];
  const done = button('system-button is-primary', '完成', () => choose(chosen));
  const rows = inChats.filter((file) => isWanted(file, wanted)).map((file) => ({ file, element: row(file) }));
  const show = () => {
    done.disabled = chosen.length === 0;
    done.textContent = chosen.length === 0 ? '完成' : `完成(${chosen.length})`;
    for (const { file, element } of rows) element.setAttribute('aria-pressed', String(chosen.includes(file)));
  };
  for (const { file, element } of rows)
    element.addEventListener('click', () => {
      const place = chosen.indexOf(file);
      if (place >= 0) chosen.splice(place, 1);
      else if (chosen.length < wanted.count) chosen.push(file);
      show();
    });
  show();
  const note = h(
    'p',
    'system-note',
    rows.length > 0 ? `最多选 ${wanted.count} 个` : '聊天里还没有可以选的文件',
  );
  return openLayer(
    'sheet',
    '从聊天里选文件',
    h('h2', 'system-question', '从聊天里选文件'),
    ...rows.map(({ element }) => element),
    note,
    computerEntry(wanted, note, choose),
    h(
      'div',
      'system-pair',
      button('system-button', '取消', () => choose([])),
      done,
    ),
  );
}

function row({ name, content }: MessageFile): HTMLElement {
  const element = button('message-file', '', () => {});
  element.append(h('span', '', name), h('b', '', `${Math.ceil(content.size / 1024)} KB`));
  return element;
}

/** Real files of the computer, for a person at the screen. */
function computerEntry(wanted: WantedFiles, note: HTMLElement, choose: Choose): HTMLElement {
  const input = h('input', '');
  input.type = 'file';
  input.multiple = wanted.count > 1;
  input.accept = acceptedBy(wanted);
  input.hidden = true;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])].map((file) => sent(file.name, file));
    // The same file may be taken again after it was put right.
    input.value = '';
    if (files.length === 0) return;
    if (files.length > wanted.count) note.textContent = `最多选 ${wanted.count} 个，请重新选`;
    else if (!files.every((file) => isWanted(file, wanted)))
      note.textContent = `这里选不了这种文件，请选 ${wantedNames(wanted)}`;
    else {
      inChats.unshift(...files);
      choose(files);
    }
  });
  return h('label', 'system-link', '选电脑上的文件', input);
}

function acceptedBy({ type, endings }: WantedFiles): string {
  if (type === 'file') return endings.map((ending) => `.${ending}`).join(',');
  return type === 'all' ? '' : `${type}/*`;
}

function wantedNames({ type, endings }: WantedFiles): string {
  if (type === 'image') return '图片';
  if (type === 'video') return '视频';
  return endings.length > 0 ? endings.join('、') : '图片和视频以外的文件';
}
