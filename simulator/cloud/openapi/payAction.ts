import type { AdminAction } from '../core/admin';
import { invalidParam } from '../core/errors';
import type { PayPort } from './ports';
import { decodeOptions, wireContentType } from './wire';

/** `wx.wxPayApi`: JSON in, JSON out, both snake_case; a bill goes out as it is. The pay service does the rest. */
export function payAction(pay: PayPort, ownAppid: string): AdminAction {
  return async ({ apiName }, { parts, caller }) => {
    const data = parts.get('requestData');
    if (typeof apiName !== 'string' || !data) throw invalidParam('wx.wxPayApi needs apiName and requestData');
    const appid = decodeOptions(parts.get('apiOptions') ?? new Uint8Array());
    if (appid !== '' && appid !== ownAppid)
      throw invalidParam(`the local cloud does not emulate cloudPay for another mini-program (${appid})`);
    const answer = await pay.call(apiName, parse(data), caller);
    return { raw: { contentType: wireContentType, body: bytesOf(answer) } };
  };
}

function bytesOf(answer: Record<string, unknown> | string | Uint8Array): Uint8Array {
  if (answer instanceof Uint8Array) return answer;
  return Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
}

function parse(data: Uint8Array): Record<string, unknown> {
  let request: unknown;
  try {
    request = JSON.parse(Buffer.from(data).toString('utf8'));
  } catch (error) {
    throw invalidParam(`requestData is not JSON: ${String(error)}`);
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    throw invalidParam('requestData must be an object');
  return request as Record<string, unknown>;
}
