import type { Reach } from '../../kernel/access';
import { homeById } from './homeStore';

/** The home an input names. No read where the caller lives there. */
export const reachHome: Reach<{ readonly homeId: string }> = async ({ homeId }, caller) => {
  const held = caller.homes.find((home) => home.homeId === homeId);
  const communityId = held?.communityId ?? (await homeById(homeId))?.communityId;
  return communityId === undefined ? undefined : { kind: 'home', communityId, homeId };
};
