import fc from 'fast-check';
import { type Started, startContractCloud } from '../contract/harness/local';
import type { Doc } from '../contract/harness/sdk';

let started: Started;
let session = '';
beforeAll(async () => {
  started = await startContractCloud();
  session = (await started.local.phone('ling')).identity.session;
  await started.db.collection('accounts').add({ data: [{ _id: 'a', n: 1, l: [1, 'x'], o: { p: null } }] });
}, 240_000);
afterAll(() => started.stop());

const everything = '{"_id":{"$exists":true}}';
const on = (collectionName: string, more: Doc = {}): Doc => ({ collectionName, ...more });

/** One right request of each action; the test spoils one or two of its parameters. */
const right: Readonly<Record<string, Doc>> = {
  'database.addCollection': on('made'),
  'database.insertDocument': on('accounts', { data: ['{"n":{"$numberInt":"1"}}'] }),
  'database.getDocument': on('accounts', {
    queryType: 'WHERE',
    query: everything,
    order: '{"n":{"$numberInt":"-1"}}',
    offset: 0,
    limit: 10,
    projection: '{"n":1}',
  }),
  'database.calculateDocument': on('accounts', { queryType: 'WHERE', query: everything }),
  'database.modifyDocument': on('accounts', {
    ...{ queryType: 'WHERE', query: everything, multi: true, merge: true, upsert: false },
    data: '{"$inc":{"n":{"$numberInt":"1"}}}',
  }),
  'database.modifyAndReturnDoc': on('accounts', { query: everything, data: '{"$set":{"x":1}}' }),
  'database.removeDocument': on('accounts', { queryType: 'WHERE', query: '{"n":7}', multi: true }),
  'database.aggregateDocuments': on('accounts', { stages: [{ stageKey: '$match', stageValue: '{}' }] }),
  'database.commitTransaction': { transactionId: 'x' },
  'functions.invokeFunction': { function_name: 'echo', request_data: '{}' },
  'storage.getUploadMetadata': { path: 'a/b.txt', method: 'put' },
  'storage.batchGetDownloadUrl': { file_list: [{ fileid: 'cloud://x/y', max_age: 5 }] },
  'storage.batchDeleteFile': { fileid_list: ['cloud://x/y'] },
};

/** Extended JSON that decodes to something no client sends, beside plain wrong types. */
const strangeTexts = fc.constantFrom(
  ...[
    '',
    ' ',
    '{',
    'null',
    '[]',
    '5',
    '"x"',
    '{"$where":"1"}',
    '{"a":{"$in":5}}',
    '{"a":{"$regex":"("}}',
    '{"$or":[]}',
  ],
  ...[
    '{"$and":{}}',
    '{"a":{"$elemMatch":3}}',
    '{"a":{"$mod":[0,0]}}',
    '{"a":{"$size":-1}}',
    '{"a":{"$type":"nope"}}',
  ],
  ...[
    '{"a":{"$date":"x"}}',
    '{"a":{"$oid":"zz"}}',
    '{"a":{"$numberLong":"1e99"}}',
    '{"":1}',
    '{"a..b":1}',
    '{"a.":1}',
  ],
  ...[
    '{"$set":{"_id":2}}',
    '{"$inc":{"l":1}}',
    '{"$push":{"n":1}}',
    '{"$set":{"a":1,"a.b":2}}',
    '{"$rename":{"n":"n"}}',
  ],
  ...[
    '{"$set":5}',
    '{"$expr":{"$divide":[1,0]}}',
    '{"$expr":{"$nope":1}}',
    '{"a":{"$near":1}}',
    '{"__proto__":{"x":1}}',
  ],
  ...['{"a":{"$not":5}}', '{"a":{"$jsonSchema":7}}', '{"constructor":1}', '../../etc', 'a\u0000b', '\ud800'],
);
const strange = fc.oneof(
  strangeTexts,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(-1, 1e300, 0.5, true, null, [], {}),
);

const request = fc.record({
  action: fc.constantFrom(...Object.keys(right)),
  which: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
  values: fc.array(strange, { minLength: 2, maxLength: 2 }),
});

function spoiled({ action, which, values }: { action: string; which: number[]; values: unknown[] }): Doc {
  const params = { ...right[action] };
  const names = [...Object.keys(params), 'transactionId', 'wxCloudApiToken'];
  which.forEach((place, n) => {
    params[names[place % names.length] ?? ''] = values[n];
  });
  return { action, ...params };
}

test('whatever is wrong in a request, the SDK gets a code and a reason, never a fault of the simulator', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (wanted) => {
      const { status, answer } = await started.local.admin(JSON.stringify(spoiled(wanted)));
      expect(status).toBe(200);
      expect(answer.requestId).toEqual(expect.any(String));
      if (answer.code !== undefined) expect(String(answer.message).length).toBeGreaterThan(3);
      expect(answer.code).not.toBe('SYS_ERR');
    }),
    { seed: 20_261_110, numRuns: 1000 },
  );
  const bugs = await started.local.control.logs({ kind: 'simulator' });
  expect(bugs.map(({ what, detail }) => `${what}: ${detail}`)).toEqual([]);
}, 240_000);

const routes = [
  'call',
  'database',
  'tempFileURL',
  'deleteFile',
  'requestPayment',
  'subscribe',
  'phoneCode',
  'login',
];

test('whatever a phone sends, it gets an answer in the words of wx.cloud', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.oneof(fc.jsonValue(), strangeTexts),
      async (route, body) => {
        const answer = await fetch(`${started.local.gatewayUrl}/${route}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        });
        const content = JSON.parse(await answer.text()) as Doc;
        expect(answer.status).toBeLessThan(500);
        expect(content.errCode ?? 0).not.toBe(-501_001);
        if (content.errCode) expect(content.errMsg).toEqual(expect.stringMatching(/fail/));
      },
    ),
    { seed: 20_261_110, numRuns: 300 },
  );
}, 240_000);

test('whatever is sent to the control interface, it is done or refused, and never breaks the cloud', async () => {
  const { routes: all } = await started.local.control.get<{ routes: { method: string; path: string }[] }>(
    '/control',
  );
  const open = all.filter(({ method }) => method !== 'GET');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...open),
      fc.jsonValue({ maxDepth: 2 }),
      async ({ method, path }, body) => {
        const url = `${started.local.baseUrl}${path.replace(/:\w+/g, 'nobody')}`;
        const answer = await fetch(url, { method, body: JSON.stringify(body) });
        await answer.text();
        expect({ path, status: answer.status }).not.toMatchObject({ status: 500 });
      },
    ),
    { seed: 20_261_110, numRuns: 300 },
  );
  await started.db
    .collection('accounts')
    .doc('after')
    .set({ data: { n: 1 } });
  expect((await started.db.collection('accounts').doc('after').get()).data).toEqual({ _id: 'after', n: 1 });
}, 240_000);
