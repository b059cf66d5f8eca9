export {
  type Community,
  type CommunitySettings,
  communities,
  communityById,
  communityNames,
  defaultSettings,
} from './communityStore';
export {
  countHomes,
  type Home,
  homeAt,
  homeById,
  homes,
  homesAfter,
  homesByIds,
} from './homeStore';
export { reachHome } from './reachHome';
export { communityRoutes } from './routes';
