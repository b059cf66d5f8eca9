import type { State } from '../core/state';
import type { RefundOutcome, TradeState } from './machine';
import type { Order, Prepay, Refund } from './types';

export interface OrderFilter {
  readonly payer?: string;
  readonly outTradeNo?: string;
  /** The order a prepay session is for. */
  readonly prepayId?: string;
  /** Orders with a greater id. */
  readonly after?: number;
  /** 100 unless given. */
  readonly limit?: number;
}

/** Orders, prepay sessions and refunds as they are kept. Decides nothing. */
export class OrderStore {
  constructor(private readonly state: State) {}

  find(subMchId: string, outTradeNo: string): Order | undefined {
    const sql = 'SELECT * FROM pay_orders WHERE subMchId = ? AND outTradeNo = ?';
    return this.state.sql(sql).get(subMchId, outTradeNo) as Order | undefined;
  }

  byId(id: number): Order {
    return this.state.sql('SELECT * FROM pay_orders WHERE id = ?').get(id) as unknown as Order;
  }

  byTransaction(transactionId: string): Order | undefined {
    const sql = 'SELECT * FROM pay_orders WHERE transactionId = ?';
    return this.state.sql(sql).get(transactionId) as Order | undefined;
  }

  add(order: Omit<Order, 'id' | 'state' | 'transactionId' | 'paidAt'>): Order {
    const sql = `INSERT INTO pay_orders (subMchId, outTradeNo, payer, totalFee, state, createdAt, expiresAt, body, attach,
      deviceInfo, functionName, envId, frozen) VALUES (?, ?, ?, ?, 'NOTPAY', ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`;
    const { subMchId, outTradeNo, payer, totalFee, createdAt, expiresAt, body, attach } = order;
    const { deviceInfo, functionName, envId, frozen } = order;
    const head = [subMchId, outTradeNo, payer, totalFee, createdAt, expiresAt, body, attach];
    const row = this.state.sql(sql).get(...head, deviceInfo, functionName, envId, frozen);
    return row as unknown as Order;
  }

  setState(id: number, state: TradeState): void {
    this.state.sql('UPDATE pay_orders SET state = ? WHERE id = ?').run(state, id);
  }

  markPaid(id: number, transactionId: string, paidAt: number): void {
    const sql = "UPDATE pay_orders SET state = 'SUCCESS', transactionId = ?, paidAt = ? WHERE id = ?";
    this.state.sql(sql).run(transactionId, paidAt, id);
  }

  list({ payer, outTradeNo, prepayId, after = 0, limit = 100 }: OrderFilter): Order[] {
    const sql = `SELECT * FROM pay_orders WHERE id BETWEEN ?1 AND ?2 AND (?3 IS NULL OR payer = ?3)
      AND (?4 IS NULL OR outTradeNo = ?4) ORDER BY id LIMIT ?5`;
    // A session leads straight to its order: a wallet that opens does not go through all there are.
    const only = prepayId === undefined ? undefined : (this.prepay(prepayId)?.orderId ?? 0);
    const first = Math.max(after + 1, only ?? 0);
    const rows = this.state
      .sql(sql)
      .all(first, only ?? Number.MAX_SAFE_INTEGER, payer ?? null, outTradeNo ?? null, limit);
    return rows as unknown as Order[];
  }

  paidBetween(from: number, to: number): Order[] {
    const sql = 'SELECT * FROM pay_orders WHERE paidAt >= ? AND paidAt < ? ORDER BY paidAt, id';
    return this.state.sql(sql).all(from, to) as unknown as Order[];
  }

  addPrepay(prepay: Prepay): void {
    const { prepayId, orderId, createdAt } = prepay;
    this.state.sql('INSERT INTO pay_prepays VALUES (?, ?, ?)').run(prepayId, orderId, createdAt);
  }

  prepay(prepayId: string): Prepay | undefined {
    return this.state.sql('SELECT * FROM pay_prepays WHERE prepayId = ?').get(prepayId) as Prepay | undefined;
  }

  addRefund(refund: Omit<Refund, 'id' | 'status' | 'endedAt'>): Refund {
    const sql = `INSERT INTO pay_refunds (orderId, subMchId, outRefundNo, refundId, fee, status, acceptedAt, functionName, envId)
      VALUES (?, ?, ?, ?, ?, 'PROCESSING', ?, ?, ?) RETURNING *`;
    const { orderId, subMchId, outRefundNo, refundId, fee, acceptedAt, functionName, envId } = refund;
    const row = this.state
      .sql(sql)
      .get(orderId, subMchId, outRefundNo, refundId, fee, acceptedAt, functionName, envId);
    return row as unknown as Refund;
  }

  endRefund(id: number, status: RefundOutcome, endedAt: number): void {
    this.state.sql('UPDATE pay_refunds SET status = ?, endedAt = ? WHERE id = ?').run(status, endedAt, id);
  }

  refundById(id: number): Refund | undefined {
    return this.state.sql('SELECT * FROM pay_refunds WHERE id = ?').get(id) as Refund | undefined;
  }

  refundByNumber(subMchId: string, outRefundNo: string): Refund | undefined {
    const sql = 'SELECT * FROM pay_refunds WHERE subMchId = ? AND outRefundNo = ?';
    return this.state.sql(sql).get(subMchId, outRefundNo) as Refund | undefined;
  }

  refundByRefundId(refundId: string): Refund | undefined {
    return this.state.sql('SELECT * FROM pay_refunds WHERE refundId = ?').get(refundId) as Refund | undefined;
  }

  /** In the order they were accepted. */
  refundsOf(orderId: number): Refund[] {
    const sql = 'SELECT * FROM pay_refunds WHERE orderId = ? ORDER BY id';
    return this.state.sql(sql).all(orderId) as unknown as Refund[];
  }

  refundsAcceptedBetween(from: number, to: number): Refund[] {
    const sql = 'SELECT * FROM pay_refunds WHERE acceptedAt >= ? AND acceptedAt < ? ORDER BY acceptedAt, id';
    return this.state.sql(sql).all(from, to) as unknown as Refund[];
  }
}
