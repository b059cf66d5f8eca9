export const schema = `
CREATE TABLE IF NOT EXISTS pay_orders (
  id INTEGER PRIMARY KEY, subMchId TEXT NOT NULL, outTradeNo TEXT NOT NULL, payer TEXT NOT NULL, totalFee INTEGER NOT NULL,
  state TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER, transactionId TEXT UNIQUE, paidAt INTEGER,
  body TEXT NOT NULL, attach TEXT NOT NULL, deviceInfo TEXT NOT NULL, functionName TEXT NOT NULL, envId TEXT NOT NULL,
  frozen TEXT NOT NULL, UNIQUE (subMchId, outTradeNo));
CREATE INDEX IF NOT EXISTS pay_orders_paid ON pay_orders (paidAt);
CREATE INDEX IF NOT EXISTS pay_orders_payer ON pay_orders (payer);
CREATE TABLE IF NOT EXISTS pay_prepays (
  prepayId TEXT PRIMARY KEY, orderId INTEGER NOT NULL, createdAt INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pay_refunds (
  id INTEGER PRIMARY KEY, orderId INTEGER NOT NULL, subMchId TEXT NOT NULL, outRefundNo TEXT NOT NULL,
  refundId TEXT NOT NULL UNIQUE, fee INTEGER NOT NULL, status TEXT NOT NULL, acceptedAt INTEGER NOT NULL, endedAt INTEGER,
  functionName TEXT NOT NULL, envId TEXT NOT NULL, UNIQUE (subMchId, outRefundNo));
CREATE INDEX IF NOT EXISTS pay_refunds_order ON pay_refunds (orderId, id);
CREATE INDEX IF NOT EXISTS pay_refunds_accepted ON pay_refunds (acceptedAt);
CREATE TABLE IF NOT EXISTS pay_notices (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, orderId INTEGER NOT NULL, refundId INTEGER, functionName TEXT NOT NULL,
  envId TEXT NOT NULL, event TEXT NOT NULL, state TEXT NOT NULL, createdAt INTEGER NOT NULL, heldAttempt INTEGER);
CREATE INDEX IF NOT EXISTS pay_notices_order ON pay_notices (orderId);
CREATE INDEX IF NOT EXISTS pay_notices_held ON pay_notices (id) WHERE heldAttempt IS NOT NULL;
CREATE TABLE IF NOT EXISTS pay_deliveries (
  id INTEGER PRIMARY KEY, noticeId INTEGER NOT NULL, attempt INTEGER NOT NULL, at INTEGER NOT NULL,
  outcome TEXT NOT NULL, detail TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS pay_deliveries_notice ON pay_deliveries (noticeId, id);
CREATE TABLE IF NOT EXISTS pay_wallets (
  openid TEXT PRIMARY KEY, balance INTEGER NOT NULL CHECK (balance >= 0), wrongPasswords INTEGER NOT NULL,
  lockedUntil INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pay_entries (
  id INTEGER PRIMARY KEY, openid TEXT NOT NULL, fen INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
  orderId INTEGER, refundId INTEGER);
CREATE INDEX IF NOT EXISTS pay_entries_openid ON pay_entries (openid, id);
CREATE TABLE IF NOT EXISTS pay_merchants (
  subMchId TEXT PRIMARY KEY, isBound INTEGER NOT NULL, mayRefund INTEGER NOT NULL, received INTEGER NOT NULL,
  refunded INTEGER NOT NULL, withdrawn INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pay_options (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
