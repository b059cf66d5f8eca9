export { drainOutbox } from './drainOutbox';
export { countUnread } from './listInbox';
export { messagesRoutes } from './routes';
