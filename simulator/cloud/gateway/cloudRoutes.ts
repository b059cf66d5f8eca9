import { z } from 'zod';
import type { CloudContext } from '../core/context';
import { invalidParam } from '../core/errors';
import { mayInvoke } from '../rules/decide';
import { checkedPath } from '../storage/paths';
import { DatabaseGate } from './databaseGate';
import { fileStatus, RuleRefusal } from './errors';
import type { GatewayPorts } from './ports';
import type { Routes } from './route';

const callInput = z.object({ name: z.string().min(1), data: z.unknown().optional() });
const databaseInput = z.looseObject({ action: z.string() });
const fileInput = z.union([z.string(), z.looseObject({ fileID: z.string(), maxAge: z.number().optional() })]);
const mostFiles = 50;

/** What a phone may do with its session's user: functions, database, files. */
export function cloudRoutes(context: CloudContext, ports: GatewayPorts): Routes {
  return {
    call: callRoute(context, ports),
    database: databaseRoute(context, ports),
    ...fileRoutes(ports),
  };
}

function callRoute(context: CloudContext, { functions }: GatewayPorts): Routes[string] {
  return {
    method: 'POST',
    api: 'cloud.callFunction',
    run: async ({ user, input, requestId, describe }) => {
      const { name, data } = input(callInput);
      describe(actionOf(data) ? `${name} ${actionOf(data)}` : name);
      const { functionRules } = context.environment();
      if (!mayInvoke(functionRules, name, { auth: user, now: context.clock.now() }))
        throw new RuleRefusal('PERMISSION_DENIED', `the invoke rule for ${name}`);
      const { openid, unionid } = user;
      const caller = { openid, unionid, source: 'wx_client', clientIp: '127.0.0.1' };
      const { result } = await functions.invoke({ name, event: data, caller, requestId });
      return { result: JSON.parse(result) as unknown, requestID: requestId, errMsg: 'cloud.callFunction:ok' };
    },
  };
}

/** Functions that route by an `action` in their data are told apart in the log. */
function actionOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('action' in data)) return undefined;
  return typeof data.action === 'string' && data.action.length <= 64 ? data.action : undefined;
}

function databaseRoute(context: CloudContext, { database }: GatewayPorts): Routes[string] {
  const gate = new DatabaseGate(context, database);
  return {
    method: 'POST',
    api: 'cloud.database',
    run: async ({ user, input, requestId, describe }) => {
      const { action, ...params } = input(databaseInput);
      describe(`${action} ${String(params.collectionName ?? '')}`.trim());
      return { requestId, data: await gate.run(action, params, { user, requestId }) };
    },
  };
}

function fileRoutes({ storage }: GatewayPorts): Routes {
  const listed = <T>(list: readonly T[]): readonly T[] => {
    if (list.length === 0 || list.length > mostFiles)
      throw invalidParam(`fileList: 1 to ${mostFiles} files are expected`);
    return list;
  };
  return {
    upload: {
      method: 'POST',
      api: 'cloud.uploadFile',
      run: ({ user, query, body, describe }) => {
        const path = checkedPath(query.path);
        describe(path);
        const existing = storage.findPath(path);
        if (!storage.may('write', existing ? existing.owner : user.openid, user))
          throw new RuleRefusal('STORAGE_EXCEED_AUTHORITY', `the write rule for ${path}`);
        return {
          fileID: storage.write(path, body, user.openid),
          statusCode: 200,
          errMsg: 'cloud.uploadFile:ok',
        };
      },
    },
    tempFileURL: {
      method: 'POST',
      api: 'cloud.getTempFileURL',
      run: ({ user, input }) => {
        const { fileList } = input(z.object({ fileList: z.array(fileInput) }));
        const links = listed(fileList).map((wanted) => {
          const { fileID, maxAge } =
            typeof wanted === 'string' ? { fileID: wanted, maxAge: undefined } : wanted;
          const file = storage.find(fileID);
          if (file && !storage.may('read', file.owner, user))
            return { fileID, tempFileURL: '', ...fileStatus('STORAGE_EXCEED_AUTHORITY') };
          const link = storage.link({ fileid: fileID, max_age: maxAge });
          return { fileID, tempFileURL: link.tempFileURL, maxAge: link.maxAge, ...fileStatus(link.code) };
        });
        return { fileList: links, errMsg: 'cloud.getTempFileURL:ok' };
      },
    },
    deleteFile: {
      method: 'POST',
      api: 'cloud.deleteFile',
      run: ({ user, input }) => {
        const { fileList } = input(z.object({ fileList: z.array(z.string()) }));
        const outcomes = listed(fileList).map((fileID) => {
          const file = storage.find(fileID);
          if (!file) return { fileID, ...fileStatus('STORAGE_FILE_NONEXIST') };
          if (!storage.may('write', file.owner, user))
            return { fileID, ...fileStatus('STORAGE_EXCEED_AUTHORITY') };
          storage.remove(fileID);
          return { fileID, ...fileStatus('SUCCESS') };
        });
        return { fileList: outcomes, errMsg: 'cloud.deleteFile:ok' };
      },
    },
  };
}
