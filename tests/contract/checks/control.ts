import assert from 'node:assert/strict';
import { defineChecks, localCheck } from '../harness/checks';
import { refusal } from '../harness/expect';
import type { Doc } from '../harness/sdk';

const control = 'document: the control interface';

export const controlInterface = defineChecks('control interface', [
  localCheck('GET /control names every operation and what it does', control, async ({ local }) => {
    const { routes } = await local.control.get<{
      routes: { method: string; path: string; summary: string }[];
    }>('/control');
    assert.ok(routes.length >= 15);
    for (const { method, path, summary } of routes) {
      assert.match(method, /^(GET|POST|PUT|DELETE)$/);
      assert.match(path, /^\//);
      assert.ok(summary.length > 5, path);
    }
  }),
  localCheck(
    'a reset brings back documents, files, messages and the time of a snapshot',
    control,
    async ({ local, db, cloud }) => {
      await local.control.freezeAt('2026-11-10T09:00:00+08:00');
      await db.collection('accounts').add({ data: { _id: 'kept' } });
      const { fileID } = await cloud.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') });
      await local.control.snapshot('here');
      await db.collection('accounts').doc('kept').remove();
      await db.collection('accounts').add({ data: { _id: 'gone' } });
      await cloud.deleteFile({ fileList: [fileID] });
      await local.control.advance({ by: 3_600_000 });
      await local.control.reset('here');
      assert.deepEqual((await db.collection('accounts').get()).data, [{ _id: 'kept' }]);
      assert.equal((await cloud.downloadFile({ fileID })).fileContent.toString(), 'kept');
      assert.equal(await local.control.now(), Date.parse('2026-11-10T09:00:00+08:00'));
    },
  ),
  localCheck('collections made after a snapshot are gone after the reset', control, async ({ local, db }) => {
    await local.control.snapshot('here');
    await db.createCollection('made_later');
    await db.collection('made_later').add({ data: { n: 1 } });
    await local.control.reset('here');
    assert.equal((await refusal(db.collection('made_later').get())).errCode, -502005);
  }),
  localCheck('a reset ends open transactions', control, async ({ local, db }) => {
    await db.collection('accounts').add({ data: { _id: 'a', n: 1 } });
    await local.control.snapshot('here');
    const transaction = await db.startTransaction();
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 2 } });
    await local.control.reset('here');
    const { errMsg } = await refusal(transaction.collection('accounts').doc('a').get());
    assert.match(errMsg, /TransactionNotExist/);
    assert.deepEqual(
      (
        await db
          .collection('accounts')
          .doc('a')
          .update({ data: { n: 3 } })
      ).stats,
      { updated: 1 },
    );
  }),
  localCheck(
    'a function that was under way at a reset writes nothing afterwards',
    control,
    async ({ local, db, cloud }) => {
      const accounts = db.collection('accounts');
      await local.control.snapshot('here');
      const late = refusal(cloud.callFunction({ name: 'lateWriter', data: { ms: 500 } }));
      for (let attempt = 0; attempt < 200 && (await accounts.count()).total === 0; attempt += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal((await accounts.count()).total, 1);
      await local.control.reset('here');
      assert.equal((await late).code, 'FUNCTIONS_EXECUTE_FAIL');
      await new Promise((resolve) => setTimeout(resolve, 600));
      assert.equal((await accounts.count()).total, 0);
    },
  ),
  localCheck(
    'a function that was only starting at a reset does not begin afterwards',
    control,
    async ({ local, db, cloud }) => {
      await local.control.snapshot('here');
      await local.control.fault({ point: 'function.lateWriter', kind: 'latency', ms: 300 });
      const late = refusal(cloud.callFunction({ name: 'lateWriter', data: { ms: 0 } }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      await local.control.reset('here');
      await late;
      assert.equal((await db.collection('accounts').count()).total, 0);
    },
  ),
  localCheck('a reset with 5,000 documents takes less than 200 ms', control, async ({ local, db }) => {
    const rows = Array.from({ length: 1000 }, (_unused, n) => ({ n, text: 'x'.repeat(200) }));
    for (let batch = 0; batch < 5; batch += 1) await db.collection('accounts').add({ data: rows });
    await local.control.snapshot('full');
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await db.collection('accounts').add({ data: { round } });
      const started = performance.now();
      await local.control.reset('full');
      times.push(performance.now() - started);
    }
    assert.ok(Math.min(...times) < 200, times.map(Math.round).join(' '));
    assert.equal((await db.collection('accounts').count()).total, 5000);
  }),
  localCheck(
    'the newest ids of a reset cloud are not handed out a second time',
    control,
    async ({ local, db }) => {
      await local.control.snapshot('here');
      const first = await db.collection('accounts').add({ data: {} });
      await local.control.reset('here');
      const second = await db.collection('accounts').add({ data: {} });
      assert.notEqual(first._id, second._id);
    },
  ),
  localCheck('an unknown snapshot is refused by name and changes nothing', control, async ({ local, db }) => {
    await db.collection('accounts').add({ data: { _id: 'a' } });
    await assert.rejects(local.control.reset('never-taken'), { code: 'SNAPSHOT_NOT_FOUND' });
    assert.equal((await db.collection('accounts').count()).total, 1);
  }),
  localCheck("a snapshot's name cannot leave the folder", control, async ({ local }) => {
    await assert.rejects(local.control.snapshot('..%2F..%2Fescape'), { code: 'INVALID_PARAM' });
  }),
  localCheck('export and import move the whole state as one file', control, async ({ local, db }) => {
    await db.collection('accounts').add({ data: { _id: 'moved', n: 1 } });
    const file = Buffer.from(await (await fetch(`${local.baseUrl}/control/state`)).arrayBuffer());
    assert.equal(file.subarray(0, 15).toString(), 'SQLite format 3');
    await db.collection('accounts').doc('moved').remove();
    const answer = await fetch(`${local.baseUrl}/control/state`, { method: 'PUT', body: file });
    assert.equal(answer.status, 200);
    assert.deepEqual((await db.collection('accounts').get()).data, [{ _id: 'moved', n: 1 }]);
  }),
  localCheck('a damaged file is not imported and changes nothing', control, async ({ local, db }) => {
    await db.collection('accounts').add({ data: { _id: 'kept' } });
    const file = Buffer.from(await (await fetch(`${local.baseUrl}/control/state`)).arrayBuffer());
    for (const damaged of [
      file.subarray(0, Math.floor(file.length / 2)),
      Buffer.from('no database at all'),
      Buffer.alloc(0),
    ]) {
      const answer = await fetch(`${local.baseUrl}/control/state`, { method: 'PUT', body: damaged });
      assert.equal(answer.status, 400);
      assert.match((JSON.parse(await answer.text()) as Doc).code as string, /STATE_UNREADABLE|INVALID_PARAM/);
    }
    assert.deepEqual((await db.collection('accounts').get()).data, [{ _id: 'kept' }]);
  }),
  localCheck('faults can be listed and taken away one by one', control, async ({ local }) => {
    const id = await local.control.fault({ point: 'function.echo', kind: 'error', times: 3 });
    await local.control.fault({ point: 'function.*', kind: 'latency', ms: 1, id: 'mine' });
    const list = async () =>
      (await local.control.get<{ rules: Doc[] }>('/control/faults')).rules.map((rule) => rule.id);
    assert.deepEqual(await list(), [id, 'mine']);
    await local.control.call('DELETE', `/control/faults/${id}`);
    assert.deepEqual(await list(), ['mine']);
    await assert.rejects(local.control.call('DELETE', '/control/faults/nobody'), { code: 'FAULT_NOT_FOUND' });
  }),
  localCheck('a wrong fault is refused with the place of the mistake', control, async ({ local }) => {
    await assert.rejects(local.control.fault({ point: 'x', kind: 'error', chance: 2 }), {
      code: 'INVALID_PARAM',
      message: /chance/,
    });
    await assert.rejects(local.control.fault({ point: 'x', kind: 'error', colour: 'red' }), {
      code: 'INVALID_PARAM',
    });
  }),
  localCheck('faults by chance are the same again with the same seed', control, async ({ local, db }) => {
    const draw = async () => {
      await local.control.clearFaults();
      await local.control.post('/control/seed', { seed: 42 });
      await local.control.fault({
        point: 'admin.database.calculateDocument',
        kind: 'error',
        chance: 0.5,
        code: 'DATABASE_REQUEST_FAILED',
      });
      const outcomes: boolean[] = [];
      for (let n = 0; n < 30; n += 1)
        outcomes.push(
          await db
            .collection('accounts')
            .count()
            .then(
              () => true,
              () => false,
            ),
        );
      return outcomes;
    };
    const first = await draw();
    assert.ok(first.includes(true) && first.includes(false));
    assert.deepEqual(await draw(), first);
  }),
  localCheck('an answer can be lost after the work was done', control, async ({ local, db }) => {
    await local.control.fault({ point: 'admin.database.insertDocument', kind: 'answer-lost', times: 1 });
    await refusal(db.collection('accounts').add({ data: { _id: 'a' } }));
    assert.equal((await db.collection('accounts').count()).total, 1);
  }),
  localCheck('a database error can be put on any action, with its code', control, async ({ local, db }) => {
    await local.control.fault({
      point: 'admin.database.getDocument',
      kind: 'error',
      code: 'DATABASE_REQUEST_FAILED',
      message: 'out of order',
      times: 1,
    });
    const error = await refusal(db.collection('accounts').get());
    assert.equal(error.errCode, -502001);
    assert.match(error.errMsg, /out of order/);
    await db.collection('accounts').get();
  }),
]);
