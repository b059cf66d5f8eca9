import { killedPayments } from '../system/product/killedPayments';

jest.setTimeout(900_000);

describe('killed at every operation', () => killedPayments(1));
