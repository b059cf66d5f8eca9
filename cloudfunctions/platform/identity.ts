import { sdk } from './sdk';

/** Who called this function, in WeChat's words. */
export interface Identity {
  readonly openid?: string;
  readonly source?: string;
}

/** What a call from the mini-program itself says; from WeChat DevTools it says the second. A chain (`wx_client,scf`) is neither. */
const phoneSources: readonly (string | undefined)[] = ['wx_client', 'wx_devtools'];

/** WeChat's word about the call that is running. Never mixed with what the call carries. */
export function identity(): Identity {
  const { OPENID, SOURCE } = sdk().getWXContext();
  return {
    ...(OPENID === undefined ? {} : { openid: String(OPENID) }),
    ...(SOURCE === undefined ? {} : { source: String(SOURCE) }),
  };
}

/** The person behind a call that came straight from a phone; undefined for every other call. */
export function personAt({ openid, source }: Identity): string | undefined {
  return openid && phoneSources.includes(source) ? openid : undefined;
}

/** Did WeChat Pay itself call, by the platform. Whoever else calls a function carries another source, or a chain. */
export function isPayCallback({ source }: Identity): boolean {
  return source === 'wx_paycallback';
}

/** Every road into a function that WeChat names, and that is no message push. */
const otherRoads = ['wx_client', 'wx_devtools', 'wx_http', 'wx_trigger', 'wx_paycallback'];

/**
 * May it be WeChat's message push. Its `SOURCE` is not published, so what is any other road, or a chain of them (`wx_client,scf`), is ruled
 * out; what is pushed must prove itself besides, as by a trace nobody else is told.
 */
export function isMessagePush({ source = '' }: Identity): boolean {
  return !source.includes(',') && !otherRoads.includes(source);
}
