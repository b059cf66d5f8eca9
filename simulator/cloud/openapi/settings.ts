import type { State } from '../core/state';

/** What somebody may set through the control interface; it is part of the state. */
export interface OpenApiSettings {
  /** Words the content check knows, with the verdict they bring. */
  readonly words: readonly Word[];
  /** The verdict on media that carry no marker of their own, and how much later it comes (business time, milliseconds). */
  readonly media: { readonly suggest: Suggest; readonly label: number; readonly delay: number };
  /** Templates that may not be sent; `*` bans the whole mini-program. */
  readonly banned: readonly string[];
}

export type Suggest = 'pass' | 'review' | 'risky';

/** [document] `label`: 10001 advertising, 20001 politics, 20002 porn, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar, 21000 other. */
export interface Word {
  readonly text: string;
  readonly suggest: Suggest;
  readonly label: number;
}

const defaults: OpenApiSettings = {
  words: [
    { text: '加微信返利', suggest: 'review', label: 10001 },
    { text: '傻逼', suggest: 'risky', label: 20003 },
    { text: '赌博平台', suggest: 'risky', label: 20006 },
    { text: '刷单兼职', suggest: 'risky', label: 20008 },
  ],
  media: { suggest: 'pass', label: 100, delay: 5000 },
  banned: [],
};

const schema =
  'CREATE TABLE IF NOT EXISTS openapi_settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID';

export class KeptSettings {
  constructor(private readonly state: State) {
    state.schema('openapi_settings', schema);
  }

  get<Key extends keyof OpenApiSettings>(key: Key): OpenApiSettings[Key] {
    const row = this.state.sql('SELECT value FROM openapi_settings WHERE key = ?').get(key) as
      | { value: string }
      | undefined;
    return row ? (JSON.parse(row.value) as OpenApiSettings[Key]) : defaults[key];
  }

  set<Key extends keyof OpenApiSettings>(key: Key, value: OpenApiSettings[Key]): void {
    this.state
      .sql(
        'INSERT INTO openapi_settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, JSON.stringify(value));
  }
}
