import { anyPerson, reachSelf } from '../../kernel/access';
import type { Routes } from '../../kernel/routes';
import { listCommunities } from './listCommunities';
import { welcome } from './welcome';

export const communityRoutes: Routes<'community.welcome' | 'community.list'> = {
  'community.welcome': { reach: reachSelf, who: [anyPerson], read: welcome },
  'community.list': { reach: reachSelf, who: [anyPerson], read: listCommunities },
};
