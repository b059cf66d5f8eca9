import { declaredTemplates } from './modules/messages/templates';

/** What is set by hand in WeChat Cloud's console; the build writes it to dist/environment.json, deployment reads it. */
export const environment = {
  functionRules: { '*': { invoke: false }, api: { invoke: 'auth != null' } },
  // Everybody reads and writes the own files only; functions hand out links to what others may see.
  storageRules: { read: 'resource.openid == auth.openid', write: 'resource.openid == auth.openid' },
  // WeChat Pay's own proof is its signature; the access service asks for none on this route.
  httpRoutes: [{ path: '/pay/notify', function: 'payNotifyHttp' }],
  messagePush: [{ msgType: 'event', event: 'wxa_media_check', function: 'contentEvents' }],
  templates: declaredTemplates,
};
