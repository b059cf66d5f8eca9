export { drainOutbox } from './drainOutbox';
export { countUnread } from './listInbox';
export { notReached } from './messagesStore';
export { messagesRoutes } from './routes';
