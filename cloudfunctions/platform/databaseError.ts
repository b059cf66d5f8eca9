/** What went wrong with the database, in the words our code decides by. */
export type DatabaseErrorKind =
  /** Somebody else was faster, or our transaction is over: nothing was written, decide again. */
  | 'conflict'
  /** A document with this `_id` or unique key is there: somebody else was faster. */
  | 'duplicateKey'
  /** No answer came: written or not, nobody knows. */
  | 'noAnswer'
  | 'noCollection'
  | 'other';

/** An error of the database, whatever shape the SDK gave it. */
export class DatabaseError extends Error {
  constructor(
    readonly kind: DatabaseErrorKind,
    message: string,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

const signs: readonly (readonly [DatabaseErrorKind, RegExp])[] = [
  // On an operation the SDK loses the code (errCode -501001), only the sentence tells; at the commit the code is there
  // [measured: wx-server-sdk 4.0.2]. A transaction whose conflict ended it "does not exist" for its next operation.
  ['conflict', /TRANSACTION_CONFLICT|TransactionConflict|TransactionNotExist|WriteConflict/],
  ['duplicateKey', /E11000|duplicate key|DATABASE_DUPLICATE_WRITE/i],
  ['noCollection', /COLLECTION_NOT_EXIST|Db or Table not exist|-502005/],
  [
    'noAnswer',
    /ETIMEDOUT|ESOCKETTIMEDOUT|ECONNRESET|ECONNREFUSED|EPIPE|EAI_AGAIN|ENOTFOUND|socket hang up|timed? ?out|-501001|SYS_ERR/i,
  ],
];

/** Reads an error of SDK 2, 3 or 4: `{errCode, errMsg}`, `{code, message}`, an Error with either, or a bare text. */
export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const text = describe(error);
  const kind = signs.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
  return new DatabaseError(kind, text, error);
}

/** Runs one operation of the SDK; its failures become `DatabaseError`, thrown ones and answered ones alike. */
export async function asked<T extends object>(operation: Promise<T>): Promise<T> {
  let answer: T;
  try {
    answer = await operation;
  } catch (error) {
    throw asDatabaseError(error);
  }
  const { code, errCode } = answer as { code?: string; errCode?: number };
  if (code || errCode) throw asDatabaseError(answer);
  return answer;
}

function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { code, errCode, errMsg, message } = error as Readonly<Record<string, unknown>>;
  return [code, errCode, message, errMsg === message ? undefined : errMsg]
    .filter((part) => part !== undefined && part !== '')
    .map(String)
    .join(' ');
}
