import type { Reach } from '../../kernel/access';
import { bindingRequestById } from './peopleStore';

/** The request an input names: belongs to its home, and through it to the community. */
export const reachBinding: Reach<{ readonly bindingId: string }> = async ({ bindingId }) => {
  const request = await bindingRequestById(bindingId);
  if (!request) return undefined;
  const { communityId, homeId, openid } = request;
  return { kind: 'record', communityId, homeId, people: [openid] };
};
