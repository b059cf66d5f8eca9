import Taro from '@tarojs/taro';
import type { ActionName, InputOf, OutputOf, Request } from '../../types/contract';
import { type Outcome, refused } from '../../types/refusal';

export function startCloud(): void {
  Taro.cloud.init({});
}

/** Asks the cloud for one action. Never throws for want of a network: that is the refusal `UNREACHABLE`. */
export async function ask<A extends ActionName>(action: A, input: InputOf<A>): Promise<Outcome<OutputOf<A>>> {
  const request: Request<A> = { action, input };
  try {
    const answer = await Taro.cloud.callFunction({ name: 'api', data: request });
    return answer.result as Outcome<OutputOf<A>>;
  } catch {
    return refused('UNREACHABLE');
  }
}
