import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../simulator/cloud/cloud';
import { type Phone, startPhone } from '../../simulator/phone/phone';
import { seed } from './seed';

jest.setTimeout(60_000);

const own = 'doc._openid == auth.openid';
const declared = {
  'database.json': {
    collections: [
      { name: 'notes', indexes: [], rules: { read: own, write: own } },
      { name: 'secrets', indexes: [], rules: { read: false, write: false } },
    ],
  },
  'environment.json': {
    functionRules: { '*': { invoke: true } },
    storageRules: { read: true, write: true },
  },
};
const source = `exports.main = async (event, context) => ({ event, openid: process.env.WX_OPENID ?? JSON.parse(process.env.WX_CONTEXT ?? '{}').openid ?? null });`;

const openid = 'oOnPhone'.padEnd(28, '0');

let dist: string;
let cloud: Cloud;
let phone: Phone;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'phone-cloud-'));
  await mkdir(join(dist, 'cloudfunctions', 'echo'), { recursive: true });
  await writeFile(join(dist, 'cloudfunctions', 'echo', 'index.js'), source);
  await writeFile(join(dist, 'cloudfunctions', 'echo', 'config.json'), '{}');
  for (const [name, content] of Object.entries(declared))
    await writeFile(join(dist, name), JSON.stringify(content));
  cloud = await startCloud({ dist });
  await seed(cloud.env, 'notes', { _id: 'theirs', _openid: 'oSomebodyElse', text: '别人的' });
  const miniprogram = join('simulator', 'phone', 'fixtures', 'native');
  phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid, miniprogram });
});

afterAll(async () => {
  await phone?.stop();
  await cloud?.stop();
  await rm(dist, { recursive: true, force: true });
});

/** Runs in the mini-program; `wx.cloud` is ready, `db` is its database. */
async function onPhone(body: string): Promise<unknown> {
  const functionDeclaration = `async () => { wx.cloud.init(); const db = wx.cloud.database(); try { ${body} } catch (error) { return { refused: error } } }`;
  return (
    (await phone.link.ask('App.callFunction', { functionDeclaration, args: [] })) as { result: unknown }
  ).result;
}

test('a function is called with what the phone sent', async () => {
  expect(
    await onPhone(`return (await wx.cloud.callFunction({ name: 'echo', data: { a: 1 } })).result.event`),
  ).toMatchObject({ a: 1 });
});

test('a function that does not exist is refused with its code', async () => {
  const { refused } = (await onPhone(`return await wx.cloud.callFunction({ name: 'none' })`)) as {
    refused: { errCode: number };
  };
  expect(refused.errCode).toBe(-501000);
});

test('a phone adds, reads, changes and removes rows of its own', async () => {
  expect(
    await onPhone(`
      const { _id } = await db.collection('notes').add({ data: { text: '我的', at: new Date(0) } });
      const mine = db.collection('notes').where({ _id, _openid: '{openid}' });
      await mine.update({ data: { times: db.command.inc(2) } });
      const { data: [data] } = await mine.get();
      const { stats } = await mine.remove();
      return { text: data.text, times: data.times, isDate: data.at instanceof Date, owner: data._openid, stats };
    `),
  ).toEqual({ text: '我的', times: 2, isDate: true, owner: openid, stats: { removed: 1 } });
});

test('the rows of others are out of reach, and a document by its id alone, as the rule cannot be proved', async () => {
  expect(
    await onPhone(`return (await db.collection('notes').where({ _openid: '{openid}' }).get()).data`),
  ).toEqual([]);
  expect(await onPhone(`return await db.collection('notes').doc('theirs').get()`)).toMatchObject({
    refused: { errCode: -502003 },
  });
  expect(await onPhone(`return await db.collection('secrets').get()`)).toMatchObject({
    refused: { errCode: expect.any(Number) },
  });
});

test('a watch tells of changes', async () => {
  expect(
    await onPhone(`
      const seen = [];
      let heard;
      const arrived = new Promise((resolve) => { heard = resolve; });
      const watcher = db.collection('notes').where({ _openid: '{openid}' }).watch({
        onChange: ({ type, docs, docChanges }) => {
          seen.push([type ?? '', docs.length, docChanges.map((one) => one.dataType)]);
          if (docs.length === 0) db.collection('notes').add({ data: { text: '新' } });
          else heard();
        },
        onError: (error) => { seen.push(String(error && error.message || error)); heard(); },
      });
      await arrived;
      await watcher.close();
      return seen;
    `),
  ).toEqual([
    ['init', 0, []],
    ['', 1, ['add']],
  ]);
});

test('a file goes up, comes back by a temporary link, and goes', async () => {
  expect(
    await onPhone(`
      const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a/dot.png', filePath: '/images/dot.png' });
      const { fileList: [{ tempFileURL }] } = await wx.cloud.getTempFileURL({ fileList: [fileID] });
      const { tempFilePath, statusCode } = await wx.cloud.downloadFile({ fileID });
      const { fileList: [{ status }] } = await wx.cloud.deleteFile({ fileList: [fileID] });
      return { isCloud: fileID.startsWith('cloud://'), isLink: /^http/.test(tempFileURL), isTemporary: tempFilePath.startsWith('http://tmp/'), statusCode, status };
    `),
  ).toEqual({ isCloud: true, isLink: true, isTemporary: true, statusCode: 200, status: 0 });
});
