import assert from 'node:assert/strict';
import { defineChecks, type LocalTools, localCheck } from '../harness/checks';
import type { Doc } from '../harness/sdk';

const page = 'document: HTTP 访问服务, event and integration response';

function request({ local }: LocalTools, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${local.baseUrl}/http${path}`, init);
}

export const access = defineChecks('HTTP access service', [
  localCheck('a function behind a route gets path, method, headers, query and body', page, async (tools) => {
    const answer = await request(tools, '/device/readings?unit=kWh&n=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meter': 'm-7' },
      body: '{"reading":12.5}',
    });
    assert.equal(answer.status, 200);
    const event = JSON.parse(await answer.text()) as Doc;
    assert.equal(event.httpMethod, 'POST');
    assert.match(String(event.path), /readings$/);
    assert.deepEqual(event.queryStringParameters, { unit: 'kWh', n: '1' });
    assert.equal((event.headers as Doc)['x-meter'], 'm-7');
    assert.equal(event.body, '{"reading":12.5}');
    assert.equal(event.isBase64Encoded, false);
    assert.equal(typeof event.requestContext, 'object');
  }),
  localCheck('a binary body arrives in base64', page, async (tools) => {
    const answer = await request(tools, '/device', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array([0, 255, 1]),
    });
    const event = JSON.parse(await answer.text()) as Doc;
    assert.equal(event.isBase64Encoded, true);
    assert.equal(event.body, Buffer.from([0, 255, 1]).toString('base64'));
  }),
  localCheck('an integration response sets status, headers and body', page, async (tools) => {
    const answer = await request(tools, '/device?answer=status');
    assert.deepEqual(
      [answer.status, answer.headers.get('x-meter'), await answer.text()],
      [201, 'yes', 'created'],
    );
  }),
  localCheck('a base64 answer is sent as bytes', page, async (tools) => {
    const answer = await request(tools, '/device?answer=binary');
    assert.deepEqual([...new Uint8Array(await answer.arrayBuffer())], [0, 1, 254, 255]);
  }),
  localCheck('a text answer is sent as it is', page, async (tools) => {
    const answer = await request(tools, '/device?answer=text');
    assert.equal((await answer.text()).replaceAll('"', ''), 'just a text');
  }),
  localCheck('the longest route that fits wins', page, async (tools) => {
    const answer = await request(tools, '/device/meter/7');
    const { context } = JSON.parse(await answer.text()) as { context: Doc };
    assert.equal(context.function_name, 'echo');
  }),
  localCheck(
    'a function behind a route has SOURCE wx_http and no OPENID',
    'document: Cloud.getWXContext',
    async (tools) => {
      const answer = await request(tools, '/device/meter');
      const { wx } = JSON.parse(await answer.text()) as { wx: Doc };
      assert.equal(wx.SOURCE, 'wx_http');
      assert.equal(wx.OPENID, undefined);
    },
  ),
  localCheck('a path without a route is 404 INVALID_PATH', page, async (tools) => {
    const answer = await request(tools, '/nowhere');
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /INVALID_PATH/);
  }),
  localCheck('a route fits whole parts of a path only', page, async (tools) => {
    assert.equal((await request(tools, '/devices')).status, 404);
  }),
  localCheck('a function that fails is an error of the gateway, not of the client', page, async (tools) => {
    const answer = await request(tools, '/device?answer=fail');
    assert.ok(answer.status >= 400, String(answer.status));
    assert.match(await answer.text(), /FUNCTION|the meter is broken/);
  }),
  localCheck('a text body over 100 KB is refused', 'document: EXCEED_MAX_PAYLOAD_SIZE', async (tools) => {
    const answer = await request(tools, '/device', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(101 * 1024),
    });
    assert.ok(answer.status >= 400);
    assert.match(await answer.text(), /EXCEED_MAX_PAYLOAD_SIZE/);
  }),
]);
