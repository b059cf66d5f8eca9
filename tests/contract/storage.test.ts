import { storage } from './checks/storage';
import { runContract } from './harness/jest';

runContract([storage]);
