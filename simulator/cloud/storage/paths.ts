import { invalidParam } from '../core/errors';
import { bucketOf } from '../core/settings';

const longestPath = 850;

/**
 * Checks a cloud path and gives it back. Refuses what WeChat refuses [document: 文件名命名限制]: empty, a leading `/`, `//`, more
 * than 850 bytes, control characters; and `.` and `..` as parts, which no storage of ours must ever follow.
 */
export function checkedPath(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw invalidParam('path: a cloud path is expected');
  if (Buffer.byteLength(path) > longestPath) throw invalidParam(`path: longer than ${longestPath} bytes`);
  const parts = path.split('/');
  if (parts.includes('')) throw invalidParam(`path: no leading, trailing or double "/": ${path}`);
  if (parts.includes('..') || parts.includes('.')) throw invalidParam(`path: no "." or ".." parts: ${path}`);
  if (/\p{Surrogate}/u.test(path)) throw invalidParam('path: half a character');
  if ([...path].some(isControl)) throw invalidParam('path: no control characters');
  return path;
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 32 || code === 127;
}

/** `cloud://<env>.<bucket>/<path>`. */
export function fileIdOf(envId: string, path: string): string {
  return `cloud://${envId}.${bucketOf(envId)}/${path}`;
}

/** The path in a file id of this environment; undefined for every other text. */
export function pathOf(envId: string, fileId: unknown): string | undefined {
  const prefix = fileIdOf(envId, '');
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined;
  return fileId.slice(prefix.length) || undefined;
}

const types: Readonly<Record<string, string>> = {
  aac: 'audio/aac',
  bmp: 'image/bmp',
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wav: 'audio/wav',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The content type by the name's ending, as object storage answers it. */
export function contentTypeOf(path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return types[ending] ?? 'application/octet-stream';
}
