/** What is set by hand in WeChat Cloud's console; the build writes it to dist/environment.json, deployment reads it. */
export const environment = {
  functionRules: { '*': { invoke: false }, api: { invoke: 'auth != null' } },
  storageRules: { read: false, write: false },
  httpRoutes: [],
  messagePush: [],
  templates: [],
};
