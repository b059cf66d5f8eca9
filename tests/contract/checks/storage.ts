import assert from 'node:assert/strict';
import { createReadStream, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, defineChecks, localCheck, type Tools } from '../harness/checks';
import { refusal, refuses } from '../harness/expect';

const page = 'document: 云存储 API';
const sdk = 'measured: wx-server-sdk 4.0.2';
const suite = "measured: the vendor's node-sdk test suite";

async function upload({ cloud }: Tools, text: string, path = 'contract/file.txt'): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) });
  return fileID;
}

async function linkOf({ cloud }: Tools, file: unknown): Promise<string> {
  const { fileList } = await cloud.getTempFileURL({ fileList: [file] });
  return fileList[0]?.tempFileURL ?? '';
}

export const storage = defineChecks('storage', [
  check('an uploaded buffer has a cloud:// id and comes back byte for byte', page, async (tools) => {
    const bytes = Buffer.from([0, 255, 254, 10, 13, 0, 128]);
    const { fileID, errMsg } = await tools.cloud.uploadFile({
      cloudPath: 'contract/bytes.bin',
      fileContent: bytes,
    });
    assert.match(fileID, /^cloud:\/\/[^./]+\.[^/]+\/contract\/bytes\.bin$/);
    assert.equal(errMsg, 'uploadFile:ok');
    const { fileContent } = await tools.cloud.downloadFile({ fileID });
    assert.equal(Buffer.compare(fileContent, bytes), 0);
  }),
  check('an uploaded stream comes back whole', page, async ({ cloud }) => {
    const path = join(tmpdir(), `contract-${process.pid}.bin`);
    const bytes = Buffer.alloc(1_500_000, 'nuanlin');
    writeFileSync(path, bytes);
    try {
      const { fileID } = await cloud.uploadFile({
        cloudPath: 'contract/stream.bin',
        fileContent: createReadStream(path),
      });
      const { fileContent } = await cloud.downloadFile({ fileID });
      assert.equal(Buffer.compare(fileContent, bytes), 0);
    } finally {
      rmSync(path, { force: true });
    }
  }),
  check('uploadFile reports statusCode -1 in 4.0.2: never test for 200', sdk, async ({ cloud }) => {
    const { statusCode } = await cloud.uploadFile({
      cloudPath: 'contract/status.txt',
      fileContent: Buffer.from('x'),
    });
    assert.equal(statusCode, -1);
  }),
  check("a second upload to one path takes the first's place", page, async (tools) => {
    const first = await upload(tools, 'first');
    const second = await upload(tools, 'second');
    assert.equal(second, first);
    assert.equal((await tools.cloud.downloadFile({ fileID: first })).fileContent.toString(), 'second');
  }),
  check('a path of Chinese characters and spaces', page, async (tools) => {
    const fileID = await upload(tools, '照片', 'contract/三栋 漏水.txt');
    assert.equal((await tools.cloud.downloadFile({ fileID })).fileContent.toString(), '照片');
    assert.equal(await (await fetch(encodeURI(await linkOf(tools, fileID)))).text(), '照片');
  }),
  check('a temporary link gives the file to a plain GET', page, async (tools) => {
    const fileID = await upload(tools, 'linked');
    const { fileList, errMsg } = await tools.cloud.getTempFileURL({ fileList: [fileID] });
    assert.equal(errMsg, 'getTempFileURL:ok');
    assert.deepEqual([fileList[0]?.fileID, fileList[0]?.status, fileList[0]?.errMsg], [fileID, 0, 'ok']);
    const answer = await fetch(fileList[0]?.tempFileURL ?? '');
    assert.deepEqual([answer.status, await answer.text()], [200, 'linked']);
  }),
  check('a temporary link takes {fileID, maxAge}', page, async (tools) => {
    const fileID = await upload(tools, 'linked');
    const answer = await fetch(await linkOf(tools, { fileID, maxAge: 60 }));
    assert.equal(await answer.text(), 'linked');
  }),
  check('a missing file has a status of its own in a list of links', page, async (tools) => {
    const fileID = await upload(tools, 'here');
    const missing = fileID.replace('file.txt', 'nowhere.txt');
    const { fileList } = await tools.cloud.getTempFileURL({ fileList: [missing, fileID] });
    assert.deepEqual(
      fileList.map(({ status }) => status),
      [-503003, 0],
    );
    assert.equal(fileList[0]?.tempFileURL, '');
  }),
  check('an id that does not begin with cloud:// is a missing file', suite, async ({ cloud }) => {
    const { fileList } = await cloud.getTempFileURL({ fileList: ['https://example.com/a.png'] });
    assert.equal(fileList[0]?.status, -503003);
  }),
  check('more than 50 links in one call are refused', 'document: Cloud.getTempFileURL', async (tools) => {
    const fileID = await upload(tools, 'x');
    await assert.rejects(tools.cloud.getTempFileURL({ fileList: Array.from({ length: 51 }, () => fileID) }));
  }),
  check('downloading a missing file is refused', sdk, async (tools) => {
    const missing = (await upload(tools, 'x')).replace('file.txt', 'nowhere.txt');
    const error = await refusal(tools.cloud.downloadFile({ fileID: missing }));
    assert.match(error.errMsg, /downloadFile:fail/);
    assert.equal(error.code, 'STORAGE_FILE_NONEXIST');
  }),
  check('a deleted file is gone', page, async (tools) => {
    const fileID = await upload(tools, 'x');
    const { fileList } = await tools.cloud.deleteFile({ fileList: [fileID] });
    assert.deepEqual(fileList, [{ fileID, status: 0, errMsg: 'ok' }]);
    await refusal(tools.cloud.downloadFile({ fileID }));
  }),
  check('deleting a missing file says so', page, async (tools) => {
    const missing = (await upload(tools, 'x')).replace('file.txt', 'nowhere.txt');
    const { fileList } = await tools.cloud.deleteFile({ fileList: [missing] });
    assert.equal(fileList[0]?.status, -503003);
  }),
  check('deleting 51 files at once is refused', suite, async (tools) => {
    const fileID = await upload(tools, 'x');
    await assert.rejects(tools.cloud.deleteFile({ fileList: Array.from({ length: 51 }, () => fileID) }));
    await tools.cloud.downloadFile({ fileID });
  }),
  check('a path that begins with / is refused', page, async ({ cloud }) => {
    await assert.rejects(cloud.uploadFile({ cloudPath: '/contract/a.txt', fileContent: Buffer.from('x') }));
  }),
  check('uploadFile without content is refused by the SDK', sdk, async ({ cloud }) => {
    await refuses(
      cloud.uploadFile({ cloudPath: 'contract/a.txt', fileContent: undefined }),
      -1,
      'fileContent',
    );
  }),
  localCheck(
    'a path with .. is refused and leaves the folder alone',
    'guess: refused as a bad parameter',
    async ({ cloud }) => {
      for (const cloudPath of ['../a.txt', 'a/../../b.txt', 'a/..', '..'])
        await assert.rejects(cloud.uploadFile({ cloudPath, fileContent: Buffer.from('x') }), cloudPath);
    },
  ),
  localCheck('a link ends after 10 minutes', 'document: Cloud.getTempFileURL', async (tools) => {
    const fileID = await upload(tools, 'short-lived');
    const link = await linkOf(tools, fileID);
    await tools.local.control.advance({ by: 9 * 60_000 });
    assert.equal((await fetch(link)).status, 200);
    await tools.local.control.advance({ by: 2 * 60_000 });
    assert.equal((await fetch(link)).status, 403);
  }),
  localCheck('a link that was changed opens nothing', page, async (tools) => {
    await upload(tools, 'secret', 'contract/secret.txt');
    const link = await linkOf(tools, await upload(tools, 'mine', 'contract/mine.txt'));
    assert.equal((await fetch(link.replace('mine.txt', 'secret.txt'))).status, 403);
    assert.equal((await fetch(link.split('?')[0] ?? '')).status, 403);
  }),
  localCheck('an upload without the permit is refused', page, async ({ local }) => {
    const answer = await fetch(`${local.baseUrl}/storage/upload/contract/forged.txt`, {
      method: 'PUT',
      body: 'x',
    });
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /<Error>/);
  }),
]);
