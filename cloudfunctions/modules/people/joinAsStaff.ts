import type { ParsedOf } from '../../../types/contract';
import type { WhoAmI } from '../../../types/contract/people';
import { changes, replace, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse, toRefuseAndRemember } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { askPhoneWithinLimit, type Proved } from './askPhone';
import { attemptsLeft, oneMore } from './attempts';
import { attemptsOn, bindingAttempts, staffMembers, staffWithPhone } from './peopleStore';
import { postFor } from './staffMember';
import { whoAmI } from './whoAmI';

type Made = { readonly staffId: string };

/**
 * A member of staff takes up the post the register has for their phone and name; in other hands it stays there until the register
 * is changed. Wrong facts count as in binding a home. Refuses STAFF_NOT_MATCHED, TOO_MANY_ATTEMPTS, PHONE_CODE_SPENT,
 * PHONE_UNAVAILABLE.
 */
export const joinAsStaff: Changing<ParsedOf<'people.joinAsStaff'>, Proved, Made, WhoAmI> = {
  prepare: askPhoneWithinLimit,
  decide: async ({ communityId, name }, { caller, today }, { phone }): Promise<Decision<Made>> => {
    const { openid } = caller;
    const [attempts, candidates] = await Promise.all([
      attemptsOn(openid, today),
      staffWithPhone(communityId, phone),
    ]);
    const left = attemptsLeft(attempts);
    if (left === 0) return toRefuse('TOO_MANY_ATTEMPTS');
    const post = postFor(candidates, { name, openid }, today);
    const beneficiary = { openid, communityId };
    if (!post) {
      const writes = [save(bindingAttempts, attempts, oneMore(attempts, openid, today))];
      const audit = [{ what: 'staffNotMatched', beneficiary, subjects: [] }];
      return toRefuseAndRemember('STAFF_NOT_MATCHED', changes({ writes, audit }), { left: left - 1 });
    }
    return toDo(
      { staffId: post._id },
      changes({
        writes: [replace(staffMembers, post, { ...post, openid })],
        audit: [{ what: 'postTakenUp', beneficiary, subjects: [`staffMembers/${post._id}`] }],
        topics: [{ openid, topic: 'homes' }],
      }),
    );
  },
  answer: whoAmI,
};
