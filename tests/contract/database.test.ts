import { aggregateLimits } from './checks/aggregateLimits';
import { databaseAggregate } from './checks/databaseAggregate';
import { databaseErrors } from './checks/databaseErrors';
import { databaseQuery } from './checks/databaseQuery';
import { databaseUpdate } from './checks/databaseUpdate';
import { databaseValues } from './checks/databaseValues';
import { databaseWhere } from './checks/databaseWhere';
import { databaseWhereInside } from './checks/databaseWhereInside';
import { databaseWrite } from './checks/databaseWrite';
import { runContract } from './harness/jest';

runContract([
  aggregateLimits,
  databaseWhereInside,
  databaseWrite,
  databaseWhere,
  databaseUpdate,
  databaseQuery,
  databaseAggregate,
  databaseValues,
  databaseErrors,
]);
