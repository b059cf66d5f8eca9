import type { Ports } from '../../kernel/ports';
import type { SettleRefund, SettleResult } from './port';
import { type NoticeLetter, readNotice } from './v3/notice';
import { readV3Settings } from './v3/settings';

/** What the HTTP access service hands a function. */
interface HttpEvent {
  readonly httpMethod?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpWorld {
  readonly settleResult: SettleResult;
  readonly settleRefund: SettleRefund;
  readonly ports: Ports;
}

/**
 * A notice by signed HTTPS (APIv3). 204 where it need not come again, 4xx where it is not WeChat's or not ours to read, 503 where it
 * is to come again. Never throws.
 */
export async function serveHttpNotice(event: unknown, world: HttpWorld): Promise<HttpResponse> {
  const { ports } = world;
  try {
    return await answer((event ?? {}) as HttpEvent, world);
  } catch (error) {
    ports.log({ level: 'bug', what: 'payNotifyHttp', incident: ports.newId(), error });
    return response(503, 'again');
  }
}

async function answer(
  event: HttpEvent,
  { settleResult, settleRefund, ports }: HttpWorld,
): Promise<HttpResponse> {
  const log = (problem: string) => ports.log({ level: 'warning', what: 'payNotifyHttp', facts: { problem } });
  if (event.httpMethod !== 'POST') return response(405, 'POST');
  const settings = readV3Settings(process.env);
  if ('problem' in settings) {
    log(settings.problem);
    return response(503, 'not set up');
  }
  const notice = readNotice(letterOf(event), settings, ports.now());
  if (notice.kind === 'refused') {
    log(notice.reason);
    return response(notice.reason === 'unreadable' ? 400 : 401, notice.reason);
  }
  if (notice.kind === 'other') {
    log(`event ${notice.event}`);
    return response(204);
  }
  const settled =
    notice.kind === 'payment'
      ? await settleResult(notice.result, ports)
      : await settleRefund(notice.result, ports);
  return settled.kind === 'taken' ? response(204) : response(503, 'again');
}

function letterOf({ headers = {}, body = '', isBase64Encoded }: HttpEvent): NoticeLetter {
  const entries = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  return {
    headers: Object.fromEntries(entries),
    body: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
  };
}

/** WeChat goes by the status; the words are for whoever reads its log. */
function response(statusCode: number, message?: string): HttpResponse {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: message === undefined ? '' : JSON.stringify({ code: 'FAIL', message }),
  };
}
