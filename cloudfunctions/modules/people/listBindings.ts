import type { ParsedOf } from '../../../types/contract';
import type { Binding, BindingPage } from '../../../types/contract/people';
import { granted, type Outcome } from '../../../types/refusal';
import { limits } from '../../kernel/limits';
import type { Context } from '../../kernel/routes';
import { bindingView } from './bindingView';
import { waitingRequestsForHome, waitingRequestsOfCommunity } from './peopleStore';

/** What waits for customer service, 20 a page. The cursor is the instant of the first request of the next page. */
export async function listBindings(
  { communityId, after }: ParsedOf<'people.bindings'>,
  context: Context,
): Promise<Outcome<BindingPage>> {
  const from = Number(after ?? 0);
  const found = await waitingRequestsOfCommunity(communityId, Number.isSafeInteger(from) ? from : 0);
  const bindings = found.slice(0, limits.rowsPerPage).map((request) => bindingView(request, context));
  const next = found[limits.rowsPerPage];
  return granted(next ? { bindings, next: String(next.askedAt) } : { bindings });
}

/** Who asks to be let into my home. */
export async function listHomeBindings(
  { homeId }: ParsedOf<'people.homeBindings'>,
  context: Context,
): Promise<Outcome<readonly Binding[]>> {
  const found = await waitingRequestsForHome(homeId);
  return granted(found.map((request) => bindingView(request, context)));
}
