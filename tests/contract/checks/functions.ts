import assert from 'node:assert/strict';
import { check, defineChecks, localCheck, type Proof, type Tools } from '../harness/checks';
import { refusal, refuses } from '../harness/expect';
import type { Doc } from '../harness/sdk';

const page = 'document: Cloud.callFunction';
const sdk = 'measured: wx-server-sdk 4.0.2';
const limits = 'document: 云开发/配额与错误码';

function misbehave(tools: Tools, way: string, more: Doc = {}) {
  return tools.cloud.callFunction({ name: 'misbehave', data: { way, ...more } });
}

/** The function `misbehave` answers this for this way of ending. */
function answers(name: string, evidence: Proof, way: string, expected: unknown) {
  return localCheck(name, evidence, async (tools) => {
    assert.deepEqual((await misbehave(tools, way)).result, expected);
  });
}

/** The call fails as one whose function failed, and the text says why. */
function failsWith(name: string, evidence: Proof, way: string, ...texts: (string | RegExp)[]) {
  return localCheck(name, evidence, async (tools) => {
    const failing = misbehave(tools, way);
    const error = await refusal(failing);
    assert.equal(error.code, 'FUNCTIONS_EXECUTE_FAIL', error.errMsg);
    await refuses(failing, -1, 'callFunction:fail', ...texts);
  });
}

export const functions = defineChecks('functions: calls, answers, failures', [
  check('a function gets the data and answers with its result', page, async ({ cloud, echo }) => {
    const { result, errMsg, requestID } = await cloud.callFunction({
      name: echo,
      data: { n: 1, deep: { l: [1, null, 'x'] } },
    });
    assert.deepEqual((result as { event: Doc }).event, { n: 1, deep: { l: [1, null, 'x'] } });
    assert.equal(errMsg, 'callFunction:ok');
    assert.match(requestID, /\S/);
  }),
  check('a function called without data gets an empty object', sdk, async ({ cloud, echo }) => {
    const { result } = await cloud.callFunction({ name: echo });
    assert.deepEqual((result as { event: Doc }).event, {});
  }),
  check('dates in the data arrive as texts', 'measured: JSON on the wire', async ({ cloud, echo }) => {
    const { result } = await cloud.callFunction({ name: echo, data: { at: new Date(0) } });
    assert.equal((result as { event: Doc }).event.at, '1970-01-01T00:00:00.000Z');
  }),
  check(
    'an unknown function is refused by name',
    "measured: the vendor's node-sdk test suite",
    async ({ cloud }) => {
      const error = await refusal(cloud.callFunction({ name: 'contract_no_such_function' }));
      assert.match(error.errMsg, /callFunction:fail/);
      assert.equal(error.code, 'FUNCTION_NOT_FOUND');
    },
  ),
  check('callFunction without a name is refused by the SDK', sdk, async ({ cloud }) => {
    await refuses(cloud.callFunction({} as { name: string }), -1, 'name should be string');
  }),
  check(
    'context names the function, its limits and the request',
    'document: 云函数/context',
    async ({ cloud, echo }) => {
      const { result, requestID } = await cloud.callFunction({ name: echo });
      const { context } = result as { context: Doc };
      assert.equal(context.function_name, echo);
      assert.equal(typeof context.memory_limit_in_mb, 'number');
      assert.equal(typeof context.time_limit_in_ms, 'number');
      assert.equal(typeof context.environment, 'string');
      assert.match(String(context.request_id ?? context.requestId), /\S/);
      assert.match(requestID, /\S/);
    },
  ),
  failsWith('an exception reaches the caller with its text', page, 'throw', 'the meter is broken'),
  failsWith('a rejection reaches the caller with its text', page, 'reject', 'rejected on purpose'),
  failsWith('a thrown text reaches the caller', page, 'throwText', 'only a text'),
  failsWith('a function that ends its process fails', 'document: 云函数/错误码', 'crash'),
  failsWith(
    'an answer that is no JSON fails',
    'guess: SCF serialises the answer',
    'circular',
    /circular|JSON|serial/i,
  ),
  answers('an answer of undefined is null', 'guess: SCF serialises the answer', 'nothing', null),
  answers('an answer of null is null', page, 'null', null),
  answers('an answer may be a number', page, 'number', 42),
  answers('an answer may be a text', page, 'text', 'plain'),
  answers(
    'a date in an answer becomes a text',
    'measured: JSON on the wire',
    'date',
    '1970-01-01T00:00:00.000Z',
  ),
  answers('an undefined field of an answer is left out', 'measured: JSON on the wire', 'missing', {
    kept: 1,
  }),
  localCheck(
    'a function that does not end is stopped at its timeout',
    'document: 云函数/错误码; measured text',
    async (tools) => {
      const started = Date.now();
      const error = await refusal(misbehave(tools, 'hang'));
      const took = Date.now() - started;
      assert.match(error.errMsg, /Invoking task timed out after 2 seconds/);
      assert.ok(took >= 1900 && took < 12_000, `${took} ms`);
    },
  ),
  localCheck(
    'a function that keeps the processor busy is stopped as well',
    'document: 云函数/错误码',
    async (tools) => {
      const error = await refusal(misbehave(tools, 'spin'));
      assert.match(error.errMsg, /Invoking task timed out after 2 seconds/);
      assert.equal((await misbehave(tools, 'number')).result, 42);
    },
  ),
  localCheck(
    'without a timeout of its own a function has 3 seconds',
    'document: 云函数/配置',
    async ({ cloud }) => {
      const error = await refusal(cloud.callFunction({ name: 'standard', data: { ms: 6000 } }));
      assert.match(error.errMsg, /Invoking task timed out after 3 seconds/);
      assert.deepEqual((await cloud.callFunction({ name: 'standard', data: { ms: 10 } })).result, { ms: 10 });
    },
  ),
  localCheck(
    'after a crash the next call is served by a fresh instance',
    'document: 云函数/运行机制',
    async (tools) => {
      await refusal(misbehave(tools, 'crash'));
      assert.equal((await misbehave(tools, 'number')).result, 42);
    },
  ),
  localCheck('an answer of just under 1 MB arrives', limits, async (tools) => {
    const { result } = await misbehave(tools, 'big', { size: 1024 * 1024 - 1000 });
    assert.equal((result as string).length, 1024 * 1024 - 1000);
  }),
  localCheck('an answer of more than 1 MB is refused', limits, async (tools) => {
    await assert.rejects(
      misbehave(tools, 'big', { size: 1024 * 1024 + 10 }),
      /exceed|limit|too large|604001/i,
    );
  }),
  localCheck('a call with more than 100 KB of data is refused', limits, async (tools) => {
    await assert.rejects(
      misbehave(tools, 'number', { pad: 'x'.repeat(110 * 1024) }),
      /exceed|limit|too large|payload/i,
    );
  }),
  localCheck(
    'a warm instance keeps its memory from call to call',
    'document: 云函数/运行机制',
    async ({ cloud }) => {
      const call = async () =>
        (await cloud.callFunction({ name: 'echo' })).result as { calls: number; pid: number };
      const first = await call();
      const second = await call();
      assert.equal(second.pid, first.pid);
      assert.equal(second.calls, first.calls + 1);
    },
  ),
  localCheck(
    'an instance takes one call at a time; more calls mean more instances',
    'document: 云函数/运行机制',
    async ({ cloud }) => {
      const calls = Array.from({ length: 3 }, () =>
        cloud.callFunction({ name: 'sleeper', data: { ms: 500 } }),
      );
      const pids = (await Promise.all(calls)).map(({ result }) => (result as { pid: number }).pid);
      assert.equal(new Set(pids).size, 3);
    },
  ),
  localCheck(
    'more calls than instances wait their turn and are all served',
    'document: 云函数/运行机制',
    async ({ cloud }) => {
      const calls = Array.from({ length: 10 }, () =>
        cloud.callFunction({ name: 'sleeper', data: { ms: 50 } }),
      );
      assert.equal((await Promise.all(calls)).length, 10);
    },
  ),
  localCheck(
    'a function may call itself six deep',
    'document: 云函数/运行机制: up to 1,000 instances of one function',
    async ({ cloud }) => {
      const nest = (depth: number): Doc => (depth === 0 ? {} : { name: 'chain', data: nest(depth - 1) });
      const { result } = await cloud.callFunction({ name: 'chain', data: nest(5) });
      assert.match(JSON.stringify(result), /"SOURCE":"scf,scf,scf,scf,scf,scf"|scf,scf,scf,scf,scf/);
    },
  ),
  localCheck('what a function prints stands in its log', 'document: 云函数/日志', async (tools) => {
    const { requestID } = await misbehave(tools, 'print');
    const entries = await tools.local.control.logs({ kind: 'function', what: 'misbehave' });
    const entry = entries.at(-1);
    assert.equal(entry?.requestId, requestID);
    assert.equal(entry?.outcome, 'ok');
    assert.match(entry?.lines?.join('\n') ?? '', /first line[\s\S]*n: 1[\s\S]*second line/);
  }),
  localCheck('a failed call is logged as failed', 'document: 云函数/日志', async (tools) => {
    await refusal(misbehave(tools, 'throw'));
    const entries = await tools.local.control.logs({ kind: 'function', what: 'misbehave' });
    assert.equal(entries.at(-1)?.outcome, 'failed');
  }),
]);
