import type { Binding } from '../../../types/contract/people';
import { placeName } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { holderOfHome, staffOfCommunity } from '../../kernel/access';
import { maskedName, maskedPhone } from '../../kernel/mask';
import type { Context } from '../../kernel/routes';
import type { BindingRequest, Decider } from './binding';
import { bindingRequestById } from './peopleStore';

const ownerOfHome = holderOfHome('owner');
const customerService = staffOfCommunity('customerService');

/** As what the caller decides: customer service's word weighs more than an owner's. */
export function decider({ caller, target }: Context): Decider {
  const isService = customerService.allows(caller, target);
  if (!isService && !ownerOfHome.allows(caller, target))
    throw new Error('neither owner nor customer service');
  return { openid: caller.openid, as: isService ? 'customerService' : 'owner' };
}

/** A request as the asker of this list may see it: names and numbers in full for customer service only. */
export function bindingView(request: BindingRequest, { caller, target }: Context): Binding {
  const isService = customerService.allows(caller, target);
  const { _id, homeId, place, name, phone, relation, askedAt, state, note } = request;
  return {
    bindingId: _id,
    homeId,
    place: placeName(place),
    name: isService ? name : maskedName(name),
    phone: isService ? phone : maskedPhone(phone),
    relation,
    askedAt,
    state,
    ...(note === undefined ? {} : { note }),
  };
}

export async function bindingAnswer(
  { bindingId }: { readonly bindingId: string },
  context: Context,
): Promise<Outcome<Binding>> {
  const request = await bindingRequestById(bindingId);
  return request ? granted(bindingView(request, context)) : refused('NOT_ALLOWED');
}
