import { access } from './checks/access';
import { runContract } from './harness/jest';

runContract([access]);
