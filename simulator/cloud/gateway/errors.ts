import { CloudError } from '../core/errors';
import { clientErrors as functionErrors } from '../functions/failures';

interface ClientError {
  readonly errCode: number;
  readonly phrase: string;
}

/** The numbers and phrases of the SDK's own table [measured: wx-server-sdk 4.0.2, which shares it with wx.cloud]. */
const clientErrors: Readonly<Record<string, ClientError>> = {
  SYS_ERR: { errCode: -501001, phrase: 'resource system error' },
  EXCEED_REQUEST_LIMIT: { errCode: -501003, phrase: 'exceed request limit' },
  INVALID_ENV: { errCode: -501005, phrase: 'invalid env' },
  INVALID_PARAM: { errCode: -501007, phrase: 'invalid parameters' },
  NOT_SUPPORTED: { errCode: -501021, phrase: 'operation not supported' },
  PERMISSION_DENIED: { errCode: -501023, phrase: 'permission denied' },
  DATABASE_REQUEST_FAILED: { errCode: -502001, phrase: 'database request fail' },
  DATABASE_INVALID_OPERRATOR: { errCode: -502002, phrase: 'database invalid command' },
  DATABASE_PERMISSION_DENIED: { errCode: -502003, phrase: 'database permission denied' },
  DATABASE_COLLECTION_NOT_EXIST: { errCode: -502005, phrase: 'database collection not exists' },
  // [document] The number; the phrase is a [guess].
  STORAGE_FILE_TOO_LARGE: { errCode: -403001, phrase: 'upload file size exceed limit' },
  STORAGE_REQUEST_FAIL: { errCode: -503001, phrase: 'storage request fail' },
  STORAGE_EXCEED_AUTHORITY: { errCode: -503002, phrase: 'storage permission denied' },
  STORAGE_FILE_NONEXIST: { errCode: -503003, phrase: 'storage file not exists' },
  ...functionErrors,
};

const unknownError: ClientError = { errCode: -1, phrase: 'unknown error' };

/** How `wx.cloud` would fail. */
export interface ClientRefusal {
  readonly errCode: number;
  readonly errMsg: string;
}

/**
 * A refusal in wx.cloud's own words: `cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: <text>`
 * [measured: production logs for callFunction; the same form for the other calls is a guess].
 */
export function clientRefusal(api: string, error: unknown): ClientRefusal {
  const code = error instanceof CloudError ? error.code : 'SYS_ERR';
  const message = error instanceof Error ? error.message : String(error);
  const { errCode, phrase } = clientErrors[code] ?? unknownError;
  const head = phrase ? `errCode: ${errCode} ${phrase}` : `errCode: ${errCode}`;
  return { errCode, errMsg: `${api}:fail Error: ${head} | errMsg: ${message}` };
}

/** How one file of a list fares: `status` 0 and `ok`, or the number and phrase of a code [measured: wx-server-sdk 4.0.2]. */
export function fileStatus(code: string): { status: number; errMsg: string } {
  if (code === 'SUCCESS') return { status: 0, errMsg: 'ok' };
  const { errCode, phrase } = clientErrors[code] ?? unknownError;
  return { status: errCode, errMsg: phrase };
}

/** A refusal by a security rule. The caller learns only that it was refused; `why` is for the log. */
export class RuleRefusal extends CloudError {
  constructor(
    code: 'DATABASE_PERMISSION_DENIED' | 'STORAGE_EXCEED_AUTHORITY' | 'PERMISSION_DENIED',
    readonly why: string,
  ) {
    super(code, 'Permission denied');
    this.name = 'RuleRefusal';
  }
}

/** Something that phones cannot do, or that is not emulated: refused by name. */
export function notSupported(what: string): CloudError {
  return new CloudError('NOT_SUPPORTED', `${what} is not offered to mini-programs`);
}
