import { type OpenApi, sdk } from './sdk';

/** WeChat's word about content: what it does not plainly pass (`review`, `risky`) counts as refused. */
export type ContentVerdict = 'passed' | 'refused';

/** WeChat: the scene of what residents write; 1 profile, 2 comment, 3 forum, 4 social log. */
const scene = 2;
const version = 2;
/** WeChat: content of at most so many characters. */
const longestContent = 2500;
/** WeChat: of version 1, for risky content. */
const risky = 87014;
const mediaTypes = { voice: 1, photo: 2 } as const;

/**
 * What WeChat says of a text, in the name of whoever wrote it. Undefined where it gives no answer: it is down, or that person has not been
 * here for two hours (61010). Never throws.
 */
export async function checkText(openid: string, content: string): Promise<ContentVerdict | undefined> {
  const answer = await ask('msgSecCheck', {
    ...{ openid, scene, version },
    content: [...content].slice(0, longestContent).join(''),
  });
  return answer === 'risky' ? 'refused' : verdictIn(answer);
}

/**
 * Asks WeChat to look at a file behind a link that it can download. Gives the trace under which its verdict is pushed within 30 minutes;
 * undefined where it takes no order. Never throws.
 */
export async function checkMedia(
  openid: string,
  link: string,
  kind: keyof typeof mediaTypes,
): Promise<string | undefined> {
  const media = { mediaUrl: link, mediaType: mediaTypes[kind] };
  const answer = await ask('mediaCheckAsync', { ...media, openid, scene, version });
  return answer !== 'risky' && typeof answer?.traceId === 'string' ? answer.traceId : undefined;
}

/** A pushed verdict (`wxa_media_check`). `unknown`: the file could not be fetched (-1008), so nothing is said of it. */
export interface MediaVerdict {
  readonly traceId: string;
  readonly verdict: ContentVerdict | 'unknown';
}

/** Reads a pushed event; undefined for every other. */
export function mediaVerdictIn(event: unknown): MediaVerdict | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const { Event, trace_id: traceId, errcode } = event as Readonly<Record<string, unknown>>;
  if (Event !== 'wxa_media_check' || typeof traceId !== 'string' || traceId === '') return undefined;
  const verdict = Number(errcode ?? 0) === 0 ? verdictIn(event as Answer) : undefined;
  return { traceId, verdict: verdict ?? 'unknown' };
}

type Answer = Readonly<Record<string, unknown>>;

function verdictIn(answer: Answer | undefined): ContentVerdict | undefined {
  const { suggest } = (answer?.result ?? {}) as { readonly suggest?: unknown };
  if (typeof suggest !== 'string') return undefined;
  return suggest === 'pass' ? 'passed' : 'refused';
}

async function ask(
  name: 'msgSecCheck' | 'mediaCheckAsync',
  request: Answer,
): Promise<Answer | 'risky' | undefined> {
  try {
    const api: OpenApi | undefined = sdk().openapi.security?.[name];
    return await api?.(request);
  } catch (error) {
    const { errCode } = error as { readonly errCode?: number };
    return Number(errCode) === risky ? 'risky' : undefined;
  }
}
