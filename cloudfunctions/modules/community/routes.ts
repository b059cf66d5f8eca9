import { anyPerson, reachSelf } from '../../kernel/access';
import type { Routes } from '../../kernel/routes';
import { listCommunities } from './listCommunities';

export const communityRoutes: Routes<'community.list'> = {
  'community.list': { reach: reachSelf, who: [anyPerson], read: listCommunities },
};
