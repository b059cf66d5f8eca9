import { gateway } from './checks/gateway';
import { databaseRules } from './checks/rules';
import { runContract } from './harness/jest';

runContract([gateway, databaseRules]);
