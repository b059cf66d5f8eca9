import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../cloud';
import { readMultipart } from './multipart';

jest.setTimeout(60_000);

let cloud: Cloud;
// No project: what is built beside these tests has timers of its own.
const dist = mkdtempSync(join(tmpdir(), 'no-project-'));
beforeAll(async () => {
  cloud = await startCloud({ dist, clockStart: Date.parse('2026-11-10T09:00:00+08:00') });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(dist, { recursive: true, force: true });
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Bare HTTP: fetch does not let a test forge Host. */
function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: options.method ?? 'GET', headers: options.headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    call.on('error', reject);
    call.end(options.body);
  });
}
const post = (url: string, body: unknown) =>
  ask(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('strangers', () => {
  test.each([
    ['a foreign Host', { host: 'nuanlin.example' }],
    ['an address on the network', { host: '192.168.1.7:4600' }],
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
  ])('%s is refused', async (_what, headers) => {
    const answer = await ask(`${cloud.controlUrl}/clock`, { headers: headers as Record<string, string> });
    expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_LOOPBACK' } });
  });

  test('a page on this machine is welcome', async () => {
    const answer = await ask(`${cloud.controlUrl}/clock`, { headers: { origin: 'http://localhost:5173' } });
    expect(answer.status).toBe(200);
  });
});

describe('the admin endpoint', () => {
  test.each([
    ['a malformed body', '{"action": ', 'INVALID_PARAM'],
    ['a body that is no object', '[1]', 'INVALID_PARAM'],
    ['no body', '', 'INVALID_PARAM'],
    ['no action', '{}', 'INVALID_ACTION'],
    ['an unknown action', '{"action":"database.dropEverything"}', 'INVALID_ACTION'],
    [
      'the token of a call that is over',
      '{"action":"database.getDocument","wxCloudApiToken":"old"}',
      'INVALID_PARAM',
    ],
  ])('%s gets one clear error with HTTP 200, as the SDK expects', async (_what, body, code) => {
    const answer = await post(cloud.adminUrl, body);
    expect(answer).toMatchObject({
      status: 200,
      body: { code, requestId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(answer.body.message).toBeTruthy();
  });

  test('a body over the limit is refused by name', async () => {
    const answer = await ask(cloud.adminUrl, {
      method: 'POST',
      headers: { 'content-length': String(65 * 1024 * 1024) },
      body: '{}',
    }).catch((error) => error);
    expect(answer).toMatchObject({
      status: 200,
      body: { code: 'EXCEED_MAX_PAYLOAD_SIZE', requestId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
  });

  test('an unknown address says so', async () => {
    expect(await ask(`${cloud.controlUrl}/nothing`)).toMatchObject({
      status: 404,
      body: { code: 'NO_SUCH_ADDRESS' },
    });
  });
});

describe('multipart', () => {
  const boundary = 'X-BOUNDARY';
  const body = (bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.openApi\r\n`),
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="requestData"\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };

  test('bytes that are no text arrive as they were sent', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_unused, index) => index));
    const parts = await readMultipart(headers, body(bytes));
    expect(Buffer.from(parts.get('requestData') ?? []).equals(bytes)).toBe(true);
    expect(Buffer.from(parts.get('action') ?? []).toString()).toBe('wx.openApi');
  });

  test('a body that breaks off is refused', async () => {
    const broken = body(Buffer.from('abc')).subarray(0, 90);
    await expect(readMultipart(headers, broken)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });
});

describe('the control interface', () => {
  test('it lists itself', async () => {
    const { body } = await ask(cloud.controlUrl);
    expect(body.routes).toContainEqual(
      expect.objectContaining({ method: 'POST', path: '/control/clock/advance' }),
    );
  });

  test('the clock is read, frozen, set, advanced and let run', async () => {
    expect((await ask(`${cloud.controlUrl}/clock`)).body.now).toMatch(/^2026-11-10T09:0/);
    expect((await post(`${cloud.controlUrl}/clock/freeze`, {})).body.rate).toBe(0);
    const set = await post(`${cloud.controlUrl}/clock/set`, { to: '2026-11-30T23:59:00+08:00' });
    expect(set.body.now).toBe('2026-11-30T23:59:00+08:00');
    const advanced = await post(`${cloud.controlUrl}/clock/advance`, { by: 60_000 });
    expect(advanced.body).toMatchObject({ now: '2026-12-01T00:00:00+08:00', fired: [] });
    expect((await post(`${cloud.controlUrl}/clock/run`, { rate: 60 })).body.rate).toBe(60);
  });

  test.each([
    ['/clock/set', { to: '2026-11-30' }],
    ['/clock/set', { to: '2026-11-30T10:00:00' }],
    ['/clock/advance', {}],
    ['/clock/advance', { by: -1 }],
    ['/clock/run', { rate: 0 }],
    ['/faults', { point: 'x' }],
    ['/faults', { point: 'x', kind: 'error', chance: 2 }],
    ['/clock/run', 'not json'],
  ])('%s with %j is refused with the place of the mistake', async (path, body) => {
    const answer = await post(cloud.controlUrl + path, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_PARAM' } });
  });

  test('an imported state may be longer than any other body', async () => {
    const answer = await ask(`${cloud.controlUrl}/state`, {
      method: 'PUT',
      body: ' '.repeat(65 * 1024 * 1024),
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'STATE_UNREADABLE' } });
  });

  test('faults are added, strike, run out and are removed', async () => {
    await post(`${cloud.controlUrl}/faults`, {
      id: 'f',
      point: 'admin.nothing',
      kind: 'error',
      code: 'SYS_ERR',
      message: 'on purpose',
      times: 1,
    });
    expect((await post(cloud.adminUrl, { action: 'nothing' })).body).toMatchObject({
      code: 'SYS_ERR',
      message: 'on purpose',
    });
    expect((await post(cloud.adminUrl, { action: 'nothing' })).body.code).toBe('INVALID_ACTION');
    expect((await ask(`${cloud.controlUrl}/faults/f`, { method: 'DELETE' })).status).toBe(200);
    expect((await ask(`${cloud.controlUrl}/faults/f`, { method: 'DELETE' })).body.code).toBe(
      'FAULT_NOT_FOUND',
    );
  });
});
