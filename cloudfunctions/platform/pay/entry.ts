import type { Ports } from '../../kernel/ports';
import { type Identity, isPayCallback } from '../identity';
import type { Heard } from './cloudpay/notice';
import type { PayChannel, SettleAnswer } from './port';

/** What WeChat Pay takes as an answer of a function: with `errcode: 0` it is content, with anything else it tells once more. */
export interface NoticeAnswer {
  readonly errcode: 0 | 1;
  readonly errmsg: string;
}

/** How one kind of notice is heard and settled. */
export interface NoticeRoad<Result> {
  readonly what: 'payNotice' | 'refundNotice';
  hear(event: unknown, channel: PayChannel): Promise<Heard<Result>>;
  settle(result: Result, ports: Ports): Promise<SettleAnswer>;
}

const content: NoticeAnswer = { errcode: 0, errmsg: 'ok' };
const again: NoticeAnswer = { errcode: 1, errmsg: 'again' };

/** A notice by platform call, from its proof to the answer. Never throws: a bug is logged, and WeChat tells it again. */
export async function serveNotice<Result>(
  event: unknown,
  caller: Identity,
  world: { readonly road: NoticeRoad<Result>; readonly channel: PayChannel; readonly ports: Ports },
): Promise<NoticeAnswer> {
  const { road, channel, ports } = world;
  const warn = (problem: string) =>
    ports.log({ level: 'warning', what: road.what, facts: { problem, source: caller.source } });
  if (!isPayCallback(caller)) {
    warn('forged');
    return again;
  }
  try {
    const heard = await road.hear(event, channel);
    if (heard.kind === 'result') {
      const { kind } = await road.settle(heard.result, ports);
      return kind === 'taken' ? content : again;
    }
    warn(heard.kind === 'again' ? heard.why : heard.kind);
  } catch (error) {
    ports.log({ level: 'bug', what: road.what, incident: ports.newId(), error });
  }
  return again;
}
