import type { Refusal, RefusalCode } from '../../types/refusal';

/** What is missing where nothing was answered: the phone's network, or a service that works. */
export type Missing = 'network' | 'service';

/** What is missing, where a refusal says that something is; undefined for a refusal of the thing asked itself, and where all is there. */
export function missingOf(code: RefusalCode): Missing | undefined {
  if (code === 'UNREACHABLE') return 'network';
  return code === 'SERVICE_FAILED' || code === 'INTERNAL' ? 'service' : undefined;
}

/** Refusals that say nothing of the question: asked again a little later, it may be answered. The same wish keeps its request id. */
export function isPassing({ code }: Pick<Refusal, 'code'>): boolean {
  return code === 'BUSY' || missingOf(code) !== undefined;
}

/** The numbers of the cloud's own errors (-404011, -501001, -504002, -604001): it was reached. */
const fromTheCloud = /-[456]\d{5}\b/;
/** How WeChat says that a request did not get there; the second as its developer tools do. */
const fromTheWay = /request:fail|net::ERR/i;

/** Why a call of the cloud failed, by its error, and by whether the phone says that it has a network. */
export function failureOf(error: unknown, isOnline: boolean): 'UNREACHABLE' | 'SERVICE_FAILED' {
  const said = textOf(error);
  if (fromTheCloud.test(said)) return 'SERVICE_FAILED';
  return !isOnline || fromTheWay.test(said) ? 'UNREACHABLE' : 'SERVICE_FAILED';
}

function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { errCode, errMsg, message } = error as { errCode?: unknown; errMsg?: unknown; message?: unknown };
  return [errCode, errMsg, message].filter((part) => part !== undefined).join(' ');
}
