import type { State } from '../../core/state';

/** A message as the user sees it among 服务通知. */
export interface DeliveredMessage {
  /** Grows; ask for what came after it. */
  readonly id: number;
  readonly openid: string;
  readonly templateId: string;
  readonly title: string;
  readonly fields: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly data: Readonly<Record<string, string>>;
  /** Where a tap leads; absent when the sender gave none. */
  readonly page?: string;
  readonly miniprogramState: string;
  readonly lang: string;
  readonly msgId: string;
  /** Business time, milliseconds. */
  readonly at: number;
}

export interface MessageQuery {
  readonly openid?: string;
  readonly after?: number;
  /** 200 unless said otherwise. */
  readonly limit?: number;
}

const schema = `CREATE TABLE IF NOT EXISTS openapi_messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, openid TEXT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS openapi_messages_openid ON openapi_messages (openid, id)`;

/** Every message that reached a user. */
export class Outbox {
  constructor(private readonly state: State) {
    state.schema('openapi_messages', schema);
  }

  add(message: Omit<DeliveredMessage, 'id'>): void {
    this.state
      .sql('INSERT INTO openapi_messages (openid, body) VALUES (?, ?)')
      .run(message.openid, JSON.stringify(message));
  }

  /** Oldest first. */
  find({ openid, after = 0, limit = 200 }: MessageQuery): DeliveredMessage[] {
    const rows =
      openid === undefined
        ? this.state.sql('SELECT * FROM openapi_messages WHERE id > ? ORDER BY id LIMIT ?').all(after, limit)
        : this.state
            .sql('SELECT * FROM openapi_messages WHERE openid = ? AND id > ? ORDER BY id LIMIT ?')
            .all(openid, after, limit);
    return (rows as unknown as { id: number; body: string }[]).map(({ id, body }) => ({
      id,
      ...(JSON.parse(body) as Omit<DeliveredMessage, 'id'>),
    }));
  }
}
