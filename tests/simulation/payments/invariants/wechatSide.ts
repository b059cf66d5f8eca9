import type { State } from '../../../../simulator/cloud/core/state';
import type { Order, Refund } from '../../../../simulator/cloud/pay/types';

/** A refund with the number of the order it is of. */
export type RefundThere = Refund & { readonly outTradeNo: string };

/** What WeChat Pay itself has written down: the other witness, to which no function of the product can write. */
export class WeChatSide {
  constructor(private readonly state: State) {}

  /** The order, if its money has come. */
  paid(merchantId: string, orderId: string): Order | undefined {
    const sql = 'SELECT * FROM pay_orders WHERE subMchId = ? AND outTradeNo = ? AND paidAt IS NOT NULL';
    return this.state.sql(sql).get(merchantId, orderId) as Order | undefined;
  }

  /** Whether it has ever heard of an order of this number. */
  knows(merchantId: string, orderId: string): boolean {
    const sql = 'SELECT 1 FROM pay_orders WHERE subMchId = ? AND outTradeNo = ?';
    return this.state.sql(sql).get(merchantId, orderId) !== undefined;
  }

  /** Every order whose money has come. */
  paidOrders(): readonly Order[] {
    return this.state
      .sql('SELECT * FROM pay_orders WHERE paidAt IS NOT NULL ORDER BY id')
      .all() as unknown as Order[];
  }

  refund(merchantId: string, refundId: string): RefundThere | undefined {
    const sql = `SELECT r.*, o.outTradeNo FROM pay_refunds r JOIN pay_orders o ON o.id = r.orderId
      WHERE r.subMchId = ? AND r.outRefundNo = ?`;
    return this.state.sql(sql).get(merchantId, refundId) as RefundThere | undefined;
  }

  refunds(): readonly RefundThere[] {
    const sql =
      'SELECT r.*, o.outTradeNo FROM pay_refunds r JOIN pay_orders o ON o.id = r.orderId ORDER BY r.id';
    return this.state.sql(sql).all() as unknown as RefundThere[];
  }

  /** What has left the wallets and not come back to them. Fen. */
  spent(): number {
    const sql = "SELECT COALESCE(SUM(fen), 0) AS moved FROM pay_entries WHERE kind IN ('pay', 'refund')";
    const { moved } = this.state.sql(sql).get() as { moved: number };
    return -moved;
  }
}
