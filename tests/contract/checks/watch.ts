import assert from 'node:assert/strict';
import { defineChecks, type LocalTools, localCheck } from '../harness/checks';
import type { Phone } from '../harness/phone';
import type { Doc } from '../harness/sdk';
import { PhoneSocket, until, watching } from '../harness/watcher';

const page = 'document: 数据库/实时数据推送';
const protocol = "measured: the vendor's realtime client";

async function connected({ local }: LocalTools, phone: Phone): Promise<PhoneSocket> {
  const socket = await PhoneSocket.open(local.baseUrl);
  await socket.logIn(phone.identity.session, phone.identity.envId);
  return socket;
}

/** A phone's socket for the length of a check. */
async function withPhone(
  tools: LocalTools,
  name: string,
  work: (socket: PhoneSocket, phone: Phone) => Promise<void>,
): Promise<void> {
  const phone = await tools.local.phone(name);
  const socket = await connected(tools, phone);
  try {
    await work(socket, phone);
  } finally {
    socket.close();
  }
}

export const watch = defineChecks('watch', [
  localCheck('the first snapshot is the list as it is', page, async ({ db }) => {
    await db.collection('board').add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ],
    });
    await watching(
      (node) => node.collection('board').where({ n: 1 }),
      async (watcher) => {
        await watcher.begun();
        assert.deepEqual(watcher.docs, [{ _id: 'a', n: 1 }]);
      },
    );
  }),
  localCheck(
    'adds, updates, sets and removals arrive in the order they were committed',
    page,
    async ({ db }) => {
      await watching(
        (node) => node.collection('board').where({}),
        async (watcher) => {
          await watcher.begun();
          const board = db.collection('board');
          await board.add({ data: { _id: 'a', n: 1 } });
          await board.doc('a').update({ data: { n: 2 } });
          await board.doc('a').set({ data: { n: 3 } });
          await board.doc('a').remove();
          assert.equal((await watcher.changes(4)).join(), 'add a,update a,replace a,remove a');
          assert.deepEqual(watcher.docs, []);
        },
      );
    },
  ),
  localCheck('the list of each snapshot is the list after the change', page, async ({ db }) => {
    await watching(
      (node) => node.collection('board').where({}),
      async (watcher) => {
        await watcher.begun();
        await db.collection('board').add({ data: { _id: 'a', n: 1 } });
        await watcher.changes(1);
        await db
          .collection('board')
          .doc('a')
          .update({ data: { n: 5 } });
        await watcher.changes(2);
        assert.deepEqual(watcher.docs, [{ _id: 'a', n: 5 }]);
      },
    );
  }),
  localCheck(
    'a document that begins to meet the condition enters, one that ceases leaves',
    page,
    async (tools) => {
      const board = tools.db.collection('board');
      await board.add({
        data: [
          { _id: 'a', open: false },
          { _id: 'b', open: true },
        ],
      });
      await withPhone(tools, 'ling', async (socket) => {
        await socket.watch('board', { open: true });
        await board.doc('a').update({ data: { open: true } });
        await board.doc('b').update({ data: { open: false } });
        await until(() => socket.events().length > 1);
        assert.deepEqual(
          socket.events().map(({ QueueType, DocID }) => `${QueueType} ${DocID}`),
          ['enqueue a', 'dequeue b'],
        );
      });
    },
  ),
  localCheck('what does not meet the condition is not told', page, async ({ db }) => {
    await watching(
      (node) => node.collection('board').where({ open: true }),
      async (watcher) => {
        await watcher.begun();
        await db.collection('board').add({ data: { _id: 'x', open: false } });
        await db.collection('secret').add({ data: { _id: 'y', open: true } });
        await db.collection('board').add({ data: { _id: 'z', open: true } });
        assert.deepEqual(await watcher.changes(1), ['add z']);
      },
    );
  }),
  localCheck('a transaction is told after its commit, a rollback never', page, async ({ db }) => {
    await watching(
      (node) => node.collection('board').where({}),
      async (watcher) => {
        await watcher.begun();
        const undone = await db.startTransaction();
        await undone.collection('board').add({ data: { _id: 'never' } });
        await undone.rollback();
        const done = await db.startTransaction();
        await done.collection('board').add({ data: { _id: 'a' } });
        await done.collection('board').add({ data: { _id: 'b' } });
        await new Promise((resolve) => setTimeout(resolve, 100));
        assert.equal(watcher.snapshots.length, 1);
        await done.commit();
        assert.deepEqual(await watcher.changes(2), ['add a', 'add b']);
      },
    );
  }),
  localCheck('orderBy and limit keep the first of the order', page, async (tools) => {
    const board = tools.db.collection('board');
    await board.add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
        { _id: 'c', n: 3 },
      ],
    });
    await withPhone(tools, 'ling', async (socket) => {
      const { msgData } = await socket.watch('board', {}, { orderBy: { n: 'desc' }, limit: 2 });
      assert.deepEqual(
        msgData.events?.map(({ DocID }) => DocID),
        ['c', 'b'],
      );
      await board.add({ data: { _id: 'd', n: 4 } });
      await until(() => socket.events().length > 1);
      assert.deepEqual(
        socket
          .events()
          .map(({ QueueType, DocID }) => `${QueueType} ${DocID}`)
          .sort(),
        ['dequeue b', 'enqueue d'],
      );
    });
  }),
  localCheck('fifty writes in a row are fifty changes, none twice', page, async ({ db }) => {
    await watching(
      (node) => node.collection('board').where({}),
      async (watcher) => {
        await watcher.begun();
        for (let n = 0; n < 50; n += 1) await db.collection('board').add({ data: { _id: `d${n}` } });
        assert.deepEqual(
          await watcher.changes(50),
          Array.from({ length: 50 }, (_unused, n) => `add d${n}`),
        );
      },
    );
  }),
  localCheck('a phone watches what it may read', 'document: 数据库/安全规则', async (tools) => {
    await withPhone(tools, 'ling', async (socket, { openid }) => {
      const first = await socket.watch('notes', { _openid: openid });
      assert.equal(first.msgType, 'INIT_EVENT');
      await tools.db.collection('notes').add({
        data: [
          { _id: 'mine', _openid: openid },
          { _id: 'theirs', _openid: 'oX' },
        ],
      });
      await until(() => socket.pushed().length > 0);
      assert.deepEqual(socket.pushed(), ['add mine']);
    });
  }),
  localCheck('a phone may not watch what it may not read', 'document: 数据库/安全规则', async (tools) => {
    await withPhone(tools, 'ling', async (socket) => {
      for (const [collection, query] of [
        ['notes', {}],
        ['notes', { _openid: 'oX' }],
        ['secret', {}],
      ] as const) {
        const answer = await socket.watch(collection, query as Doc);
        assert.equal(answer.msgType, 'ERROR', collection);
        assert.match(JSON.stringify(answer.msgData), /permission/i);
      }
    });
  }),
  localCheck('without a login nothing is watched', protocol, async ({ local }) => {
    const socket = await PhoneSocket.open(local.baseUrl);
    try {
      assert.equal((await socket.watch('board', {})).msgType, 'ERROR');
      assert.doesNotMatch(JSON.stringify(await socket.logIn('forged', 'env')), /"loggedIn":true/);
      assert.equal((await socket.watch('board', {})).msgType, 'ERROR');
    } finally {
      socket.close();
    }
  }),
  localCheck('PING is answered by PONG', protocol, async (tools) => {
    await withPhone(tools, 'ling', async (socket) => {
      socket.sendRaw(JSON.stringify({ watchId: '', requestId: 'p', msgType: 'PING', msgData: null }));
      await until(() => socket.told.some(({ msgType }) => msgType === 'PONG'));
      assert.ok(socket.told.some(({ msgType }) => msgType === 'PONG'));
    });
  }),
  localCheck(
    'nonsense is answered by an error and the connection lives on',
    'document: the requirements',
    async (tools) => {
      await withPhone(tools, 'ling', async (socket) => {
        for (const text of ['{', '[]', '"x"', '{"msgType":"EXPLODE","requestId":"z"}']) socket.sendRaw(text);
        assert.equal((await socket.watch('board', {})).msgType, 'INIT_EVENT');
      });
    },
  ),
  localCheck(
    'a lost connection comes back with everything that happened meanwhile',
    protocol,
    async (tools) => {
      const phone = await tools.local.phone('ling');
      const first = await connected(tools, phone);
      const { queryID, currEvent } = (await first.watch('board', {})).msgData as {
        queryID: string;
        currEvent: number;
      };
      first.close();
      await tools.db.collection('board').add({ data: [{ _id: 'a' }, { _id: 'b' }] });
      const second = await connected(tools, phone);
      try {
        const answer = await second.ask('REBUILD_WATCH', {
          queryID,
          eventID: currEvent,
          envId: phone.identity.envId,
        });
        const ids = (answer.msgData.events ?? []).map(({ DocID }) => DocID);
        assert.deepEqual([...ids].sort(), ['a', 'b']);
      } finally {
        second.close();
      }
    },
  ),
  localCheck('after CLOSE_WATCH nothing more is told', protocol, async (tools) => {
    await withPhone(tools, 'ling', async (socket) => {
      await socket.watch('board', {});
      socket.sendRaw(
        JSON.stringify({ watchId: 'w1', requestId: 'c', msgType: 'CLOSE_WATCH', msgData: null }),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tools.db.collection('board').add({ data: { _id: 'a' } });
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(socket.pushed(), []);
    });
  }),
  localCheck(
    'a reset gives every watcher the list anew',
    'document: the control interface',
    async (tools) => {
      await tools.db.collection('board').add({ data: { _id: 'old' } });
      await tools.local.control.snapshot('here');
      await withPhone(tools, 'ling', async (socket) => {
        await socket.watch('board', {});
        await tools.db.collection('board').add({ data: { _id: 'new' } });
        await until(() => socket.pushed().length > 0);
        await tools.local.control.reset('here');
        await until(() => socket.pushed().length > 1);
        assert.ok(socket.pushed().length > 1, JSON.stringify(socket.told));
      });
    },
  ),
]);
