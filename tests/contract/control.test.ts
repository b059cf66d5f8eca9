import { badInput } from './checks/badInput';
import { controlInterface } from './checks/control';
import { runContract } from './harness/jest';

runContract([controlInterface, badInput]);
