/** What is set by hand in WeChat Cloud's console; the build writes it to dist/environment.json, deployment reads it. */
export const environment = {
  functionRules: { '*': { invoke: false }, api: { invoke: 'auth != null' } },
  // Everybody reads and writes the own files only; functions hand out links to what others may see.
  storageRules: { read: 'resource.openid == auth.openid', write: 'resource.openid == auth.openid' },
  httpRoutes: [],
  messagePush: [],
  templates: [],
};
