import type { CloudContext } from '../core/context';
import type { FunctionService } from '../functions/service';

/**
 * Message push to cloud functions: WeChat's own events call the function configured for their (message type, event) pair in
 * `environment.json`. The user whom the event is about is in the context [document]; `SOURCE` is not published [guess].
 */
export class MessagePush {
  constructor(
    private readonly context: CloudContext,
    private readonly functions: Pick<FunctionService, 'invoke'>,
  ) {}

  /** The function an event goes to; undefined means that nobody hears it. */
  functionFor(event: Readonly<Record<string, unknown>>): string | undefined {
    const { messagePush } = this.context.environment();
    const found = messagePush.find(
      (entry) => entry.msgType === event.MsgType && isMeant(entry.event ?? '', String(event.Event ?? '')),
    );
    return found?.function;
  }

  /** Delivers once and waits for the function; a failure is logged and not repeated [guess]. */
  async push(event: Readonly<Record<string, unknown>>): Promise<void> {
    const name = this.functionFor(event);
    if (name === undefined) return;
    const openid = typeof event.FromUserName === 'string' ? event.FromUserName : undefined;
    const began = performance.now();
    let problem: string | undefined;
    try {
      await this.functions.invoke({ name, event, caller: { openid, source: 'wx_unknown' } });
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'push',
      who: openid ?? 'wx_unknown',
      what: `${String(event.MsgType)}/${String(event.Event ?? '')} → ${name}`,
      milliseconds: Math.round(performance.now() - began),
      outcome: problem === undefined ? 'ok' : 'failed',
      ...(problem !== undefined && { detail: problem }),
      source: 'wx_unknown',
    });
  }
}

/** The console lists the three events of subscription messages under one name [document: 云函数/消息推送]. */
function isMeant(configured: string, event: string): boolean {
  return configured === 'subscribe_msg_event'
    ? /^subscribe_msg_(popup|change|sent)_event$/.test(event)
    : configured === event;
}
