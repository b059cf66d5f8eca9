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

/** Asks the cloud to change something; `requestId` from `newRequestId`. After UNREACHABLE or BUSY, ask again under the same name. */
export function change<A extends ChangingAction>(
  action: A,
  input: InputOf<A>,
  requestId: string,
): Promise<Outcome<OutputOf<A>>> {
  return send({ action, input, requestId });
}

const attempts = 2;

/** Never throws for want of a network: that is the refusal `UNREACHABLE`. A lost answer is asked for once more, which is harmless. */
async function send<A extends ActionName>(request: Request<A>): Promise<Outcome<OutputOf<A>>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const answer = await Taro.cloud.callFunction({ name: 'api', data: request });
      return answer.result as Outcome<OutputOf<A>>;
    } catch {
      // Asked again, or UNREACHABLE.
    }
  }
  return refused('UNREACHABLE');
}
