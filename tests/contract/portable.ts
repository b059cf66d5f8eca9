import { aggregateLimits } from './checks/aggregateLimits';
import { databaseAggregate } from './checks/databaseAggregate';
import { databaseErrors } from './checks/databaseErrors';
import { databaseGeo } from './checks/databaseGeo';
import { databaseQuery } from './checks/databaseQuery';
import { databaseUpdate } from './checks/databaseUpdate';
import { databaseValues } from './checks/databaseValues';
import { databaseWhere } from './checks/databaseWhere';
import { databaseWhereInside } from './checks/databaseWhereInside';
import { databaseWrite } from './checks/databaseWrite';
import { functionContext } from './checks/functionContext';
import { functions } from './checks/functions';
import { runTransaction } from './checks/runTransaction';
import { storage } from './checks/storage';
import { transactions } from './checks/transactions';
import type { PortableCheck } from './harness/checks';

const topics = [
  databaseWrite,
  databaseWhere,
  databaseWhereInside,
  databaseUpdate,
  databaseQuery,
  databaseValues,
  databaseAggregate,
  aggregateLimits,
  databaseErrors,
  databaseGeo,
  transactions,
  runTransaction,
  functions,
  functionContext,
  storage,
];

/** Every check that needs nothing of the simulator, in one order, each with its topic. */
export const portableChecks: readonly { topic: string; check: PortableCheck }[] = topics.flatMap(
  ({ topic, checks }) => checks.flatMap((check) => (check.portable ? [{ topic, check }] : [])),
);
