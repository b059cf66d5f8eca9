import type { State } from '../core/state';
import type { Delivery, Notice, NoticeState } from './types';

export interface NoticeFilter {
  readonly orderId?: number;
  /** Notices with a greater id. */
  readonly after?: number;
  /** 100 unless given. */
  readonly limit?: number;
}

export class NoticeStore {
  constructor(private readonly state: State) {}

  add(notice: Omit<Notice, 'id' | 'state' | 'heldAttempt'>): Notice {
    const sql = `INSERT INTO pay_notices (kind, orderId, refundId, functionName, envId, event, state, createdAt)
      VALUES (?, ?, ?, ?, ?, ?, 'pending', ?) RETURNING *`;
    const { kind, orderId, refundId, functionName, envId, event, createdAt } = notice;
    const row = this.state.sql(sql).get(kind, orderId, refundId, functionName, envId, event, createdAt);
    return row as unknown as Notice;
  }

  find(id: number): Notice | undefined {
    return this.state.sql('SELECT * FROM pay_notices WHERE id = ?').get(id) as Notice | undefined;
  }

  list({ orderId, after = 0, limit = 100 }: NoticeFilter): Notice[] {
    const sql =
      'SELECT * FROM pay_notices WHERE id > ?1 AND (?2 IS NULL OR orderId = ?2) ORDER BY id LIMIT ?3';
    return this.state.sql(sql).all(after, orderId ?? null, limit) as unknown as Notice[];
  }

  held(): Notice[] {
    const sql = 'SELECT * FROM pay_notices WHERE heldAttempt IS NOT NULL ORDER BY id';
    return this.state.sql(sql).all() as unknown as Notice[];
  }

  setState(id: number, state: NoticeState): void {
    this.state.sql('UPDATE pay_notices SET state = ? WHERE id = ?').run(state, id);
  }

  /** Keeps the attempt that waits to be overtaken; null lets it go. */
  hold(id: number, attempt: number | null): void {
    this.state.sql('UPDATE pay_notices SET heldAttempt = ? WHERE id = ?').run(attempt, id);
  }

  addDelivery(delivery: Omit<Delivery, 'id'>): void {
    const { noticeId, attempt, at, outcome, detail } = delivery;
    this.state
      .sql('INSERT INTO pay_deliveries (noticeId, attempt, at, outcome, detail) VALUES (?, ?, ?, ?, ?)')
      .run(noticeId, attempt, at, outcome, detail);
  }

  deliveries(noticeId: number): Delivery[] {
    const sql = 'SELECT * FROM pay_deliveries WHERE noticeId = ? ORDER BY id';
    return this.state.sql(sql).all(noticeId) as unknown as Delivery[];
  }
}
