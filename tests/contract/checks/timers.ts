import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineChecks, type LocalTools, localCheck } from '../harness/checks';
import type { Doc } from '../harness/sdk';

const page = 'document: 云函数/定时触发器';
const control = 'document: the control interface';
const minute = 60_000;

/** When a fixture's timer ran, as China wall-clock texts, oldest first. */
async function runs({ db }: LocalTools, name = 'tick'): Promise<string[]> {
  const { data } = await db.collection('ticks').where({ name }).orderBy('at', 'asc').limit(1000).get();
  return data.map(({ at }) => new Date(Number(at) + 8 * 60 * minute).toISOString().slice(0, 19));
}

async function row({ db }: LocalTools): Promise<Doc> {
  return (await db.collection('ticks').where({ name: 'tick' }).limit(1).get()).data[0] ?? {};
}

export const timers = defineChecks('timers and the clock', [
  localCheck(
    'advancing the clock fires every timer on the way, in order, at its own time',
    page,
    async (tools) => {
      await tools.local.control.freezeAt('2026-11-10T08:58:00+08:00');
      const fired = await tools.local.control.advance({ by: 35 * minute });
      assert.deepEqual(await runs(tools), [
        '2026-11-10T09:00:00',
        '2026-11-10T09:15:00',
        '2026-11-10T09:30:00',
      ]);
      assert.deepEqual(
        fired.map(({ at }) => at),
        ['2026-11-10T09:00:00+08:00', '2026-11-10T09:15:00+08:00', '2026-11-10T09:30:00+08:00'],
      );
    },
  ),
  localCheck('the clock stands at its target after advancing', control, async ({ local }) => {
    await local.control.freezeAt('2026-11-10T08:58:00+08:00');
    await local.control.advance({ to: '2026-11-10T09:07:30+08:00' });
    assert.equal(await local.control.now(), Date.parse('2026-11-10T09:07:30+08:00'));
  }),
  localCheck(
    'cron is China time: 0 0 2 1 * * * is the first of the month at 02:00 there',
    page,
    async (tools) => {
      await tools.local.control.freezeAt('2027-01-31T23:50:00+08:00');
      await tools.local.control.advance({ to: '2027-02-01T03:00:00+08:00' });
      assert.deepEqual(await runs(tools, 'monthly'), ['2027-02-01T02:00:00']);
    },
  ),
  localCheck('a monthly timer fires once in each month, over a year and a leap day', page, async (tools) => {
    await tools.local.control.freezeAt('2027-12-31T00:00:00+08:00');
    await tools.local.control.advance({ to: '2028-01-01T03:00:00+08:00' });
    await tools.local.control.post('/control/clock/set', { to: '2028-02-29T23:59:00+08:00' });
    await tools.local.control.advance({ to: '2028-03-01T02:00:00+08:00' });
    assert.deepEqual(await runs(tools, 'monthly'), ['2028-01-01T02:00:00', '2028-03-01T02:00:00']);
  }),
  localCheck(
    "a timer's function has SOURCE wx_trigger, TRIGGER_SRC timer and no OPENID",
    'document: Cloud.getWXContext',
    async (tools) => {
      await tools.local.control.freezeAt('2026-11-10T08:59:59+08:00');
      await tools.local.control.advance({ by: 2000 });
      const { source, openid, trigger } = await row(tools);
      assert.deepEqual({ source, openid, trigger }, { source: 'wx_trigger', openid: null, trigger: 'timer' });
    },
  ),
  localCheck(
    "a timer's event names its type, its trigger and its time",
    'guess: as SCF sends it',
    async (tools) => {
      await tools.local.control.freezeAt('2026-11-10T08:59:59+08:00');
      await tools.local.control.advance({ by: 2000 });
      const event = (await row(tools)).event as Doc;
      assert.equal(event.Type, 'Timer');
      assert.equal(event.TriggerName, 'quarterly');
      assert.equal(Date.parse(String(event.Time)), Date.parse('2026-11-10T09:00:00+08:00'));
      assert.ok('Message' in event);
    },
  ),
  localCheck('setting the clock jumps: what lay between does not fire', control, async (tools) => {
    await tools.local.control.freezeAt('2026-11-10T08:58:00+08:00');
    await tools.local.control.post('/control/clock/set', { to: '2026-11-10T12:01:00+08:00' });
    await tools.local.control.advance({ by: 15 * minute });
    assert.deepEqual(await runs(tools), ['2026-11-10T12:15:00']);
  }),
  localCheck('going back in time lets the timers fire again from there', control, async (tools) => {
    await tools.local.control.freezeAt('2026-11-10T09:01:00+08:00');
    await tools.local.control.advance({ by: 15 * minute });
    await tools.local.control.post('/control/clock/set', { to: '2026-11-10T09:01:00+08:00' });
    await tools.local.control.advance({ by: 15 * minute });
    assert.deepEqual(await runs(tools), ['2026-11-10T09:15:00', '2026-11-10T09:15:00']);
  }),
  localCheck('a running clock fires timers by itself', control, async (tools) => {
    await tools.local.control.freezeAt('2026-11-10T08:59:58+08:00');
    // Not faster: a function that begins some seconds late must still run within that minute.
    await tools.local.control.post('/control/clock/run', { rate: 4 });
    for (let attempt = 0; attempt < 600 && (await runs(tools)).length === 0; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await tools.local.control.post('/control/clock/freeze');
    assert.equal((await runs(tools))[0]?.slice(0, 16), '2026-11-10T09:00');
  }),
  localCheck('a frozen clock stands still and fires nothing', control, async (tools) => {
    await tools.local.control.freezeAt('2026-11-10T08:59:59+08:00');
    const before = await tools.local.control.now();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    assert.equal(await tools.local.control.now(), before);
    assert.deepEqual(await runs(tools), []);
  }),
  localCheck(
    'a fault fires a timer twice',
    'document: 云函数/定时触发器: it may fire more than once',
    async (tools) => {
      await tools.local.control.fault({ point: 'timer.tick', kind: 'twice', times: 1 });
      await tools.local.control.freezeAt('2026-11-10T08:59:59+08:00');
      await tools.local.control.advance({ by: 16 * minute });
      assert.deepEqual(await runs(tools), [
        '2026-11-10T09:00:00',
        '2026-11-10T09:00:00',
        '2026-11-10T09:15:00',
      ]);
    },
  ),
  localCheck('a timer whose function fails does not hold up the others', page, async (tools) => {
    await tools.local.control.fault({ point: 'function.tick', kind: 'error', times: 1 });
    await tools.local.control.freezeAt('2026-11-10T08:59:59+08:00');
    await tools.local.control.advance({ by: 16 * minute });
    assert.deepEqual(await runs(tools), ['2026-11-10T09:15:00']);
  }),
  localCheck('day and weekday are joined by or', page, async (tools) => {
    const add = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      exports.main = async () => { await cloud.database().collection('ticks').add({ data: { name: 'either', at: Date.now() } }); };`;
    const config = { triggers: [{ name: 'either', type: 'timer', config: '0 30 10 15 * MON *' }] };
    try {
      tools.local.writeFunction('either', add, config);
      await waitForAgenda(tools, 'either');
      // Of each day a quarter of an hour only: the other timer fires 96 times in a whole one.
      for (const day of ['08', '09', '10', '11', '12', '13', '14', '15', '16']) {
        await tools.local.control.freezeAt(`2026-11-${day}T10:20:00+08:00`);
        await tools.local.control.advance({ by: 15 * minute });
      }
      assert.deepEqual(await runs(tools, 'either'), [
        '2026-11-09T10:30:00',
        '2026-11-15T10:30:00',
        '2026-11-16T10:30:00',
      ]);
    } finally {
      rmSync(join(tools.local.dist, 'cloudfunctions', 'either'), { recursive: true, force: true });
    }
  }),
  localCheck('a step backwards by advance and a wrong instant are refused', control, async ({ local }) => {
    await assert.rejects(local.control.post('/control/clock/advance', { by: -5 }), { code: 'INVALID_PARAM' });
    await assert.rejects(local.control.post('/control/clock/set', { to: 'tomorrow' }), {
      code: 'INVALID_PARAM',
    });
    await assert.rejects(local.control.post('/control/clock/run', { rate: 1e9 }), { code: 'INVALID_PARAM' });
  }),
]);

/** A new bundle's trigger stands on the agenda within moments. */
async function waitForAgenda({ local }: LocalTools, name: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const { upcoming } = await local.control.get<{ upcoming: { key: string | null }[] }>('/control/agenda');
    if (upcoming.some(({ key }) => key?.includes(name))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no trigger of ${name} stands on the agenda`);
}
