import { createHash } from 'node:crypto';
import type { CloudContext } from '../core/context';
import type { PushPort } from './ports';

export type SubscribeEvent =
  | 'subscribe_msg_popup_event'
  | 'subscribe_msg_change_event'
  | 'subscribe_msg_sent_event';

/** Sends WeChat's own events to the function configured for them. Nobody waits for the function; `settled` does. */
export class Events {
  private readonly underWay = new Set<Promise<void>>();
  private readonly account: string;

  constructor(
    private readonly context: CloudContext,
    private readonly port: PushPort,
  ) {
    this.account = `gh_${createHash('sha256').update(context.settings.appid).digest('hex').slice(0, 12)}`;
  }

  /** [document] Times and codes are text in these events, and `List` is the object itself when there is only one. */
  subscription(event: SubscribeEvent, openid: string, list: readonly Record<string, string>[]): void {
    this.push({
      ToUserName: this.account,
      FromUserName: openid,
      CreateTime: String(this.seconds()),
      MsgType: 'event',
      Event: event,
      List: list.length === 1 ? list[0] : list,
    });
  }

  /** [document] Here `CreateTime` is a number. */
  async mediaCheck(openid: string, result: Record<string, unknown>): Promise<void> {
    await this.port.push({
      ToUserName: this.account,
      FromUserName: openid,
      CreateTime: this.seconds(),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: this.context.settings.appid,
      ...result,
    });
  }

  /** Everything pushed so far has been delivered or has failed. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private push(event: Record<string, unknown>): void {
    const delivery = this.port.push(event).catch((error: unknown) => this.report(event, error));
    const kept: Promise<void> = delivery.finally(() => this.underWay.delete(kept));
    this.underWay.add(kept);
  }

  private report(event: Record<string, unknown>, error: unknown): void {
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'push',
      who: String(event.FromUserName),
      what: String(event.Event),
      milliseconds: 0,
      outcome: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    });
  }

  private seconds(): number {
    return Math.floor(this.context.clock.now() / 1000);
  }
}
