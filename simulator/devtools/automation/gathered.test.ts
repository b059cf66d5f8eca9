import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type PhoneUnderTest, startPhoneUnderTest } from '../../phone/testing/phoneUnderTest';
import type { AuditReport, Judgement } from './audits';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
let server: Server;
let url: string;

beforeAll(async () => {
  device = await startPhoneUnderTest('audits');
  server = createServer((_request, response) => response.writeHead(503).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server?.close();
  await device?.stop();
});

/** What the phone has gathered since it was switched on. */
async function audits(): Promise<AuditReport & { judgements: Judgement[] }> {
  return (await device.miniProgram.stopAudits()) as AuditReport & { judgements: Judgement[] };
}
async function failed(): Promise<Record<string, readonly string[]>> {
  const { judgements } = await audits();
  const over = judgements.filter(({ passed }) => !passed);
  return Object.fromEntries(over.map(({ rule, where }) => [rule, where]));
}
const call = async (method: string, ...args: unknown[]) => (await device.top()).callMethod(method, ...args);

// Each test adds one thing that is wrong: all that went wrong before stays known.
describe('what the phone gathers while it runs', () => {
  test('a calm page is found well', async () => {
    await device.open('/pages/calm/calm');
    expect(await failed()).toEqual({});
  });

  test('a tree that is too large, too deep and too wide, on a page that is long closed', async () => {
    await device.open('/pages/tree/tree');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await device.open('/pages/calm/calm');
    expect(await failed()).toEqual({
      nodes: [expect.stringMatching(/^pages\/tree\/tree 1\d{3}$/)],
      depth: [expect.stringMatching(/^pages\/tree\/tree 3\d$/)],
      children: ['pages/tree/tree 61'],
    });
  });

  test('a heavy setData and too many in one second', async () => {
    await device.open('/pages/heavy/heavy');
    await call('weigh');
    expect(await failed()).toHaveProperty('setDataSize');
    expect(await failed()).not.toHaveProperty('setDataRate');
    await call('hurry');
    expect(await failed()).toHaveProperty('setDataRate');
  });

  test('a script that runs too long', async () => {
    await call('work');
    // The browser tells of a stretch when it has time again; on a busy machine that is not at once.
    for (let tries = 0; tries < 50 && !('scriptTime' in (await failed())); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await failed()).toHaveProperty('scriptTime');
    expect(Math.max(...(await audits()).longTasks)).toBeGreaterThan(1000);
  });

  test('an exception, caught by nobody, also from a promise', async () => {
    await (await (await device.top()).$('.fall'))?.tap();
    await call('reject');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await failed()).exceptions).toEqual([
      expect.stringContaining('a handler fell'),
      expect.stringContaining('nobody caught it'),
    ]);
  });

  test('a request that is answered with an error, one that nobody answers, and a picture that is not there', async () => {
    await call('ask', { url });
    await call('ask', { url: 'http://127.0.0.1:9/' });
    await call('show', { picture: '/none.png' });
    for (let tries = 0; tries < 50 && ((await failed()).failedCalls?.length ?? 0) < 3; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await failed()).failedCalls).toEqual(
      expect.arrayContaining([
        `503 ${url}`,
        expect.stringMatching(/^request:fail /),
        expect.stringMatching(/^404 .*none\.png$/),
      ]),
    );
  });

  test('what is too small to tap and too faint to read, and nothing else', async () => {
    await device.open('/pages/small/small');
    const { tapTargets, contrast } = await failed();
    expect(tapTargets).toEqual(['pages/small/small button.small 10 × 10 px']);
    expect(contrast).toEqual([expect.stringMatching(/^pages\/small\/small view\.faint 2\.3\d$/)]);
  });
});
