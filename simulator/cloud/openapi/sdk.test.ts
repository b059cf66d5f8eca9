import type { AddressInfo } from 'node:net';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { sdkEnvironment } from '../core/settings';
import { AdminDesk } from '../http/adminDesk';
import { AdminEndpoint } from '../http/adminEndpoint';
import { createServer } from '../http/server';
import { readCodeText } from './codes/codeText';
import { Harness, wang } from './testing/harness';

jest.setTimeout(60_000);

type Call = (data: Record<string, unknown>) => Promise<Record<string, unknown>>;
interface Sdk {
  init(config: { env: string }): void;
  openapi: Record<string, Record<string, Call>> & ((options: { appid: string }) => Sdk['openapi']);
  cloudPay: Record<string, Call>;
  getOpenData(options: { list: string[] }): Promise<unknown>;
}

const server = createServer();
let harness: Harness;
let cloud: Sdk;

beforeAll(async () => {
  harness = new Harness([
    { id: 'T1', title: '工单进度', type: 'once', fields: { thing1: '内容', character_string2: '单号' } },
  ]);
  Object.assign(process.env, await serve(harness));
  cloud = ((await import('wx-server-sdk')) as unknown as { default: Sdk }).default;
  cloud.init({ env: harness.context.settings.envId });
});
afterAll(async () => {
  await server.close();
  await harness.close();
});
afterEach(() => {
  harness.context.faults.clear();
  delete process.env.WX_API_TOKEN;
  delete process.env.WX_CONTEXT_KEYS;
});

/** Serves the admin endpoint and returns the environment for the SDK. */
async function serve({ context, service }: Harness): Promise<Record<string, string>> {
  const { callers, faults, random, settings } = context;
  const desk = new AdminDesk(callers, faults, random.stream('requests'), (_action, error) => {
    throw error;
  });
  desk.add(service.actions);
  const endpoint = new AdminEndpoint(desk);
  server.post('/admin', (request, reply) => endpoint.answer(request, reply));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return sdkEnvironment(`http://127.0.0.1:${port}/admin`, settings.envId);
}

/** The SDK reads the invocation's token from the environment at each call. */
function asFunction(openapiPermissions: string[]): void {
  process.env.WX_API_TOKEN = harness.token({ functionName: 'api', openapiPermissions });
  process.env.WX_CONTEXT_KEYS = 'WX_API_TOKEN';
}

function call(name: string, data: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const [family = '', method = ''] = name.split('.');
  return cloud.openapi[family]![method]!(data);
}

async function refused(
  answer: Promise<unknown>,
): Promise<{ errCode: number; message: string; errMsg: string }> {
  return answer.then(
    (value) => Promise.reject(new Error(`was not refused: ${JSON.stringify(value)}`)),
    (error) => error,
  );
}

describe('the envelope, through the unmodified SDK', () => {
  test('a message that is agreed to arrives once, and its camelCase arguments are understood', async () => {
    harness.service.messages.answer(wang, { T1: 'accept' });
    const message = {
      touser: wang,
      templateId: 'T1',
      miniprogramState: 'developer',
      data: { thing1: { value: '水管漏水' }, characterString2: { value: 'WO-17' } },
    };
    const answer = await call('subscribeMessage.send', message);
    expect(answer).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' });
    expect(answer.msgid).toBeDefined();
    const again = await refused(call('subscribeMessage.send', message));
    expect(again.errCode).toBe(43101);
    expect(again.errMsg).toMatch(
      /^openapi\.subscribeMessage\.send:fail user refuse to accept the msg rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/,
    );
  });

  test('a function without the permission is refused in the platform’s own words', async () => {
    asFunction(['wxacode.getUnlimited']);
    const error = await refused(call('subscribeMessage.send'));
    expect(error.errCode).toBe(-604101);
    expect(error.message).toBe(
      'errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
    );
  });

  test('a function with the permission is let through', async () => {
    asFunction(['subscribeMessage.send']);
    expect((await refused(call('subscribeMessage.send'))).errCode).toBe(40037);
  });

  test('an interface nobody has heard of is not found', async () => {
    const error = await refused(call('wxacode.paint'));
    expect(error.message).toBe('errCode: -604100 API not found | errMsg: system error: error code: -604100');
  });

  test('an interface WeChat has and this cloud has not is refused by its name', async () => {
    const error = await refused(call('urlscheme.generate'));
    expect(error.errCode).toBe(-604100);
    expect(error.errMsg).toContain('the local cloud does not emulate urlscheme.generate');
  });

  test('open data by cloud id and calls for another mini-program are refused by name', async () => {
    expect((await refused(cloud.getOpenData({ list: ['x'] }))).message).toContain('SVRKIT_API');
    const other = cloud.openapi({ appid: 'wx0000000000000000' });
    expect((await refused(other.wxacode!.get!({ path: 'a' }))).errMsg).toContain('another mini-program');
  });

  test('an injected error has the code it was given, and a late answer comes late', async () => {
    harness.context.faults.add({
      id: 'quota',
      point: 'openapi.security.msgSecCheck',
      kind: 'error',
      chance: 1,
      code: '45009',
      message: 'reach max api daily quota limit',
    });
    const error = await refused(call('security.msgSecCheck', { content: '你好' }));
    expect(error).toMatchObject({ errCode: 45009 });
    expect(error.errMsg).toContain('reach max api daily quota limit');
    harness.context.faults.clear();
    harness.context.faults.add({ id: 'slow', point: 'openapi.*', kind: 'latency', chance: 1, ms: 60 });
    const before = Date.now();
    await call('security.msgSecCheck', { content: '你好' });
    expect(Date.now() - before).toBeGreaterThanOrEqual(55);
  });

  test('an injected platform failure is the SDK’s system error', async () => {
    harness.context.faults.add({ id: 'down', point: 'openapi.*', kind: 'error', chance: 1, code: 'SYS_ERR' });
    expect((await refused(call('security.msgSecCheck', { content: '你好' }))).errCode).toBe(-501001);
  });
});

describe('bytes', () => {
  test('a mini-program code is an image that scans', async () => {
    const answer = await call('wxacode.getUnlimited', {
      scene: 'r=3-2-801',
      page: 'pages/home/index',
      width: 280,
    });
    expect(answer.contentType).toBe('image/png');
    const image = PNG.sync.read(answer.buffer as Buffer);
    expect(image.width).toBe(280);
    const text =
      jsqr(new Uint8ClampedArray(image.data), image.width, image.height, { inversionAttempts: 'dontInvert' })
        ?.data ?? '';
    expect(readCodeText(text)).toEqual({
      appid: harness.context.settings.appid,
      path: 'pages/home/index?scene=r%3D3-2-801',
      envVersion: 'release',
      kind: 'wxCode',
    });
  });

  test('an image to be checked arrives byte for byte', async () => {
    const every = Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256));
    const clean = { contentType: 'image/png', value: every };
    await expect(call('security.imgSecCheck', { media: clean })).resolves.toMatchObject({ errCode: 0 });
    const value = Buffer.concat([every, Buffer.from('verdict=risky')]);
    const error = await refused(call('security.imgSecCheck', { media: { contentType: 'image/png', value } }));
    expect(error.errCode).toBe(87014);
  });
});

describe('cloudPay', () => {
  test('camelCase goes out as snake_case and comes back', async () => {
    const seen: unknown[] = [];
    harness.pay = async (apiName, request, caller) => {
      seen.push(apiName, request, caller.functionName);
      return { return_code: 'SUCCESS', payment: { time_stamp: '1' } };
    };
    asFunction([]);
    const answer = await cloud.cloudPay.unifiedOrder!({ outTradeNo: 'A1', totalFee: 5 });
    expect(seen).toEqual(['unifiedOrder', { out_trade_no: 'A1', total_fee: 5 }, 'api']);
    expect(answer).toMatchObject({
      returnCode: 'SUCCESS',
      payment: { timeStamp: '1' },
      errCode: 0,
      errMsg: 'cloudPay.unifiedOrder:ok',
    });
  });

  test('a bill comes as text, a zipped one as bytes', async () => {
    harness.pay = async () => '交易时间,公众账号ID';
    expect(await cloud.cloudPay.downloadBill!({ billDate: '20261109' })).toMatchObject({
      data: '交易时间,公众账号ID',
    });
    const zipped = new Uint8Array([0x1f, 0x8b, 8, 0, 255]);
    harness.pay = async () => zipped;
    const answer = await cloud.cloudPay.downloadBill!({ billDate: '20261109', tarType: 'GZIP' });
    expect([...(answer.data as Buffer)]).toEqual([...zipped]);
  });
});
