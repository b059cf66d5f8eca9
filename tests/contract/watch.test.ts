import { watch } from './checks/watch';
import { runContract } from './harness/jest';

runContract([watch]);
