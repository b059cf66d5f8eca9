export { communityRoutes } from './routes';
