export { communityNames } from './communityStore';
export { type Home, homeAt, homeById } from './homeStore';
export { reachHome } from './reachHome';
export { communityRoutes } from './routes';
