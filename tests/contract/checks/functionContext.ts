import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { check, defineChecks, localCheck } from '../harness/checks';
import { refusal, refuses } from '../harness/expect';
import type { Doc } from '../harness/sdk';

const context = 'document: Cloud.getWXContext';

interface Shown {
  readonly event: Doc;
  readonly wx: Doc;
  readonly now: number;
  readonly zone?: string;
  readonly offset: number;
  readonly trigger?: string;
  readonly identityNames: string[];
}

export const functionContext = defineChecks('functions: identity, time, zone, reload', [
  localCheck('a function called from a phone knows who calls', context, async ({ local }) => {
    const phone = await local.phone('ling');
    const { wx, event } = (await phone.call('echo', { n: 1 })) as unknown as Shown;
    assert.equal(wx.OPENID, phone.openid);
    assert.equal(wx.APPID, phone.identity.appid);
    assert.equal(wx.UNIONID, phone.identity.unionid);
    assert.equal(wx.SOURCE, 'wx_client');
    assert.equal(wx.ENV, phone.identity.envId);
    assert.deepEqual(event.userInfo, { appId: phone.identity.appid, openId: phone.openid });
  }),
  localCheck('an openid looks like one: o and 27 characters', context, async ({ local }) => {
    const phone = await local.phone('ling');
    assert.match(phone.openid, /^o[A-Za-z0-9_-]{27}$/);
  }),
  localCheck(
    'the phone cannot say who it is: data named openid or userInfo changes nothing',
    context,
    async ({ local }) => {
      const phone = await local.phone('ling');
      const { wx, event } = (await phone.call('echo', {
        OPENID: 'oForged',
        userInfo: { openId: 'oForged' },
      })) as unknown as Shown;
      assert.equal(wx.OPENID, phone.openid);
      assert.equal((event.userInfo as Doc).openId, phone.openid);
    },
  ),
  localCheck(
    "after a phone's call an outside call of the same instance has no identity",
    context,
    async ({ local, cloud }) => {
      const phone = await local.phone('ling');
      await phone.call('echo');
      const { result } = await cloud.callFunction({ name: 'echo' });
      assert.equal((result as Shown).wx.OPENID, undefined);
    },
  ),
  localCheck(
    'a function called by a function sees the caller and a longer SOURCE',
    context,
    async ({ local }) => {
      const phone = await local.phone('ling');
      const { own, inner } = (await phone.call('chain')) as unknown as { own: Doc; inner: Shown };
      assert.equal(own.SOURCE, 'wx_client');
      assert.equal(inner.wx.SOURCE, 'wx_client,scf');
      assert.equal(inner.wx.OPENID, phone.openid);
    },
  ),
  localCheck('the chain grows with each function', context, async ({ local }) => {
    const phone = await local.phone('ling');
    const { inner } = (await phone.call('chain', { name: 'chain' })) as unknown as {
      inner: { inner: Shown };
    };
    assert.equal(inner.inner.wx.SOURCE, 'wx_client,scf,scf');
  }),
  localCheck(
    "a failure of the inner function reaches the outer one's caller",
    'document: Cloud.callFunction',
    async ({ local }) => {
      const phone = await local.phone('ling');
      await refuses(
        phone.call('chain', { name: 'misbehave', data: { way: 'throw' } }),
        -504002,
        'the meter is broken',
      );
    },
  ),
  localCheck('twelve users at once each get their own identity', context, async ({ local }) => {
    const phones = await Promise.all(Array.from({ length: 12 }, (_unused, n) => local.phone(`user${n}`)));
    const calls = phones.flatMap((phone) =>
      [1, 2, 3].map(async (n) => ({
        phone,
        n,
        shown: (await phone.call('echo', { n })) as unknown as Shown,
      })),
    );
    for (const { phone, n, shown } of await Promise.all(calls)) {
      assert.equal(shown.wx.OPENID, phone.openid);
      assert.equal(shown.event.n, n);
    }
  }),
  localCheck(
    'the zone is UTC unless the function sets it',
    'document: 云函数/注意事项',
    async ({ cloud }) => {
      const { result } = await cloud.callFunction({ name: 'echo' });
      assert.equal((result as Shown).offset, 0);
      const shanghai = (await cloud.callFunction({ name: 'shanghai' })).result;
      assert.deepEqual(shanghai, { zone: 'Asia/Shanghai', greeting: '你好', offset: -480, hour: 8 });
    },
  ),
  localCheck(
    'Date inside a function is business time, frozen when it is frozen',
    'document: the control interface',
    async ({ cloud, local }) => {
      await local.control.freezeAt('2026-11-10T09:00:00+08:00');
      const first = (await cloud.callFunction({ name: 'sleeper', data: { ms: 200 } })).result;
      const frozen = Date.parse('2026-11-10T09:00:00+08:00');
      const { before, after } = first as { before: number; after: number };
      assert.deepEqual([before, after], [frozen, frozen]);
    },
  ),
  localCheck(
    'Date inside a warm function follows a jump',
    'document: the control interface',
    async ({ cloud, local }) => {
      await cloud.callFunction({ name: 'echo' });
      await local.control.freezeAt('2027-02-28T23:59:59+08:00');
      const { now } = (await cloud.callFunction({ name: 'echo' })).result as Shown;
      assert.equal(now, Date.parse('2027-02-28T23:59:59+08:00'));
    },
  ),
  localCheck('serverDate is business time too', 'document: Database.serverDate', async ({ db, local }) => {
    await local.control.freezeAt('2026-11-10T09:00:00+08:00');
    const accounts = db.collection('accounts');
    await accounts.add({ data: { _id: 'a', at: db.serverDate({ offset: 1000 }) } });
    assert.deepEqual((await accounts.doc('a').get()).data.at, new Date('2026-11-10T09:00:01+08:00'));
  }),
  localCheck(
    'a timeout runs on real time while business time stands still',
    'document: 云函数/配置',
    async ({ cloud, local }) => {
      await local.control.freezeAt('2026-11-10T09:00:00+08:00');
      const error = await refusal(cloud.callFunction({ name: 'misbehave', data: { way: 'hang' } }));
      assert.match(error.errMsg, /timed out after 2 seconds/);
    },
  ),
  localCheck(
    'a new function is served without a restart, a changed one changes',
    'document: 云函数/部署',
    async ({ cloud, local }) => {
      const call = async () => (await cloud.callFunction({ name: 'fresh' })).result;
      try {
        local.writeFunction('fresh', "exports.main = async () => 'first';");
        await settled(call, 'first');
        local.writeFunction('fresh', "exports.main = async () => 'second, longer';");
        await settled(call, 'second, longer');
      } finally {
        rmSync(join(local.dist, 'cloudfunctions', 'fresh'), { recursive: true, force: true });
      }
    },
  ),
  localCheck(
    'a function whose bundle cannot be loaded fails by name',
    'document: 云函数/错误码',
    async ({ cloud, local }) => {
      try {
        local.writeFunction('broken', "require('./nowhere');");
        const error = await refusal(cloud.callFunction({ name: 'broken' }));
        assert.match(error.errMsg, /Cannot find module/);
      } finally {
        rmSync(join(local.dist, 'cloudfunctions', 'broken'), { recursive: true, force: true });
      }
    },
  ),
  localCheck(
    'a crash can be put into the middle of a call',
    'document: the control interface',
    async ({ cloud, local }) => {
      await local.control.fault({ point: 'function.sleeper', kind: 'crash', times: 1 });
      const error = await refusal(cloud.callFunction({ name: 'sleeper', data: { ms: 300 } }));
      assert.equal(error.code, 'FUNCTIONS_EXECUTE_FAIL');
      await cloud.callFunction({ name: 'sleeper', data: { ms: 1 } });
    },
  ),
  localCheck(
    'latency can be put on a function',
    'document: the control interface',
    async ({ cloud, local }) => {
      await cloud.callFunction({ name: 'echo' });
      await local.control.fault({ point: 'function.echo', kind: 'latency', ms: 400, times: 1 });
      const started = Date.now();
      await cloud.callFunction({ name: 'echo' });
      assert.ok(Date.now() - started >= 390);
    },
  ),
  localCheck(
    'an error can be put on a function',
    'document: the control interface',
    async ({ cloud, local }) => {
      await local.control.fault({ point: 'function.echo', kind: 'error', times: 1 });
      await refusal(cloud.callFunction({ name: 'echo' }));
      await cloud.callFunction({ name: 'echo' });
    },
  ),
  check('getWXContext names the environment', context, async ({ cloud, echo }) => {
    const { result } = await cloud.callFunction({ name: echo });
    assert.match(String((result as Shown).wx.ENV), /^[a-z][a-z0-9-]+$/);
  }),
]);

/** A changed bundle is noticed within moments. */
async function settled(call: () => Promise<unknown>, expected: unknown): Promise<void> {
  let answer: unknown;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    answer = await call().catch((error) => String(error));
    if (answer === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(answer, expected);
}
