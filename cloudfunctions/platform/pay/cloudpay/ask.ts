import { sdk } from '../../sdk';
import type { Unavailable } from '../port';
import type { Answer } from './answer';

/** One call of `cloud.cloudPay`. A call that fails (-1, a broken line) tells nothing of what was done: unavailable. */
export async function askCloudPay(
  api: string,
  request: Readonly<Record<string, unknown>>,
): Promise<{ readonly answer: Answer } | Unavailable> {
  try {
    const call = sdk().cloudPay[api];
    if (!call) throw new Error(`the SDK has no cloudPay.${api}`);
    return { answer: await call(request) };
  } catch (error) {
    return { kind: 'unavailable', reason: `cloudPay.${api}: ${wordsOf(error)}` };
  }
}

function wordsOf(error: unknown): string {
  const { errMsg, message } = error as { errMsg?: string; message?: string };
  return errMsg ?? message ?? String(error);
}
