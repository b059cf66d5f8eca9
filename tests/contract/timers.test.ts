import { timers } from './checks/timers';
import { runContract } from './harness/jest';

runContract([timers]);
