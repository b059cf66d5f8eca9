import type { ParsedOf } from '../../../types/contract';
import type { Binding } from '../../../types/contract/people';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { reject } from './binding';
import { bindingAnswer, decider } from './bindingView';
import { bindingRequestById, bindingRequests } from './peopleStore';
import { tellPerson } from './told';

type Made = { readonly bindingId: string };

/** Row A1. The asker is told why. Refuses NOT_ALLOWED (about oneself), BINDING_ALREADY_DECIDED. */
export const rejectBinding: Changing<ParsedOf<'people.rejectBinding'>, void, Made, Binding> = {
  decide: async ({ bindingId, reason }, context): Promise<Decision<Made>> => {
    const request = await bindingRequestById(bindingId);
    if (!request) return toRefuse('NOT_ALLOWED');
    const rejected = reject(request, decider(context), { reason, now: context.now });
    if (!rejected.ok) return { kind: 'refuse', refusal: rejected.refusal };
    const { openid, homeId, communityId } = request;
    const told = tellPerson(openid, request, 'bindingRejected', { reason });
    return toDo(
      { bindingId },
      changes({
        writes: [replace(bindingRequests, request, rejected.value)],
        audit: [
          {
            what: 'bindingRejected',
            beneficiary: { openid, homeId, communityId },
            subjects: [`bindingRequests/${bindingId}`],
            reason,
          },
        ],
        ...told,
      }),
    );
  },
  answer: bindingAnswer,
};
