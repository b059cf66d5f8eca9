import { CloudError } from '../core/errors';
import type { Ending } from './instance';

/** Bytes of the event that a caller may hand to a function [document: Cloud.callFunction, 100 KB]. */
export const longestEvent = 100 * 1024;
/** Bytes of JSON that a function may return [document: error -604001, 1 MB]. */
export const longestResult = 1024 * 1024;

/** A call that went wrong, in the words the SDK receives. */
export class InvocationError extends CloudError {
  constructor(
    code: string,
    message: string,
    readonly requestId: string,
  ) {
    super(code, message);
    this.name = 'InvocationError';
  }
}

/**
 * The numbers and phrases under which `wx.cloud.callFunction` shows a code of this room:
 * `errCode: -504002 functions execute fail | errMsg: <message>` [measured: production logs; the table of wx-server-sdk].
 */
export const clientErrors: Readonly<Record<string, { readonly errCode: number; readonly phrase: string }>> = {
  FUNCTION_NOT_FOUND: { errCode: -501000, phrase: '' },
  FUNCTIONS_EXECUTE_FAIL: { errCode: -504002, phrase: 'functions execute fail' },
  FUNCTIONS_TIME_LIMIT_EXCEEDED: { errCode: -504003, phrase: '' },
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: { errCode: -504002, phrase: 'functions execute fail' },
  EXCEED_REQUEST_SIZE_LIMIT: { errCode: -501007, phrase: 'invalid parameters' },
  WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: {
    errCode: -604001,
    phrase: 'cloudfunction result size exceed limit (1MB)',
  },
};

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What the caller is told about a call that ended without a result. `timeout` in seconds. */
export function failureOf(ending: Ending, timeout: number): Failure {
  switch (ending.kind) {
    case 'failed':
      return { code: 'FUNCTIONS_EXECUTE_FAIL', message: ending.stack };
    case 'timedOut':
      return {
        code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        message: `Invoking task timed out after ${timeout} seconds`,
      };
    case 'outOfMemory':
      return { code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message: 'Memory limit exceeded' };
    case 'oversize':
      return {
        code: 'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
        message: `cloudfunction result size exceed limit (1MB): ${ending.bytes} bytes`,
      };
    case 'exited':
      return { code: 'FUNCTIONS_EXECUTE_FAIL', message: `User process exit when running${how(ending)}` };
    default:
      return { code: 'SYS_ERR', message: `the instance answered out of turn: ${ending.kind}` };
  }
}

function how({ code, signal }: { code: number | null; signal: string | null }): string {
  if (signal !== null) return ` (${signal})`;
  return code === null ? '' : ` (code ${code})`;
}

/** Refuses an event longer than the limit. */
export function checkEventSize(event: string, limit: number): Failure | undefined {
  const bytes = Buffer.byteLength(event);
  if (bytes <= limit) return undefined;
  return {
    code: 'EXCEED_REQUEST_SIZE_LIMIT',
    message: `data of a function call exceeds ${Math.floor(limit / 1024)} KB: ${bytes} bytes`,
  };
}
