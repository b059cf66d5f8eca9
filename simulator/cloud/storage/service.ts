import { createHash } from 'node:crypto';
import type { AdminActions } from '../core/admin';
import type { CloudContext } from '../core/context';
import { CloudError, invalidParam } from '../core/errors';
import { type Auth, mayTouchFile } from '../rules/decide';
import { cosRefusal, type FileAnswer } from './answers';
import { checkedPath, contentTypeOf, fileIdOf, pathOf } from './paths';
import { check, issue, permitLife } from './permits';
import { Seals } from './seals';

/** Bytes of one file. The real limit is not on a page we have [guess]; a phone's camera makes nothing near it. */
export const largestFile = 50 * 1024 * 1024;
/** Seconds a download link works unless `max_age` says otherwise [document: Cloud.getTempFileURL, 10 minutes]. */
export const linkLife = 600;
const longestLinkLife = 24 * 3600;
const mostFilesPerCall = 50;

const schema = `CREATE TABLE IF NOT EXISTS storage_files (
  path TEXT PRIMARY KEY, owner TEXT, at INTEGER NOT NULL, etag TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL)`;

export interface StoredFile {
  readonly fileID: string;
  readonly path: string;
  /** The openid that uploaded it; null when a function or an outside script did. */
  readonly owner: string | null;
  readonly size: number;
  /** Business time of the upload, milliseconds. */
  readonly at: number;
}

interface CopyOutcome {
  readonly fileId?: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Cloud storage. Files live in the state file, so a snapshot holds them too. Download links run out on the business clock
 * (a test or a demonstration that moves the clock moves them); permits to upload run out on real time.
 */
export class StorageService {
  readonly actions: AdminActions = {
    'storage.getUploadMetadata': async (params) => ({ data: this.uploadMetadata(params.path) }),
    'storage.batchGetDownloadUrl': async (params) => ({
      data: { download_list: listOf(params.file_list, 'file_list').map((file) => this.link(file)) },
    }),
    'storage.batchDeleteFile': async (params) => ({
      data: {
        delete_list: listOf(params.fileid_list, 'fileid_list').map((fileID) => ({
          fileID,
          code: this.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
        })),
      },
    }),
    'storage.getFileAuthority': async (params) => ({ data: this.authority(params) }),
    'storage.batchCopyFile': async (params) => ({ data: { copy_list: this.copy(params) } }),
  };
  private readonly seals: Seals;

  constructor(private readonly context: CloudContext) {
    context.state.schema('storage', schema);
    this.seals = new Seals(context);
  }

  /** Keeps a file, in place of one of the same path, and answers its id. Refuses a bad path and more than 50 MB. */
  write(path: string, bytes: Uint8Array, owner: string | null): string {
    checkedPath(path);
    if (bytes.byteLength > largestFile)
      throw new CloudError('STORAGE_FILE_TOO_LARGE', `a file has at most ${largestFile} bytes`);
    const etag = createHash('md5').update(bytes).digest('hex');
    this.context.state
      .sql(
        'INSERT OR REPLACE INTO storage_files (path, owner, at, etag, size, bytes) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(path, owner, this.context.clock.now(), etag, bytes.byteLength, bytes);
    return fileIdOf(this.context.settings.envId, path);
  }

  /** What is known of a file without its bytes; undefined when the id leads to none. */
  find(fileID: unknown): StoredFile | undefined {
    const path = pathOf(this.context.settings.envId, fileID);
    return path === undefined ? undefined : this.findPath(path);
  }

  findPath(path: string): StoredFile | undefined {
    const row = this.context.state
      .sql('SELECT path, owner, size, at FROM storage_files WHERE path = ?')
      .get(path) as Omit<StoredFile, 'fileID'> | undefined;
    return row && { ...row, fileID: fileIdOf(this.context.settings.envId, row.path) };
  }

  /** Whether the storage rules let a phone's user read or write a file of this owner. */
  may(operation: 'read' | 'write', owner: string | null, auth: Auth): boolean {
    const rule = this.context.environment().storageRules[operation] ?? false;
    return mayTouchFile(rule, owner, { auth, now: this.context.clock.now() });
  }

  /** The bytes behind a file id, for rooms that look into a file. */
  read(fileID: string): Uint8Array | undefined {
    const path = pathOf(this.context.settings.envId, fileID);
    return path === undefined ? undefined : this.bytesOf(path)?.bytes;
  }

  list(): StoredFile[] {
    const rows = this.context.state.sql('SELECT path FROM storage_files ORDER BY path').all() as {
      path: string;
    }[];
    return rows.flatMap(({ path }) => this.findPath(path) ?? []);
  }

  /** Whether there was such a file. */
  remove(fileID: unknown): boolean {
    const path = pathOf(this.context.settings.envId, fileID);
    if (path === undefined) return false;
    return this.context.state.sql('DELETE FROM storage_files WHERE path = ?').run(path).changes > 0;
  }

  /** A link for `{fileid, max_age}` or an id. The address is not URL-encoded [measured: the vendor's own suite]. */
  link(wanted: unknown): { fileID: unknown; tempFileURL: string; code: string; maxAge?: number } {
    const { fileid, max_age } = isRecord(wanted) ? wanted : { fileid: wanted, max_age: undefined };
    const file = this.find(fileid);
    if (!file) return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' };
    const isUsable = typeof max_age === 'number' && max_age > 0;
    const maxAge = Math.min(isUsable ? Math.floor(max_age) : linkLife, longestLinkLife);
    return { fileID: file.fileID, tempFileURL: this.address(file.path, maxAge), code: 'SUCCESS', maxAge };
  }

  /** `PUT /storage/upload/<path>`: 200 and an empty body, or object storage's XML. `path` comes URL-decoded. */
  putFile(request: {
    path: string;
    headers: Readonly<Record<string, string | string[] | undefined>>;
    body: Uint8Array;
  }): FileAnswer {
    const { path, headers, body } = request;
    const requestId = this.requestId();
    const verdict = check(this.seals, {
      path,
      token: text(headers['x-cos-security-token']),
      authorization: text(headers.authorization) ?? text(headers.signature),
      now: Date.now(),
    });
    if ('refused' in verdict) return cosRefusal(verdict.refused, path, requestId);
    if (body.byteLength > largestFile) return cosRefusal('EntityTooLarge', path, requestId);
    this.write(path, body, verdict.permit.owner);
    return { status: 200, headers: { 'x-cos-request-id': requestId }, body: new Uint8Array() };
  }

  /** `GET` or `HEAD /storage/files/<path>?sign=…&t=…`. `path` comes URL-decoded. */
  getFile(request: { path: string; sign?: string; t?: string }): FileAnswer {
    const { path, sign = '', t = '' } = request;
    const requestId = this.requestId();
    if (!this.seals.isGenuine(`download:${path}:${t}`, sign))
      return cosRefusal('SignatureDoesNotMatch', path, requestId);
    if (Number(t) * 1000 < this.context.clock.now()) return cosRefusal('AccessDenied', path, requestId);
    const file = this.bytesOf(path);
    if (!file) return cosRefusal('NoSuchKey', path, requestId);
    const headers = {
      'content-type': contentTypeOf(path),
      'content-length': String(file.bytes.byteLength),
      etag: `"${file.etag}"`,
      'x-cos-request-id': requestId,
    };
    return { status: 200, headers, body: file.bytes };
  }

  /** An upload by a function or a script belongs to nobody, so rules on `resource.openid` keep phones off it. */
  private uploadMetadata(wanted: unknown): Record<string, string> {
    const path = checkedPath(wanted);
    const { envId } = this.context.settings;
    const { token, authorization } = issue(this.seals, { path, owner: null, until: Date.now() + permitLife });
    const fileId = fileIdOf(envId, path);
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const url = `${this.context.baseUrl()}/storage/upload/${encoded}`;
    const download_url = this.address(path, linkLife);
    return { url, token, authorization, fileId, cosFileId: this.cosFileId(path), download_url };
  }

  private address(path: string, seconds: number): string {
    const until = Math.floor(this.context.clock.now() / 1000) + seconds;
    const sign = this.seals.sign(`download:${path}:${until}`);
    return `${this.context.baseUrl()}/storage/files/${path}?sign=${sign}&t=${until}`;
  }

  /** Whether an end user may touch each file under the storage rules; asked by functions that serve end users. */
  private authority(params: Record<string, unknown>): Record<string, unknown>[] {
    const { openId, uid } = params;
    const openid = typeof openId === 'string' && openId ? openId : String(uid ?? '');
    return listOf(params.fileList, 'fileList').map((wanted) => {
      const { path, type } = isRecord(wanted) ? wanted : {};
      const file = this.find(path);
      const operation = type === 'READ' ? 'read' : 'write';
      const isAllowed = file !== undefined && openid !== '' && this.may(operation, file.owner, { openid });
      return { path, cosFileId: file ? this.cosFileId(file.path) : '', read: isAllowed };
    });
  }

  private copy(params: Record<string, unknown>): CopyOutcome[] {
    return listOf(params.file_list, 'file_list').map((wanted) => {
      const { src_path, dst_path, overwrite, remove_original } = isRecord(wanted) ? wanted : {};
      const target = checkedPath(dst_path);
      const source = this.bytesOf(checkedPath(src_path));
      if (!source) return { code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exist' };
      if (overwrite === false && this.findPath(target))
        return { code: 'STORAGE_FILE_EXIST', message: 'storage file exists' };
      const fileId = this.write(target, source.bytes, null);
      if (remove_original === true) this.remove(fileIdOf(this.context.settings.envId, String(src_path)));
      return { fileId, code: 'SUCCESS', message: '' };
    });
  }

  private bytesOf(path: string): { bytes: Uint8Array; etag: string } | undefined {
    return this.context.state.sql('SELECT bytes, etag FROM storage_files WHERE path = ?').get(path) as
      | { bytes: Uint8Array; etag: string }
      | undefined;
  }

  private cosFileId(path: string): string {
    return this.seals.sign(`file:${path}`);
  }

  private requestId(): string {
    return this.context.random.stream('storage').hex(32);
  }
}

function listOf(list: unknown, name: string): unknown[] {
  if (!Array.isArray(list) || list.length === 0) throw invalidParam(`${name}: a non-empty array is expected`);
  if (list.length > mostFilesPerCall)
    throw invalidParam(`${name}: at most ${mostFilesPerCall} files at once`);
  return list;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
