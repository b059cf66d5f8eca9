import { killedPayments } from './killedPayments';

jest.setTimeout(120_000);

// Every one of them: tests/long.
describe('killed at every seventh operation', () => killedPayments(7));
