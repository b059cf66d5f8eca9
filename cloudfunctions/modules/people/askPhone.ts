import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context, World } from '../../kernel/routes';
import { attemptsLeft } from './attempts';
import { attemptsOn } from './peopleStore';

export interface Proved {
  readonly phone: string;
}

/**
 * The asker's own number, from WeChat. Asked only while there are attempts left, for each answer costs money and spends the code.
 * Refuses TOO_MANY_ATTEMPTS, PHONE_CODE_SPENT, PHONE_UNAVAILABLE.
 */
export async function askPhoneWithinLimit(
  { phoneCode }: { readonly phoneCode: string },
  { caller, today }: Context,
  world: World,
): Promise<Outcome<Proved>> {
  if (attemptsLeft(await attemptsOn(caller.openid, today)) === 0) return refused('TOO_MANY_ATTEMPTS');
  return askPhone({ phoneCode }, world);
}

/** Refuses PHONE_CODE_SPENT, PHONE_UNAVAILABLE. */
export async function askPhone(
  { phoneCode }: { readonly phoneCode: string },
  world: World,
): Promise<Outcome<Proved>> {
  const answer = await world.phoneOf(phoneCode);
  if ('phone' in answer) return granted({ phone: answer.phone });
  return refused(answer.refused === 'spent' ? 'PHONE_CODE_SPENT' : 'PHONE_UNAVAILABLE');
}
