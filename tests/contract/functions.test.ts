import { functionContext } from './checks/functionContext';
import { functions } from './checks/functions';
import { runContract } from './harness/jest';

runContract([functions, functionContext]);
