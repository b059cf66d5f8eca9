import Taro from '@tarojs/taro';
import type {
  ActionName,
  ChangingAction,
  InputOf,
  OutputOf,
  ReadingAction,
  Request,
} from '../../types/contract';
import { type Outcome, refused } from '../../types/refusal';
import { isOnline } from './device';
import { failureOf } from './failure';

export function startCloud(): void {
  Taro.cloud.init({});
}

/**
 * A name for one wish of the person: made when the page offers it, kept until it is answered. Asking again under the same name
 * never does anything twice. 8 to 64 letters, unique for one person: no secret.
 */
export function newRequestId(): string {
  const chance = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  return `${Date.now().toString(36)}-${chance()}${chance()}`;
}

/** Asks the cloud for something that changes nothing. */
export function ask<A extends ReadingAction>(action: A, input: InputOf<A>): Promise<Outcome<OutputOf<A>>> {
  return send({ action, input });
}

/** Asks the cloud to change something; `requestId` from `newRequestId`. After UNREACHABLE, SERVICE_FAILED or BUSY, ask again under the same name. */
export function change<A extends ChangingAction>(
  action: A,
  input: InputOf<A>,
  requestId: string,
): Promise<Outcome<OutputOf<A>>> {
  return send({ action, input, requestId });
}

const attempts = 2;

/**
 * Never throws: for want of a network it is the refusal `UNREACHABLE`, where the cloud was reached and failed `SERVICE_FAILED`. In both it
 * may have been done all the same. A lost answer is asked for once more, which is harmless.
 */
async function send<A extends ActionName>(request: Request<A>): Promise<Outcome<OutputOf<A>>> {
  let failure: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const answer = await Taro.cloud.callFunction({ name: 'api', data: request });
      return answer.result as Outcome<OutputOf<A>>;
    } catch (error) {
      failure = error;
    }
  }
  return refused(failureOf(failure, await isOnline()));
}
