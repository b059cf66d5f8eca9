import type { State } from '../../core/state';

/** A choice kept with 「总是保持以上选择，不再询问」; only such choices appear in `wx.getSetting`. */
export type KeptChoice = 'accept' | 'reject';

interface Row {
  remaining: number;
  kept: KeptChoice | null;
}

const schema = `CREATE TABLE IF NOT EXISTS openapi_consents (
  openid TEXT NOT NULL, template TEXT NOT NULL, remaining INTEGER NOT NULL DEFAULT 0, kept TEXT,
  PRIMARY KEY (openid, template)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS openapi_switched_off (openid TEXT PRIMARY KEY) WITHOUT ROWID`;

/**
 * What a user has agreed to receive, counted per template: one accepted request is one message, without expiry. A kept choice
 * answers later requests in silence; it is no standing permission, each of those requests still brings just one message.
 */
export class Consents {
  constructor(private readonly state: State) {
    state.schema('openapi_consents', schema);
  }

  /** Messages that may still be sent. A long-term template counts 1 while it is subscribed. */
  remaining(openid: string, template: string): number {
    return this.row(openid, template).remaining;
  }

  kept(openid: string, template: string): KeptChoice | undefined {
    return this.row(openid, template).kept ?? undefined;
  }

  keptChoices(openid: string): Record<string, KeptChoice> {
    const rows = this.state
      .sql('SELECT template, kept FROM openapi_consents WHERE openid = ? AND kept IS NOT NULL')
      .all(openid) as unknown as { template: string; kept: KeptChoice }[];
    return Object.fromEntries(rows.map(({ template, kept }) => [template, kept]));
  }

  accept(openid: string, template: string, type: 'once' | 'long'): void {
    const { remaining, kept } = this.row(openid, template);
    this.write(openid, template, { remaining: type === 'long' ? 1 : remaining + 1, kept });
  }

  /** A plain refusal adds nothing; of a long-term template it ends the subscription. */
  reject(openid: string, template: string, type: 'once' | 'long'): void {
    if (type === 'long') this.write(openid, template, { ...this.row(openid, template), remaining: 0 });
  }

  /** [guess] A kept refusal also voids what was agreed before; a kept agreement adds nothing by itself. */
  keep(openid: string, template: string, kept: KeptChoice | null): void {
    const { remaining } = this.row(openid, template);
    this.write(openid, template, { remaining: kept === 'reject' ? 0 : remaining, kept });
  }

  /** Only a message that was really sent uses one up; a long-term subscription goes on. */
  consume(openid: string, template: string, type: 'once' | 'long'): void {
    if (type === 'long') return;
    const row = this.row(openid, template);
    this.write(openid, template, { ...row, remaining: row.remaining - 1 });
  }

  /** The user's main switch of all subscription messages. */
  isOn(openid: string): boolean {
    return !this.state.sql('SELECT 1 FROM openapi_switched_off WHERE openid = ?').get(openid);
  }

  switch(openid: string, on: boolean): void {
    const sql = on
      ? 'DELETE FROM openapi_switched_off WHERE openid = ?'
      : 'INSERT OR IGNORE INTO openapi_switched_off VALUES (?)';
    this.state.sql(sql).run(openid);
  }

  private row(openid: string, template: string): Row {
    const row = this.state
      .sql('SELECT remaining, kept FROM openapi_consents WHERE openid = ? AND template = ?')
      .get(openid, template) as Row | undefined;
    return row ?? { remaining: 0, kept: null };
  }

  private write(openid: string, template: string, { remaining, kept }: Row): void {
    this.state
      .sql(
        `INSERT INTO openapi_consents VALUES (?, ?, ?, ?)
         ON CONFLICT (openid, template) DO UPDATE SET remaining = excluded.remaining, kept = excluded.kept`,
      )
      .run(openid, template, remaining, kept);
  }
}
