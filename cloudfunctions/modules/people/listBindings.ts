import type { ParsedOf } from '../../../types/contract';
import type { Binding, BindingPage } from '../../../types/contract/people';
import { granted, type Outcome } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { bindingView } from './bindingView';
import { waitingRequestsForHome, waitingRequestsOfCommunity } from './peopleStore';

/** What waits for customer service, oldest first, 20 a page. */
export async function listBindings(
  { communityId, after }: ParsedOf<'people.bindings'>,
  context: Context,
): Promise<Outcome<BindingPage>> {
  const { rows, next } = await waitingRequestsOfCommunity(communityId, after);
  const bindings = rows.map((request) => bindingView(request, context));
  return granted(next === undefined ? { bindings } : { bindings, next });
}

/** Who asks to be let into my home. */
export async function listHomeBindings(
  { homeId }: ParsedOf<'people.homeBindings'>,
  context: Context,
): Promise<Outcome<readonly Binding[]>> {
  const found = await waitingRequestsForHome(homeId);
  return granted(found.map((request) => bindingView(request, context)));
}
