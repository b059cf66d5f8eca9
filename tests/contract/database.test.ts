import { databaseAggregate } from './checks/databaseAggregate';
import { databaseErrors } from './checks/databaseErrors';
import { databaseQuery } from './checks/databaseQuery';
import { databaseUpdate } from './checks/databaseUpdate';
import { databaseValues } from './checks/databaseValues';
import { databaseWhere } from './checks/databaseWhere';
import { databaseWrite } from './checks/databaseWrite';
import { runContract } from './harness/jest';

runContract([
  databaseWrite,
  databaseWhere,
  databaseUpdate,
  databaseQuery,
  databaseAggregate,
  databaseValues,
  databaseErrors,
]);
