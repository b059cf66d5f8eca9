import { runTransaction } from './checks/runTransaction';
import { transactions } from './checks/transactions';
import { runContract } from './harness/jest';

runContract([transactions, runTransaction]);
