import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { defineChecks, type LocalTools, localCheck } from '../harness/checks';
import { refusal } from '../harness/expect';

const rule = 'document: the requirements: each gets a clear error and nothing is lost';

/** A request with a `Host` of one's own choice, which `fetch` does not allow. */
function withHost(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'GET', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });
}

/** After bad input the cloud still serves what it had. */
async function stillServes({ db }: LocalTools): Promise<void> {
  await db
    .collection('accounts')
    .doc('kept')
    .set({ data: { n: 1 } });
  assert.deepEqual((await db.collection('accounts').doc('kept').get()).data, { _id: 'kept', n: 1 });
}

function refusesBody(name: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
  return localCheck(name, rule, async (tools) => {
    const { status, answer } = await tools.local.admin(body, headers);
    assert.equal(status, 200);
    assert.match(
      String(answer.code),
      /^(INVALID_PARAM|INVALID_ACTION|DATABASE_REQUEST_FAILED|DATABASE_COLLECTION_NOT_EXIST)$/,
    );
    assert.ok(String(answer.message).length > 5);
    assert.match(String(answer.requestId), /\S/);
    await stillServes(tools);
  });
}

const on = (action: string, params: object) =>
  JSON.stringify({ action: `database.${action}`, collectionName: 'accounts', ...params });

export const badInput = defineChecks('bad input', [
  refusesBody('a body that is no JSON', '{"action": "database.getDocument", '),
  refusesBody('an empty body', ''),
  refusesBody('a body that is a list', '[1, 2]'),
  refusesBody('a body that is null', 'null'),
  refusesBody('a body of random bytes', new Uint8Array([0, 255, 254, 1, 2, 3])),
  refusesBody(
    'a multipart body cut in the middle',
    '--x\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.open',
    { 'content-type': 'multipart/form-data; boundary=x' },
  ),
  refusesBody('an unknown action', '{"action":"database.dropEverything"}'),
  refusesBody('an action that is a number', '{"action":7}'),
  refusesBody('a query that is no EJSON', on('getDocument', { queryType: 'WHERE', query: '{"a":' })),
  refusesBody('a query that is a list', on('getDocument', { queryType: 'WHERE', query: '[1]' })),
  refusesBody(
    'a limit that is a text',
    on('getDocument', { queryType: 'WHERE', query: '{}', limit: 'many' }),
  ),
  refusesBody('a negative offset', on('getDocument', { queryType: 'WHERE', query: '{}', offset: -1 })),
  refusesBody(
    'a collection name that is an object',
    JSON.stringify({ action: 'database.getDocument', collectionName: { $ne: 1 } }),
  ),
  refusesBody('data that is no list', on('insertDocument', { data: '{}' })),
  refusesBody('data whose document is no object', on('insertDocument', { data: ['5'] })),
  refusesBody(
    'an unknown update operator',
    on('modifyDocument', {
      queryType: 'WHERE',
      query: '{}',
      data: '{"$explode":{"a":1}}',
      multi: true,
      merge: true,
    }),
  ),
  refusesBody(
    'an unknown aggregate stage',
    on('aggregateDocuments', { stages: [{ stageKey: '$explode', stageValue: '{}' }] }),
  ),
  refusesBody('stages that are no list', on('aggregateDocuments', { stages: 'all' })),
  localCheck('a transaction nobody began', rule, async (tools) => {
    const { answer } = await tools.local.admin(
      on('getDocument', { queryType: 'DOC', query: '{"_id":"a"}', transactionId: 'forged' }),
    );
    assert.match(String(answer.message), /TransactionNotExist/);
  }),
  localCheck('a document of 20 MB is refused by name and nothing is kept of it', rule, async (tools) => {
    const error = await refusal(
      tools.db.collection('accounts').add({ data: { _id: 'huge', text: 'x'.repeat(20 * 1024 * 1024) } }),
    );
    assert.equal(error.errCode, -502001, error.errMsg.slice(0, 300));
    assert.match(error.errMsg, /16\s?MB|16777216|too large|exceed/i);
    assert.equal((await tools.db.collection('accounts').count()).total, 0);
    await stillServes(tools);
  }),
  localCheck('a body beyond all bounds is refused and the cloud goes on', rule, async (tools) => {
    const outcome = await tools.local.admin(new Uint8Array(70 * 1024 * 1024)).then(
      ({ status, answer }) => ({ status, code: answer.code }),
      () => ({ status: 0, code: 'closed' }),
    );
    assert.ok(
      outcome.status >= 400 || outcome.code === 'closed' || outcome.code === 'EXCEED_MAX_PAYLOAD_SIZE',
      JSON.stringify(outcome),
    );
    await stillServes(tools);
  }),
  localCheck(
    'an object nested deeper than MongoDB allows',
    'document: MongoDB limits, 100 levels',
    async (tools) => {
      let value: object = {};
      for (let depth = 0; depth < 150; depth += 1) value = { next: value };
      const error = await refusal(tools.db.collection('accounts').add({ data: { value } }));
      assert.equal(error.errCode, -502001);
      await stillServes(tools);
    },
  ),
  localCheck('a path with .. reaches no file outside', rule, async ({ local }) => {
    for (const path of [
      '/storage/files/../../core/state.db',
      '/storage/files/%2e%2e/%2e%2e/etc/passwd',
      '/storage/files/..%2f..%2fetc/passwd',
    ]) {
      const status = await withHost(`${local.baseUrl}${path}`, {});
      assert.ok(status >= 400 && status < 500, `${path}: ${status}`);
    }
  }),
  localCheck('a Host that is not this machine is refused', rule, async ({ local }) => {
    assert.equal(await withHost(`${local.baseUrl}/control`, { host: 'evil.example' }), 403);
    assert.equal(await withHost(`${local.baseUrl}/control`, { host: 'evil.example:80@127.0.0.1' }), 403);
    assert.equal(await withHost(`${local.baseUrl}/control`, { host: 'localhost:1' }), 200);
  }),
  localCheck('a page from elsewhere may not call', rule, async ({ local }) => {
    assert.equal(await withHost(`${local.baseUrl}/control`, { origin: 'https://evil.example' }), 403);
  }),
  localCheck('an unknown address is 404 with its name', rule, async ({ local }) => {
    await assert.rejects(local.control.get('/control/nonsense'), { status: 404, message: /nonsense/ });
  }),
  localCheck('an address that is not loopback is refused at the start', rule, async () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['tools/cloud.mjs', '--memory', '--port', '0', '--host', '0.0.0.0'],
      { encoding: 'utf8', timeout: 25_000 },
    );
    assert.equal(status, 1);
    assert.match(stderr, /0\.0\.0\.0/);
  }),
]);
