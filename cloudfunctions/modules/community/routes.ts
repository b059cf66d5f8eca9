import type { Routes } from '../../kernel/routes';
import { welcome } from './welcome';

export const communityRoutes: Routes<'community.welcome'> = {
  'community.welcome': welcome,
};
