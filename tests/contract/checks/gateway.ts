import assert from 'node:assert/strict';
import { defineChecks, localCheck } from '../harness/checks';
import { refuses } from '../harness/expect';
import { Phone } from '../harness/phone';
import type { Doc, FileAnswer } from '../harness/sdk';

const wxCloud = 'document: wx.cloud';
const rules = 'document: 云函数安全规则, 云存储安全规则';
const control = 'document: the control interface';

export const gateway = defineChecks('gateway for phones', [
  localCheck('logging in names the user, the app and the environment', wxCloud, async ({ local }) => {
    const { identity } = await local.phone('ling');
    assert.match(identity.openid, /^o[\w-]{27}$/);
    assert.match(identity.appid, /^wx[0-9a-f]{16}$/);
    assert.match(String(identity.unionid), /\S{20,}/);
    assert.ok(identity.session.length >= 16);
  }),
  localCheck(
    'the same user has the same openid each time, another user another',
    wxCloud,
    async ({ local }) => {
      const [first, again, other] = [
        await local.phone('ling'),
        await local.phone('ling'),
        await local.phone('bo'),
      ];
      assert.equal(again.openid, first.openid);
      assert.notEqual(other.openid, first.openid);
      assert.notEqual(other.identity.unionid, first.identity.unionid);
    },
  ),
  localCheck('an unknown user is refused', control, async ({ local }) => {
    await assert.rejects(Phone.logIn(local.gatewayUrl, { user: 'nobody' }));
    await assert.rejects(Phone.logIn(local.gatewayUrl, { openid: 'oNobody00000000000000000000x' }));
    await assert.rejects(Phone.logIn(local.gatewayUrl, {}));
  }),
  localCheck('users can be made and listed over the control interface', control, async ({ local }) => {
    const made = await local.control.post('/control/users', { name: 'mei', phone: '13800001234' });
    const { users } = await local.control.get<{ users: Doc[] }>('/control/users');
    assert.ok(users.some(({ openid, name }) => openid === made.openid && name === 'mei'));
    assert.equal((await Phone.logIn(local.gatewayUrl, { user: 'mei' })).openid, made.openid);
  }),
  localCheck('without a session nothing is given', wxCloud, async ({ local }) => {
    for (const route of ['call', 'database', 'tempFileURL', 'requestPayment', 'phoneCode']) {
      const answer = await fetch(`${local.gatewayUrl}/${route}`, { method: 'POST', body: '{}' });
      const content = JSON.parse(await answer.text()) as Doc;
      assert.ok(content.errCode || answer.status >= 400, route);
      assert.ok(content.errMsg ?? content.message, route);
    }
  }),
  localCheck('callFunction answers result, requestID and errMsg', wxCloud, async ({ local }) => {
    const phone = await local.phone('ling');
    const answer = await phone.post('call', { name: 'misbehave', data: { way: 'number' } });
    assert.deepEqual([answer.result, answer.errMsg], [42, 'cloud.callFunction:ok']);
    assert.match(String(answer.requestID), /\S/);
  }),
  localCheck(
    "a function that throws: -504002 functions execute fail, in wx.cloud's words",
    'measured: production logs',
    async ({ local }) => {
      const phone = await local.phone('ling');
      await refuses(
        phone.call('misbehave', { way: 'throw' }),
        -504002,
        /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: /,
        'the meter is broken',
      );
    },
  ),
  localCheck('a function that takes too long: -504003', 'measured: production logs', async ({ local }) => {
    const phone = await local.phone('ling');
    await refuses(
      phone.call('misbehave', { way: 'hang' }),
      -504003,
      'Invoking task timed out after 2 seconds',
    );
  }),
  localCheck('an unknown function: -501000', 'measured: production logs', async ({ local }) => {
    const phone = await local.phone('ling');
    await assert.rejects(phone.call('no_such_function'), {
      errMsg: /cloud\.callFunction:fail Error: errCode: -50\d+ .*FunctionName|FUNCTION_NOT_FOUND|not found/i,
    });
  }),
  localCheck(
    'a function whose rule says false cannot be called by a phone',
    rules,
    async ({ local, cloud }) => {
      const phone = await local.phone('ling');
      await assert.rejects(phone.call('internal'), { errMsg: /permission denied/i });
      assert.deepEqual((await cloud.callFunction({ name: 'internal' })).result, { reached: true });
      const { inner } = (await phone.call('chain', { name: 'internal' })) as { inner: unknown };
      assert.deepEqual(inner, { reached: true });
    },
  ),
  localCheck('a call is logged with who, what and how long', control, async ({ local }) => {
    const phone = await local.phone('ling');
    await phone.call('echo');
    const [entry] = (await local.control.logs({ kind: 'gateway', who: phone.openid })).slice(-1);
    assert.match(String(entry?.what), /callFunction|call|echo/);
    assert.ok(Number(entry?.milliseconds) >= 0);
    assert.equal(entry?.outcome, 'ok');
  }),
  localCheck(
    'an uploaded file belongs to its user: others get no link, the owner does',
    rules,
    async ({ local }) => {
      const [ling, bo] = [await local.phone('ling'), await local.phone('bo')];
      const fileID = await ling.upload('notes/photo.jpg', new Uint8Array([1, 2, 3]));
      const linkFor = async (phone: Phone) =>
        ((await phone.post('tempFileURL', { fileList: [fileID] })).fileList as FileAnswer[])[0];
      const mine = await linkFor(ling);
      assert.equal(mine?.status, 0);
      assert.deepEqual(
        [...new Uint8Array(await (await fetch(mine?.tempFileURL ?? '')).arrayBuffer())],
        [1, 2, 3],
      );
      const theirs = await linkFor(bo);
      assert.equal(theirs?.status, -503002);
      assert.equal(theirs?.tempFileURL, '');
    },
  ),
  localCheck("a phone cannot delete or overwrite another's file", rules, async ({ local, cloud }) => {
    const [ling, bo] = [await local.phone('ling'), await local.phone('bo')];
    const fileID = await ling.upload('notes/photo.jpg', new Uint8Array([1]));
    const { fileList } = await bo.post('deleteFile', { fileList: [fileID] });
    assert.notEqual((fileList as FileAnswer[])[0]?.status, 0);
    await assert.rejects(bo.upload('notes/photo.jpg', new Uint8Array([9])));
    assert.equal((await cloud.downloadFile({ fileID })).fileContent[0], 1);
    await ling.post('deleteFile', { fileList: [fileID] });
    await assert.rejects(cloud.downloadFile({ fileID }));
  }),
  localCheck(
    'a phone gets no link to a file a function wrote, unless the rule lets it',
    rules,
    async ({ local, cloud }) => {
      const { fileID } = await cloud.uploadFile({
        cloudPath: 'made/by-function.txt',
        fileContent: Buffer.from('x'),
      });
      const phone = await local.phone('ling');
      const { fileList } = await phone.post('tempFileURL', { fileList: [fileID] });
      assert.notEqual((fileList as FileAnswer[])[0]?.status, 0);
    },
  ),
  localCheck(
    'a phone cannot upload outside of the storage',
    'guess: refused as a bad parameter',
    async ({ local }) => {
      const phone = await local.phone('ling');
      await assert.rejects(phone.upload('../up.txt', new Uint8Array([1])));
      await assert.rejects(phone.upload('/abs.txt', new Uint8Array([1])));
    },
  ),
]);
