export {
  allCommunities,
  type Community,
  type CommunitySettings,
  communities,
  communitiesByIds,
  communityById,
  communityNames,
  defaultSettings,
  type Payee,
} from './communityStore';
export {
  allHomesOfBuilding,
  countHomes,
  type Home,
  homeAt,
  homeById,
  homes,
  homesAfter,
  homesByIds,
  homesOfBuilding,
  homesWithRoom,
} from './homeStore';
export { reachHome } from './reachHome';
export { communityRoutes } from './routes';
