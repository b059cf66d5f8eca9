import { createHash } from 'node:crypto';
import { CloudError } from '../core/errors';
import { type Fields, render } from './semantics/document';

const helpLine = 'Please check your request, but if the problem persists, contact us.';

/** Collections do not come into being by being used [web: production logs; the SDK shows it as -502005]. */
export function noCollection(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${helpLine}`,
  );
}

/** [web: production logs] */
export function collectionExists(): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist. ${helpLine}`,
  );
}

/** [measured: the vendor's own suite] */
export function transactionGone(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${helpLine}`,
  );
}

/** [measured: the vendor's own suite] */
export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${helpLine}`,
  );
}

/** [guess] The real service accepts a transaction's `where` on the wire, but WeChat's documents allow only `doc` and `add`. */
export function whereInTransaction(): CloudError {
  return new CloudError(
    'INVALID_PARAM',
    'where() is not allowed in a transaction: use doc(id) or add() (strict transactions of the local cloud)',
  );
}

/** [doc: MongoDB needs the index; web: official forum] */
export function noGeoIndex(): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', 'unable to find index for $geoNear query');
}

export interface DuplicateKey {
  readonly envId: string;
  readonly collection: string;
  readonly index: string;
  readonly key: Fields;
}

/** MongoDB's sentence about a second document with the same key. The database of an environment is called `tnt-…` [web]. */
export function duplicateKeyText({ envId, collection, index, key }: DuplicateKey): string {
  const tenant = createHash('sha256').update(envId).digest('hex').slice(0, 9);
  return `E11000 duplicate key error collection: tnt-${tenant}.${collection} index: ${index} dup key: ${render(key)}`;
}

/** The sentence as the service wraps it for each kind of write [web: production logs]. */
export function duplicateKey(write: 'insert' | 'update', sentence: string): CloudError {
  const message =
    write === 'insert'
      ? `[FailedOperation.Insert] bulk write error: [{${sentence}}]`
      : `[FailedOperation.Update] multiple write errors: [{write errors: [{${sentence}}]}, {<nil>}]`;
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
