import { payOrders } from './checks/payOrders';
import { payRefunds } from './checks/payRefunds';
import { payWallet } from './checks/payWallet';
import { runContract } from './harness/jest';

runContract([payOrders, payWallet, payRefunds]);
