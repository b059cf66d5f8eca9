import type { Evidence } from '../core/evidence';

const suite = "the vendor's own node-sdk suite, run with node-sdk 3.17.2";
const logs = 'production logs and code in public repositories';
const manual = 'MongoDB manual';

/** What the database emulates beyond matching and computing, which has a list of its own. */
export const evidence: readonly Evidence[] = [
  {
    behaviour: 'an unsorted query without an index answers in the order of insertion',
    kind: 'measured',
    source: suite,
  },
  {
    behaviour: 'an unsorted query answers in the order of insertion even when an index narrows it',
    kind: 'guess',
    source: 'MongoDB promises no order; this is the one that always can be repeated',
  },
  {
    behaviour: 'collections are not made by being used: -502005, Db or Table not exist',
    kind: 'measured',
    source: logs,
  },
  {
    behaviour: 'createCollection of an existing one: DATABASE_COLLECTION_ALREADY_EXIST, Table exist',
    kind: 'measured',
    source: logs,
  },
  {
    behaviour: 'a missing field counts as null in a unique index; E11000 … dup key: { field: null }',
    kind: 'measured',
    source: logs,
  },
  {
    behaviour: 'E11000 is wrapped in [FailedOperation.Insert] bulk write error for an insert',
    kind: 'measured',
    source: logs,
  },
  {
    behaviour: 'E11000 is wrapped in multiple write errors for an update, behind [FailedOperation.Update]',
    kind: 'guess',
    source: 'the wrapping without the code stands in logs; the code is made like that of an insert',
  },
  {
    behaviour: 'of a list that is added, what comes before a refused document stays',
    kind: 'guess',
    source: `${manual}: ordered inserts; that WeChat Cloud sends them ordered is inferred`,
  },
  {
    behaviour: 'an update that changes nothing counts 0, a set or find-and-modify counts 1',
    kind: 'measured',
    source: `${suite}; ${logs}`,
  },
  {
    behaviour: 'without limit 100 documents, with it at most 1000',
    kind: 'document',
    source: 'Collection.limit; the SDK sends both numbers',
  },
  {
    behaviour: 'update and remove without where take the whole collection',
    kind: 'guess',
    source: 'the SDK sends an empty query; what the service does with it is not documented',
  },
  {
    behaviour: 'ids are 32 hex digits that begin with the seconds',
    kind: 'measured',
    source: logs,
  },
  {
    behaviour: 'the snapshot of a transaction is taken at its first operation',
    kind: 'measured',
    source: suite,
  },
  {
    behaviour: 'a second transaction that writes a locked document fails at once; an ordinary write waits',
    kind: 'document',
    source: 'WeChat documents, transactions; the same in the suite',
  },
  {
    behaviour: 'write skew is possible',
    kind: 'document',
    source: 'WeChat documents: snapshot isolation',
  },
  {
    behaviour: 'texts of TransactionConflict and TransactionNotExist; 30 seconds of life',
    kind: 'measured',
    source: suite,
  },
  {
    behaviour: 'a conflict or any other refusal by the database ends the transaction',
    kind: 'measured',
    source: `a comment in ${suite} about conflicts; ${manual} for the others`,
  },
  {
    behaviour: 'a key that another transaction has taken or given up conflicts, on a unique index as on _id',
    kind: 'guess',
    source: `${manual}: write conflicts; not tried in WeChat Cloud`,
  },
  {
    behaviour: 'where inside a transaction is refused with INVALID_PARAM',
    kind: 'guess',
    source: 'our strict mode: WeChat documents only doc() and add(), the wire accepts more',
  },
  {
    behaviour: 'near queries and $geoNear need a 2dsphere index: unable to find index for $geoNear query',
    kind: 'measured',
    source: 'official forum',
  },
  {
    behaviour: 'a collection made by createCollection is readable and writable by its creator only',
    kind: 'document',
    source: 'WeChat documents, 权限控制; that createCollection follows the console is inferred',
  },
  {
    behaviour: 'changing an index ends all open transactions',
    kind: 'guess',
    source: `${manual}: building an index excludes transactions for a while; here they just end`,
  },
  {
    behaviour:
      'an update that names no field (`update({ data: { a: {} } })` leaves the SDK as `{}`) is refused',
    kind: 'guess',
    source: 'MongoDB refuses an empty update document; taken as a replacement it would empty the document',
  },
];
