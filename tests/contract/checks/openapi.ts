import assert from 'node:assert/strict';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { defineChecks, type LocalTools, localCheck } from '../harness/checks';
import { refuses } from '../harness/expect';
import type { Doc } from '../harness/sdk';
import { pushed } from './messages';

const security = 'document: security.msgSecCheck, mediaCheckAsync';
const codes = 'document: wxacode.getUnlimited';
const phoneNumber = 'document: phonenumber.getPhoneNumber';

function open({ cloud }: LocalTools, family: string, name: string, request: Doc): Promise<Doc> {
  return cloud.openapi[family]?.[name]?.(request) as Promise<Doc>;
}

/** What a camera reads in the image of a code. */
function scanned(image: unknown): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(image as Buffer));
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

async function checkText(tools: LocalTools, content: string, more: Doc = {}): Promise<Doc> {
  const phone = await tools.local.phone('ling');
  return open(tools, 'security', 'msgSecCheck', {
    openid: phone.openid,
    scene: 2,
    version: 2,
    content,
    ...more,
  });
}

export const openapi = defineChecks('open interfaces', [
  localCheck('harmless text passes', security, async (tools) => {
    const answer = await checkText(tools, '三栋电梯坏了');
    assert.equal((answer.result as Doc).suggest, 'pass');
    assert.equal((answer.result as Doc).label, 100);
    assert.match(String(answer.traceId), /\S/);
    assert.equal(answer.errCode, 0);
  }),
  localCheck('a listed word is risky or to be reviewed, with its label', security, async (tools) => {
    await tools.local.control.call('PUT', '/control/security/words', {
      words: [
        { text: '坏话', suggest: 'risky', label: 20_006 },
        { text: '也许', suggest: 'review', label: 21_000 },
      ],
    });
    assert.deepEqual((await checkText(tools, '这是坏话')).result, { suggest: 'risky', label: 20_006 });
    assert.deepEqual((await checkText(tools, '也许吧')).result, { suggest: 'review', label: 21_000 });
  }),
  localCheck('a text of more than 2,500 characters is refused', security, async (tools) => {
    await assert.rejects(checkText(tools, '长'.repeat(2501)));
  }),
  localCheck('a user who has not visited for two hours is refused: 61010', security, async (tools) => {
    await tools.local.phone('ling');
    await tools.local.control.post('/control/clock/freeze');
    const { openid } = (await tools.local.phone('ling')).identity;
    await tools.local.control.advance({ by: 3 * 3_600_000 });
    await refuses(
      open(tools, 'security', 'msgSecCheck', { openid, scene: 2, version: 2, content: 'x' }),
      61_010,
    );
  }),
  localCheck(
    'a media check answers a trace id; the verdict comes later as an event',
    security,
    async (tools) => {
      const phone = await tools.local.phone('ling');
      const { fileID } = await tools.cloud.uploadFile({
        cloudPath: 'check/a.jpg',
        fileContent: Buffer.from('image'),
      });
      const { fileList } = await tools.cloud.getTempFileURL({ fileList: [fileID] });
      await tools.local.control.call('PUT', '/control/security/media', {
        suggest: 'risky',
        label: 20_002,
        delay: 1000,
      });
      const { traceId } = await open(tools, 'security', 'mediaCheckAsync', {
        mediaUrl: fileList[0]?.tempFileURL,
        mediaType: 2,
        version: 2,
        scene: 1,
        openid: phone.openid,
      });
      assert.match(String(traceId), /\S/);
      await tools.local.control.advance({ by: 2000 });
      const event = await pushed(tools, 'wxa_media_check');

      assert.equal(event.trace_id, traceId);
      assert.equal((event.result as Doc).suggest, 'risky');
    },
  ),
  localCheck('a media that cannot be downloaded gets errcode -1008 in its event', security, async (tools) => {
    const phone = await tools.local.phone('ling');
    await open(tools, 'security', 'mediaCheckAsync', {
      mediaUrl: `${tools.local.baseUrl}/storage/files/nowhere.jpg`,
      mediaType: 2,
      version: 2,
      scene: 1,
      openid: phone.openid,
    });
    await tools.local.control.advance({ by: 31 * 60_000 });
    const event = await pushed(tools, 'wxa_media_check');
    assert.match(JSON.stringify(event), /-1008/);
  }),
  localCheck('getUnlimited answers an image that scans and carries scene and page', codes, async (tools) => {
    const { buffer, contentType } = await open(tools, 'wxacode', 'getUnlimited', {
      scene: 'r=3-2-501',
      page: 'pages/home/index',
      checkPath: false,
    });
    assert.match(String(contentType), /^image\//);
    const text = decodeURIComponent(scanned(buffer) ?? '');
    assert.match(text, /r=3-2-501/);
    assert.match(text, /pages\/home\/index/);
  }),
  localCheck(
    'a scene of more than 32 characters is refused: 40169, one with other characters: 40129',
    codes,
    async (tools) => {
      await refuses(
        open(tools, 'wxacode', 'getUnlimited', { scene: 'x'.repeat(33), checkPath: false }),
        40_169,
      );
      await refuses(open(tools, 'wxacode', 'getUnlimited', { scene: '100%', checkPath: false }), 40_129);
    },
  ),
  localCheck('a page with a leading slash is refused', codes, async (tools) => {
    await assert.rejects(open(tools, 'wxacode', 'getUnlimited', { scene: 'a', page: '/pages/home/index' }));
  }),
  localCheck("a phone's code gives its number, once", phoneNumber, async (tools) => {
    const phone = await tools.local.phone('mei', { phone: '13812345678' });
    const { code } = await phone.post('phoneCode');
    const answer = await open(tools, 'phonenumber', 'getPhoneNumber', { code });
    const info = answer.phoneInfo as Doc;
    assert.deepEqual(
      [info.phoneNumber, info.purePhoneNumber, info.countryCode],
      ['13812345678', '13812345678', '86'],
    );
    assert.equal((info.watermark as Doc).appid, phone.identity.appid);
    await refuses(open(tools, 'phonenumber', 'getPhoneNumber', { code }), 40_029);
  }),
  localCheck('a code ends after five minutes', phoneNumber, async (tools) => {
    const phone = await tools.local.phone('mei', { phone: '13812345678' });
    const { code } = await phone.post('phoneCode');
    await tools.local.control.advance({ by: 301_000 });
    await refuses(open(tools, 'phonenumber', 'getPhoneNumber', { code }), 40_029);
  }),
  localCheck('a made-up code is refused: 40029', phoneNumber, async (tools) => {
    await refuses(open(tools, 'phonenumber', 'getPhoneNumber', { code: 'nonsense' }), 40_029);
  }),
  localCheck(
    'a function may call what its config.json names',
    'document: 云调用, permissions',
    async ({ cloud, local }) => {
      const phone = await local.phone('ling');
      const request = { openid: phone.openid, scene: 2, version: 2, content: '好' };
      const { result } = await cloud.callFunction({
        name: 'opener',
        data: { api: 'security.msgSecCheck', request },
      });
      assert.equal((result as { answer?: Doc }).answer?.errCode, 0, JSON.stringify(result));
    },
  ),
  localCheck(
    'a function may not call what its config.json does not name: -604101',
    'document: 云调用, permissions',
    async ({ cloud }) => {
      const request = { openid: 'x', scene: 2, version: 2, content: '好' };
      const { result } = await cloud.callFunction({
        name: 'closed',
        data: { api: 'security.msgSecCheck', request },
      });
      assert.equal((result as Doc).errCode, -604_101, JSON.stringify(result));
    },
  ),
  localCheck(
    'an unknown interface is refused by name, never answered',
    'document: 错误码 -604100',
    async (tools) => {
      await assert.rejects(open(tools, 'nonsense', 'doAnything', {}), /nonsense\.doAnything|604100/);
    },
  ),
  localCheck(
    'an interface that is not emulated is refused by name',
    'document: the requirements',
    async (tools) => {
      await assert.rejects(
        open(tools, 'urlscheme', 'generate', { jumpWxa: { path: 'pages/home/index' } }),
        /urlscheme\.generate/,
      );
    },
  ),
]);
