import type { State } from '../core/state';
import type { Merchant, WalletEntry } from './types';

interface WalletRow {
  openid: string;
  balance: number;
  wrongPasswords: number;
  lockedUntil: number;
}

/** Why money moves: `at` is business time. */
export type Reason = Pick<WalletEntry, 'kind' | 'at'> & {
  readonly orderId?: number;
  readonly refundId?: number;
};

/** Wallets with an entry for every fen that moves, and what each merchant has. A balance below zero is refused by the table. */
export class MoneyStore {
  constructor(
    private readonly state: State,
    private readonly startingBalance: () => number,
    private readonly now: () => number,
  ) {}

  /** Opens the wallet with the starting balance when it is seen for the first time. */
  wallet(openid: string): WalletRow {
    const row = this.state.sql('SELECT * FROM pay_wallets WHERE openid = ?').get(openid);
    if (row) return row as unknown as WalletRow;
    return this.state.atomically(() => {
      this.state.sql('INSERT INTO pay_wallets VALUES (?, 0, 0, 0)').run(openid);
      this.move(openid, this.startingBalance(), { kind: 'start', at: this.now() });
      return this.wallet(openid);
    });
  }

  wallets(): { openid: string; balance: number }[] {
    const sql = 'SELECT openid, balance FROM pay_wallets ORDER BY openid';
    return this.state.sql(sql).all() as unknown as { openid: string; balance: number }[];
  }

  entries(openid: string): WalletEntry[] {
    const sql = 'SELECT * FROM pay_entries WHERE openid = ? ORDER BY id';
    return this.state.sql(sql).all(openid) as unknown as WalletEntry[];
  }

  /** `fen` is negative when money leaves. The wallet must be open. */
  move(openid: string, fen: number, reason: Reason): void {
    this.state.sql('UPDATE pay_wallets SET balance = balance + ? WHERE openid = ?').run(fen, openid);
    this.state
      .sql('INSERT INTO pay_entries (openid, fen, at, kind, orderId, refundId) VALUES (?, ?, ?, ?, ?, ?)')
      .run(openid, fen, reason.at, reason.kind, reason.orderId ?? null, reason.refundId ?? null);
  }

  setPasswordAttempts(openid: string, wrongPasswords: number, lockedUntil: number): void {
    const sql = 'UPDATE pay_wallets SET wrongPasswords = ?, lockedUntil = ? WHERE openid = ?';
    this.state.sql(sql).run(wrongPasswords, lockedUntil, openid);
  }

  /** Any merchant number is a bound merchant until somebody says otherwise. */
  merchant(subMchId: string): Merchant {
    const row = this.state.sql('SELECT * FROM pay_merchants WHERE subMchId = ?').get(subMchId);
    if (row) {
      const merchant = row as unknown as Merchant;
      return { ...merchant, isBound: Boolean(merchant.isBound), mayRefund: Boolean(merchant.mayRefund) };
    }
    return { subMchId, isBound: true, mayRefund: true, received: 0, refunded: 0, withdrawn: 0 };
  }

  merchants(): Merchant[] {
    const rows = this.state.sql('SELECT subMchId FROM pay_merchants ORDER BY subMchId').all();
    return rows.map((row) => this.merchant((row as { subMchId: string }).subMchId));
  }

  keepMerchant(merchant: Merchant): void {
    const { subMchId, isBound, mayRefund, received, refunded, withdrawn } = merchant;
    this.state
      .sql('INSERT OR REPLACE INTO pay_merchants VALUES (?, ?, ?, ?, ?, ?)')
      .run(subMchId, Number(isBound), Number(mayRefund), received, refunded, withdrawn);
  }
}

/** What a merchant can still refund from, in fen. */
export function fundsOf({ received, refunded, withdrawn }: Merchant): number {
  return received - refunded - withdrawn;
}
