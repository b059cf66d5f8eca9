import assert from 'node:assert/strict';
import { defineChecks, type LocalTools, localCheck } from '../harness/checks';
import { numbered, refuses } from '../harness/expect';
import type { Phone } from '../harness/phone';

const page = 'document: 数据库/安全规则';
const denied = 'permission denied';

/** Two users, each with two notes of their own. */
async function twoOwners({ local, db }: LocalTools) {
  const [ling, bo] = [await local.phone('ling'), await local.phone('bo')];
  const notes = [ling, bo].flatMap(({ openid }, n) => [
    { _id: `n${n}a`, _openid: openid, state: 'open' },
    { _id: `n${n}b`, _openid: openid, state: 'done' },
  ]);
  await db.collection('notes').add({ data: notes });
  return { ling, bo };
}

function add(phone: Phone, collectionName: string, document: object) {
  return phone.database('insertDocument', { collectionName, data: [JSON.stringify(document)] });
}

function update(phone: Phone, collectionName: string, query: object, change: object) {
  return phone.database('modifyDocument', {
    ...{ collectionName, queryType: 'WHERE', multi: true, merge: true },
    query: JSON.stringify(query),
    data: JSON.stringify({ $set: change }),
  });
}

function remove(phone: Phone, collectionName: string, query: object) {
  return phone.database('removeDocument', {
    ...{ collectionName, queryType: 'WHERE', multi: true },
    query: JSON.stringify(query),
  });
}

const idsOf = (rows: { _id?: unknown }[]) => rows.map(({ _id }) => _id).sort();

export const databaseRules = defineChecks('security rules of the database', [
  localCheck('a phone reads its own rows when the query says so', page, async (tools) => {
    const { ling } = await twoOwners(tools);
    assert.deepEqual(idsOf(await ling.find('notes', { _openid: ling.openid })), ['n0a', 'n0b']);
  }),
  localCheck('{openid} in a query is the one who asks', page, async (tools) => {
    const { bo } = await twoOwners(tools);
    assert.deepEqual(idsOf(await bo.find('notes', { _openid: '{openid}' })), ['n1a', 'n1b']);
  }),
  localCheck('a query that is no subset of the rule is refused, not filtered', page, async (tools) => {
    const { ling, bo } = await twoOwners(tools);
    await refuses(ling.find('notes', {}), -502003, denied);
    await refuses(ling.find('notes', { state: 'open' }), -502003, denied);
    await refuses(ling.find('notes', { _openid: bo.openid }), -502003, denied);
  }),
  localCheck(
    'doc(id) names no owner, so a rule on the owner refuses it even to the owner: use where',
    'document: 数据库安全规则/升级兼容: doc 操作需转为 where',
    async (tools) => {
      const { ling } = await twoOwners(tools);
      const read = ling.database('getDocument', {
        collectionName: 'notes',
        queryType: 'DOC',
        query: '{"_id":"n0a"}',
      });
      await refuses(read, -502003, denied);
      assert.deepEqual(idsOf(await ling.find('notes', { _id: 'n0a', _openid: '{openid}' })), ['n0a']);
    },
  ),
  localCheck('further conditions may narrow an allowed query', page, async (tools) => {
    const { ling } = await twoOwners(tools);
    assert.deepEqual(idsOf(await ling.find('notes', { _openid: '{openid}', state: 'done' })), ['n0b']);
  }),
  localCheck('an or that lets strangers in is refused', page, async (tools) => {
    const { ling } = await twoOwners(tools);
    await refuses(ling.find('notes', { $or: [{ _openid: '{openid}' }, { state: 'open' }] }), -502003, denied);
  }),
  localCheck('read true is open to every phone, write false to none', page, async ({ local, db }) => {
    await db.collection('board').add({ data: { _id: 'a', text: 'water off' } });
    const phone = await local.phone('ling');
    assert.deepEqual(idsOf(await phone.find('board', {})), ['a']);
    await refuses(add(phone, 'board', { text: 'fake' }), -502003, denied);
    await refuses(update(phone, 'board', { _id: 'a' }, { text: 'fake' }), -502003, denied);
    await refuses(remove(phone, 'board', { _id: 'a' }), -502003, denied);
    assert.equal((await db.collection('board').doc('a').get()).data.text, 'water off');
  }),
  localCheck('read false refuses reading and counting', page, async ({ local }) => {
    const phone = await local.phone('ling');
    await refuses(phone.find('secret', {}), -502003, denied);
    await refuses(
      phone.database('calculateDocument', { collectionName: 'secret', queryType: 'WHERE', query: '{}' }),
      -502003,
      denied,
    );
  }),
  localCheck('functions and scripts stand above the rules', page, async ({ db }) => {
    await db.collection('secret').add({ data: { _id: 'a' } });
    assert.equal((await db.collection('secret').count()).total, 1);
  }),
  localCheck('a rule with or takes either side', page, async ({ local, db }) => {
    const phone = await local.phone('ling');
    await db.collection('open').add({
      data: [
        { _id: 'all', state: 'open' },
        { _id: 'mine', state: 'shut', to: phone.openid },
        { _id: 'other', state: 'shut', to: 'x' },
      ],
    });
    assert.deepEqual(idsOf(await phone.find('open', { state: 'open' })), ['all']);
    assert.deepEqual(idsOf(await phone.find('open', { to: '{openid}' })), ['mine']);
    await refuses(phone.find('open', { state: 'shut' }), -502003, denied);
  }),
  localCheck('get() in a rule reads another document', page, async ({ local, db }) => {
    const [ling, bo] = [await local.phone('ling'), await local.phone('bo')];
    await db.collection('members').add({ data: { _id: 'm1', openid: ling.openid } });
    await db.collection('tickets').add({ data: { _id: 't1', member: 'm1' } });
    assert.deepEqual(idsOf(await ling.find('tickets', { member: 'm1' })), ['t1']);
    await refuses(bo.find('tickets', { member: 'm1' }), -502003, denied);
    await refuses(ling.find('tickets', { member: 'nobody' }), -502003, denied);
  }),
  localCheck('a document a phone adds carries its _openid', page, async ({ local, db }) => {
    const phone = await local.phone('ling');
    await add(phone, 'notes', { _id: 'fresh', text: 'mine' });
    const { data } = await db.collection('notes').doc('fresh').get();
    assert.deepEqual(data, { _id: 'fresh', text: 'mine', _openid: phone.openid });
  }),
  localCheck("a phone cannot add a document in another's name", page, async ({ local, db }) => {
    const phone = await local.phone('ling');
    await assert.rejects(add(phone, 'notes', { _openid: 'oSomebodyElse00000000000000x' }));
    assert.equal((await db.collection('notes').count()).total, 0);
  }),
  localCheck('a phone changes and removes its own rows only', page, async (tools) => {
    const { ling, bo } = await twoOwners(tools);
    await update(ling, 'notes', { _openid: '{openid}' }, { state: 'seen' });
    await refuses(update(ling, 'notes', { _openid: bo.openid }, { state: 'seen' }), -502003, denied);
    await remove(bo, 'notes', { _openid: '{openid}', state: 'done' });
    await refuses(remove(bo, 'notes', {}), -502003, denied);
    const { data } = await tools.db.collection('notes').get();
    assert.deepEqual(data.map(({ _id, state }) => `${_id} ${state}`).sort(), [
      'n0a seen',
      'n0b seen',
      'n1a open',
    ]);
  }),
  localCheck('a phone cannot give its row away', page, async (tools) => {
    const { ling, bo } = await twoOwners(tools);
    await assert.rejects(update(ling, 'notes', { _openid: '{openid}' }, { _openid: bo.openid }));
  }),
  localCheck('create, update and delete have their own rules', page, async ({ local }) => {
    const phone = await local.phone('ling');
    await add(phone, 'drafts', { _id: 'd' });
    await update(phone, 'drafts', { _openid: '{openid}' }, { n: 1 });
    await refuses(remove(phone, 'drafts', { _openid: '{openid}' }), -502003, denied);
  }),
  localCheck(
    'a phone gets 20 rows at most, whatever it asks for',
    'document: Collection.limit',
    async ({ local, db }) => {
      await db.collection('board').add({ data: numbered(50) });
      const phone = await local.phone('ling');
      assert.equal((await phone.find('board', {})).length, 20);
      assert.equal((await phone.find('board', {}, { limit: 100 })).length, 20);
      assert.equal((await phone.find('board', {}, { limit: 5, offset: 48 })).length, 2);
    },
  ),
  localCheck('a phone has no transactions', 'document: 数据库/事务: only in functions', async ({ local }) => {
    const phone = await local.phone('ling');
    await assert.rejects(phone.database('startTransaction', {}));
  }),
  localCheck('a missing collection is -502005 or refused, never an empty list', page, async ({ local }) => {
    const phone = await local.phone('ling');
    await assert.rejects(phone.find('nowhere', {}));
  }),
]);
