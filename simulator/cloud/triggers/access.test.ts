import { Harness } from '../functions/testing/harness';
import { type AccessRequest, findRoute, HttpAccess, requestEvent, responseOf } from './access';

const request = (more: Partial<AccessRequest> = {}): AccessRequest => ({
  method: 'post',
  path: '/device/meter/7',
  query: 'a=1&b=%E6%9A%96',
  headers: { 'Content-Type': 'application/json', 'X-Sign': 'abc' },
  body: Buffer.from('{"kwh":12}'),
  clientIp: '10.0.0.7',
  ...more,
});
const context = { requestId: 'r-1', envId: 'env-1' };

describe('routes', () => {
  const routes = ['/', '/device', '/device/meter', '/open/'].map((path) => ({ path, function: path }));
  test.each([
    ['/device', '/device'],
    ['/device/', '/device'],
    ['/device/1', '/device'],
    ['/device/meter/7', '/device/meter'],
    ['/devices', '/'],
    ['/open', '/open/'],
    ['/open/x', '/open/'],
    ['/', '/'],
  ])('%s is served by %s', (path, expected) => {
    expect(findRoute(routes, path)?.function).toBe(expected);
  });

  test('without a fitting route there is none', () => {
    expect(findRoute([{ path: '/device', function: 'f' }], '/devices')).toBeUndefined();
    expect(findRoute([], '/')).toBeUndefined();
  });
});

describe('the event', () => {
  const route = { path: '/device', function: 'device' };

  test('has the documented fields; the path lacks the route’s part', () => {
    expect(requestEvent(request(), route, context)).toEqual({
      path: '/meter/7',
      httpMethod: 'POST',
      headers: { 'content-type': 'application/json', 'x-sign': 'abc' },
      multiValueHeaders: { 'content-type': ['application/json'], 'x-sign': ['abc'] },
      queryStringParameters: { a: '1', b: '暖' },
      requestContext: {
        requestId: 'r-1',
        envId: 'env-1',
        appId: expect.any(Number),
        uin: expect.any(Number),
      },
      body: '{"kwh":12}',
      isBase64Encoded: false,
    });
  });

  test('the route itself is the path /', () => {
    expect(requestEvent(request({ path: '/device' }), route, context).path).toBe('/');
  });

  test('repeated headers are joined and also listed', () => {
    const event = requestEvent(request({ headers: { 'x-a': ['1', '2'], gone: undefined } }), route, context);
    expect(event).toMatchObject({ headers: { 'x-a': '1, 2' }, multiValueHeaders: { 'x-a': ['1', '2'] } });
  });

  test('bytes come as base64, no body as empty text', () => {
    const bytes = request({ headers: { 'content-type': 'image/png' }, body: Uint8Array.of(0, 255) });
    expect(requestEvent(bytes, route, context)).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    const none = request({ headers: { 'content-type': 'image/png' }, body: Uint8Array.of() });
    expect(requestEvent(none, route, context)).toMatchObject({ body: '', isBase64Encoded: false });
  });
});

describe('the response', () => {
  const text = 'text/plain; charset=utf-8';
  const json = 'application/json; charset=utf-8';
  test.each([
    ['text', '暖邻', 200, text, '暖邻'],
    ['a number', 7, 200, text, '7'],
    ['a record', { foo: 'bar' }, 200, json, '{"foo":"bar"}'],
    ['nothing', null, 200, json, 'null'],
    [
      'a described response',
      { statusCode: 201, headers: { 'Content-Type': 'text/html' }, body: '<b>' },
      201,
      'text/html',
      '<b>',
    ],
    ['one without headers', { statusCode: 204 }, 204, json, ''],
    ['one with a record as body', { statusCode: 400, body: { code: 1 } }, 400, json, '{"code":1}'],
    [
      'one in base64',
      { statusCode: 200, body: 'aGk=', isBase64Encoded: true, headers: { 'content-type': 'image/png' } },
      200,
      'image/png',
      'hi',
    ],
    ['a record with a wrong status', { statusCode: 'fine' }, 200, json, '{"statusCode":"fine"}'],
  ])('%s', (_what, result, status, type, body) => {
    const response = responseOf(result);
    expect([
      response.status,
      response.headers['content-type'],
      Buffer.from(response.body).toString(),
    ]).toEqual([status, type, body]);
  });

  test('several cookies stay several', () => {
    expect(
      responseOf({ statusCode: 200, headers: { 'Set-Cookie': ['a=1', 'b=2'], 'X-N': 3 } }).headers,
    ).toMatchObject({
      'set-cookie': ['a=1', 'b=2'],
      'x-n': '3',
    });
  });
});

describe('the service', () => {
  let harness: Harness;
  let access: HttpAccess;
  beforeAll(() => {
    harness = new Harness();
    harness.deploy(
      'device',
      'exports.main = (event) => ({ event, source: process.env.TCB_SOURCE, openid: process.env.WX_OPENID, ip: process.env.WX_CLIENTIP });',
      { timeout: 1 },
    );
    harness.deploy('size', 'exports.main = (event) => event.body.length;');
    harness.deploy('broken', 'exports.main = () => { throw new Error("secret detail"); };');
    harness.deploy('slow', 'exports.main = () => new Promise(() => {});', { timeout: 1 });
    harness.environment({
      httpRoutes: ['device', 'size', 'broken', 'slow', 'missing'].map((name) => ({
        path: `/${name}`,
        function: name,
      })),
    });
    access = new HttpAccess(harness.context, harness.functions);
  });
  afterAll(() => harness.close());
  const answer = async (more: Partial<AccessRequest>) => {
    const { status, body } = await access.handle(request(more));
    return { status, body: JSON.parse(Buffer.from(body).toString()) };
  };

  test('a device reaches its function, which knows no user', async () => {
    const { status, body } = await answer({});
    expect(status).toBe(200);
    expect(body).toMatchObject({ event: { path: '/meter/7' }, source: 'wx_http', ip: '10.0.0.7' });
    expect(body).not.toHaveProperty('openid');
    expect(harness.logged('http').at(-1)).toMatchObject({
      who: '10.0.0.7',
      what: 'POST /device/meter/7',
      outcome: 'ok',
    });
  });

  test.each([
    ['an unknown path', { path: '/nowhere' }, 404, 'INVALID_PATH', 'refused'],
    ['a route to a function that is not there', { path: '/missing' }, 404, 'FUNCTION_NOT_FOUND', 'refused'],
    [
      '101 KB of text',
      { path: '/size', body: Buffer.alloc(101 * 1024, 'x') },
      413,
      'EXCEED_MAX_PAYLOAD_SIZE',
      'refused',
    ],
    [
      '7 MB of bytes',
      { path: '/size', headers: { 'content-type': 'image/png' }, body: Buffer.alloc(7 * 2 ** 20) },
      413,
      'EXCEED_MAX_PAYLOAD_SIZE',
      'refused',
    ],
    ['a failing function', { path: '/broken' }, 500, 'FUNCTION_INVOCATION_FAILED', 'failed'],
    ['a slow function', { path: '/slow' }, 504, 'FUNCTION_TIME_LIMIT_EXCEEDED', 'failed'],
  ])('%s is refused by name', async (_what, more, status, code, outcome) => {
    const refused = await answer(more);
    expect(refused).toMatchObject({ status, body: { code, requestId: expect.any(String) } });
    expect(JSON.stringify(refused.body)).not.toContain('secret detail');
    expect(harness.logged('http').at(-1)?.outcome).toBe(outcome);
  });

  test('a file of 6 MB passes, and so do 100 KB of text', async () => {
    const file = { path: '/size', headers: { 'content-type': 'image/png' }, body: Buffer.alloc(6 * 2 ** 20) };
    expect(await answer(file)).toEqual({ status: 200, body: 8 * 2 ** 20 });
    expect(await answer({ path: '/size', body: Buffer.alloc(100 * 1024, 'x') })).toEqual({
      status: 200,
      body: 102_400,
    });
  });
});
