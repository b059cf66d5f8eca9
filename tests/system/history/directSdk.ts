import { createRequire } from 'node:module';
import type { AdminActions } from '../../../simulator/cloud/core/admin';
import { CloudError } from '../../../simulator/cloud/core/errors';
import type { Database, Sdk } from '../../contract/harness/sdk';

const environment = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'in-process',
  TCB_ENV: 'in-process',
  TENCENTCLOUD_SECRETID: 'none',
  TENCENTCLOUD_SECRETKEY: 'none',
};

/**
 * The unmodified SDK, its requests handed to a database room in this process instead of to the network: the same code runs
 * on both sides, only HTTP is left out, so that a seeded gate alone decides the order of operations.
 */
export function directSdk(actions: AdminActions): Database {
  Object.assign(process.env, environment);
  const fromSdk = createRequire(require.resolve('wx-server-sdk'));
  const nodeSdk = createRequire(fromSdk.resolve('@cloudbase/node-sdk'));
  const cloud = fromSdk('wx-server-sdk') as Sdk;
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const db = cloud.database();
  const { Db } = nodeSdk('@cloudbase/database') as { Db: { reqClass: unknown } };
  Db.reqClass = class {
    send(action: string, params: Record<string, unknown> = {}): Promise<unknown> {
      return answer(actions, action, params);
    }
  };
  return db;
}

const caller = { appid: 'wx', source: '', clientIp: '127.0.0.1' };

/** A refusal is thrown as the SDK throws it: an error with the wire's code. */
async function answer(
  actions: AdminActions,
  action: string,
  params: Record<string, unknown>,
): Promise<unknown> {
  const requestId = 'in-process';
  try {
    const run = actions[action];
    if (!run) throw new Error(`no action ${action}`);
    const result = await run({ ...params, action }, { caller, requestId, parts: new Map() });
    if ('topLevel' in result) return { requestId, ...result.topLevel };
    return { requestId, data: 'data' in result ? result.data : undefined };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw Object.assign(new Error(error.message), { code: error.code, requestId });
  }
}
