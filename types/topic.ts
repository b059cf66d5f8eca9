/** What an open page can be told to ask for again. Each is a counter in the person's own feed row. */
export const topics = ['homes', 'bills', 'payments', 'messages', 'tickets', 'work', 'notices'] as const;
export type Topic = (typeof topics)[number];

/** The one row a phone may watch: its own. A counter that moved says "ask again", nothing more. */
export interface FeedRow {
  readonly _id: string;
  readonly _openid: string;
  readonly topics: { readonly [T in Topic]?: number };
}

/** The collection of feed rows. */
export const feedCollection = 'feeds';
