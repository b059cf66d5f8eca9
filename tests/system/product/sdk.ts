import type { Database, Sdk } from '../../contract/harness/sdk';

export type { Database };

/** The SDK as a developer's script has it, turned to a cloud: it reads its environment when it is first required. */
export function loadProductSdk(env: Readonly<Record<string, string>>): Database {
  Object.assign(process.env, env);
  const cloud = require('wx-server-sdk') as Sdk;
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  return cloud.database();
}
