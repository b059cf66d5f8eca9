import type { AdminCall } from '../core/admin';
import type { CloudContext } from '../core/context';
import { bucketOf } from '../core/settings';
import { createTestContext } from '../gateway/testContext';
import { largestFile, StorageService } from './service';

const call: AdminCall = {
  caller: { appid: 'wx', source: '', clientIp: '127.0.0.1', openid: 'oCaller' },
  requestId: 'r',
  parts: new Map(),
};
let context: CloudContext;
let storage: StorageService;

beforeEach(() => {
  context = createTestContext({ storageRules: { read: true, write: 'resource.openid == auth.openid' } });
  storage = new StorageService(context);
});
afterEach(() => {
  jest.restoreAllMocks();
  context.state.close();
});

async function ask<T>(action: string, params: Record<string, unknown>): Promise<T> {
  const answer = await storage.actions[`storage.${action}`]?.(params, call);
  if (!answer || !('data' in answer)) throw new Error(`${action} answered nothing`);
  return answer.data as T;
}

interface Metadata {
  url: string;
  token: string;
  authorization: string;
  fileId: string;
  cosFileId: string;
}

const metadataOf = (path: string) => ask<Metadata>('getUploadMetadata', { path, method: 'put' });

function put(metadata: Metadata, body = 'content', change: Record<string, string | undefined> = {}) {
  const path = decodeURIComponent(new URL(metadata.url).pathname).replace('/storage/upload/', '');
  const headers = {
    authorization: metadata.authorization,
    'x-cos-security-token': metadata.token,
    ...change,
  };
  return storage.putFile({ path, headers, body: Buffer.from(body) });
}

function linkOf(fileid: string, max_age?: number) {
  return storage.link({ fileid, ...(max_age !== undefined && { max_age }) });
}

function get(url: string) {
  const { pathname, searchParams } = new URL(encodeURI(url));
  return storage.getFile({
    path: decodeURIComponent(pathname).replace('/storage/files/', ''),
    sign: searchParams.get('sign') ?? '',
    t: searchParams.get('t') ?? '',
  });
}

const textOf = ({ body }: { body: Uint8Array }) => Buffer.from(body).toString();

describe('uploading', () => {
  test('metadata, then a signed PUT, answers 200 with an empty body', async () => {
    const metadata = await metadataOf('a|b测试.jpeg');
    expect(metadata.fileId).toBe(
      `cloud://${context.settings.envId}.${bucketOf(context.settings.envId)}/a|b测试.jpeg`,
    );
    expect(metadata.url).toBe(`http://127.0.0.1:4600/storage/upload/${encodeURIComponent('a|b测试.jpeg')}`);
    const answer = put(metadata);
    expect([answer.status, answer.body.byteLength]).toEqual([200, 0]);
    expect(storage.find(metadata.fileId)).toMatchObject({ path: 'a|b测试.jpeg', owner: null, size: 7 });
  });

  test('the same path again replaces the file', async () => {
    put(await metadataOf('a/b.txt'), 'one');
    put(await metadataOf('a/b.txt'), 'second');
    expect(storage.list()).toMatchObject([{ path: 'a/b.txt', size: 6 }]);
  });

  test.each<[string, Record<string, string | undefined>, number, string]>([
    ['no token', { 'x-cos-security-token': undefined }, 403, 'InvalidToken'],
    ['a forged signature', { authorization: 'q-signature=0123456789' }, 403, 'SignatureDoesNotMatch'],
    ['no signature', { authorization: undefined }, 403, 'SignatureDoesNotMatch'],
    ['a forged token', { 'x-cos-security-token': 'e30' }, 403, 'SignatureDoesNotMatch'],
  ])('%s gets the XML of object storage', async (_what, change, status, code) => {
    const answer = put(await metadataOf('a.txt'), 'x', change);
    expect(answer.status).toBe(status);
    expect(textOf(answer)).toMatch(
      new RegExp(`<Error>\\s*<Code>${code}</Code>\\s*<Message>.+</Message>\\s*<Resource>a.txt</Resource>`),
    );
    expect(textOf(answer)).toMatch(/<RequestId>\w+<\/RequestId>\s*<TraceId>.+<\/TraceId>/);
    expect(storage.list()).toEqual([]);
  });

  test('a permit for one path opens no other', async () => {
    const metadata = await metadataOf('mine.txt');
    const answer = put({ ...metadata, url: metadata.url.replace('mine', 'other') });
    expect(textOf(answer)).toContain('SignatureDoesNotMatch');
  });

  test('a permit runs out after 15 minutes of real time', async () => {
    const metadata = await metadataOf('late.txt');
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 15 * 60_000 + 1);
    expect(textOf(put(metadata))).toContain('<Code>AccessDenied</Code>');
  });

  test('50 MB is the most', async () => {
    const metadata = await metadataOf('big.bin');
    const answer = storage.putFile({
      path: 'big.bin',
      headers: { authorization: metadata.authorization, 'x-cos-security-token': metadata.token },
      body: new Uint8Array(largestFile + 1),
    });
    expect([answer.status, textOf(answer)]).toEqual([400, expect.stringContaining('EntityTooLarge')]);
  });

  test.each([
    ['', 'cloud path'],
    [7, 'cloud path'],
    ['/a', 'leading'],
    ['a//b', 'double'],
    ['a/', 'trailing'],
    ['../a', '".."'],
    ['a/../../b', '".."'],
    ['a\ud800b', 'half a character'],
    ['a/./b', '".."'],
    [`${'测'.repeat(283)}xx`, '850 bytes'],
    ['a\u0018b', 'control'],
    ['a\nb', 'control'],
  ])('the path %j is refused', async (path, complaint) => {
    await expect(ask('getUploadMetadata', { path })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining(complaint),
    });
  });

  test('850 bytes are allowed', async () => {
    await expect(metadataOf('x'.repeat(850))).resolves.toMatchObject({ token: expect.any(String) });
  });
});

describe('links', () => {
  test('a link is not URL-encoded, leads to the bytes and names type and length', () => {
    const fileID = storage.write('相册/a b.jpeg', Buffer.from('jpeg'), null);
    const { tempFileURL, code, maxAge } = linkOf(fileID);
    expect([code, maxAge]).toEqual(['SUCCESS', 600]);
    expect(tempFileURL).toMatch(/^http:\/\/127.0.0.1:4600\/storage\/files\/相册\/a b.jpeg\?sign=\w+&t=\d+$/);
    const answer = get(tempFileURL);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/jpeg', 'content-length': '4' },
    });
    expect(textOf(answer)).toBe('jpeg');
  });

  test('it works for 10 minutes of business time', () => {
    const { tempFileURL } = linkOf(storage.write('a.txt', Buffer.from('x'), null));
    context.clock.set(context.clock.now() + 599_000);
    expect(get(tempFileURL).status).toBe(200);
    context.clock.set(context.clock.now() + 2000);
    const answer = get(tempFileURL);
    expect([answer.status, textOf(answer)]).toEqual([403, expect.stringContaining('AccessDenied')]);
  });

  test('max_age sets another life, a day at most', () => {
    const fileID = storage.write('a.txt', Buffer.from('x'), null);
    expect(linkOf(fileID, 60).maxAge).toBe(60);
    expect(linkOf(fileID, 1e9).maxAge).toBe(86_400);
    expect(linkOf(fileID, -5).maxAge).toBe(600);
  });

  test('a changed link and a link to a deleted file are refused', () => {
    const fileID = storage.write('a.txt', Buffer.from('x'), null);
    storage.write('b.txt', Buffer.from('y'), null);
    const { tempFileURL } = linkOf(fileID);
    expect(get(tempFileURL.replace('a.txt', 'b.txt')).status).toBe(403);
    expect(get(tempFileURL.replace(/t=\d+/, 't=99999999999')).status).toBe(403);
    storage.remove(fileID);
    expect([get(tempFileURL).status, textOf(get(tempFileURL))]).toEqual([
      404,
      expect.stringContaining('NoSuchKey'),
    ]);
  });

  test('a link outlives a restart but not a reset to before its file', () => {
    context.state.saveSnapshot('empty');
    const { tempFileURL } = linkOf(storage.write('a.txt', Buffer.from('x'), null));
    expect(get(tempFileURL).status).toBe(200);
    context.state.resetTo('empty');
    expect(get(tempFileURL).status).not.toBe(200);
  });

  test.each(['unexistFileID', 'cloud://other-env.bucket/a.txt', 'cloud://', '', 7, null])(
    'the id %j leads to no file',
    (fileid) => {
      expect(storage.link({ fileid })).toMatchObject({ code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' });
    },
  );
});

describe('many at once', () => {
  test.each([
    ['batchGetDownloadUrl', 'file_list'],
    ['batchDeleteFile', 'fileid_list'],
    ['getFileAuthority', 'fileList'],
    ['batchCopyFile', 'file_list'],
  ])('%s takes 1 to 50 files', async (action, name) => {
    const refusal = { code: 'INVALID_PARAM' };
    await expect(ask(action, { [name]: Array(51).fill('cloud://x') })).rejects.toMatchObject(refusal);
    await expect(ask(action, { [name]: [] })).rejects.toMatchObject(refusal);
    await expect(ask(action, {})).rejects.toMatchObject(refusal);
  });

  test('deleting tells for each file whether it was there', async () => {
    const fileID = storage.write('a.txt', Buffer.from('x'), null);
    const answer = await ask('batchDeleteFile', { fileid_list: [fileID, fileID, 'x'] });
    expect(answer).toEqual({
      delete_list: [
        { fileID, code: 'SUCCESS' },
        { fileID, code: 'STORAGE_FILE_NONEXIST' },
        { fileID: 'x', code: 'STORAGE_FILE_NONEXIST' },
      ],
    });
  });

  test('copying keeps the bytes, respects overwrite and can move', async () => {
    const from = storage.write('a/x.txt', Buffer.from('x'), 'oOwner');
    const to = from.replace('a/x', 'b/x');
    const copy = (more: object) =>
      ask('batchCopyFile', { file_list: [{ src_path: 'a/x.txt', dst_path: 'b/x.txt', ...more }] });
    expect(await copy({})).toMatchObject({ copy_list: [{ fileId: to, code: 'SUCCESS' }] });
    expect(await copy({ overwrite: false })).toMatchObject({ copy_list: [{ code: 'STORAGE_FILE_EXIST' }] });
    await copy({ remove_original: true });
    expect(storage.list().map(({ path }) => path)).toEqual(['b/x.txt']);
    expect(Buffer.from(storage.read(to) ?? []).toString()).toBe('x');
    expect(await copy({})).toMatchObject({ copy_list: [{ code: 'STORAGE_FILE_NONEXIST' }] });
  });

  test('authority follows the storage rules for the user named', async () => {
    const path = storage.write('a.txt', Buffer.from('x'), 'oOwner');
    const ofType = async (type: string, openId: string) => {
      const [answer] = await ask<{ read: boolean; cosFileId: string }[]>('getFileAuthority', {
        openId,
        fileList: [{ path, type }],
      });
      return answer?.read;
    };
    expect(await ofType('READ', 'oOther')).toBe(true);
    expect(await ofType('WRITE', 'oOther')).toBe(false);
    expect(await ofType('WRITE', 'oOwner')).toBe(true);
    expect(await ofType('READ', '')).toBe(false);
  });
});
