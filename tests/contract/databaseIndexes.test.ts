import { databaseGeo } from './checks/databaseGeo';
import { databaseIndexes } from './checks/databaseIndexes';
import { runContract } from './harness/jest';

runContract([databaseIndexes, databaseGeo]);
