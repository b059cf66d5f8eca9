import { z } from 'zod';
import type { State } from '../core/state';

const options = z.strictObject({
  /** Fen in a wallet that is opened for the first time. */
  startingBalance: z.number().int().nonnegative().default(10_000_000),
  /** What an unpaid order shows once `time_expire` has passed. */
  expiredOrders: z.enum(['stays unpaid', 'closes']).default('stays unpaid'),
  /** Closing within five minutes of ordering. */
  earlyClose: z.enum(['refused', 'accepted']).default('refused'),
  /** `indexed`: `refund_status_0` and its kind; `empty`: the weakness seen on real accounts, a count and empty lists. */
  refundQuery: z.enum(['indexed', 'empty']).default('indexed'),
  /** Milliseconds from the acceptance of a refund to its end, drawn evenly. */
  refundDelay: z
    .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
    .refine(([least, most]) => least <= most, 'the first delay is the shorter one')
    .default([60_000, 300_000]),
  /** Milliseconds from the payment to the first notice. */
  noticeDelay: z.number().int().nonnegative().default(0),
  /** `settlement`: 27 columns, what the platform answers today; `plain`: the 24 columns of the older table. */
  billColumns: z.enum(['settlement', 'plain']).default('settlement'),
  /** WeChat Pay's fee in hundredths of a percent; 60 is 0.60 %. */
  feeRate: z.number().int().min(0).max(10_000).default(60),
});

/** How the simulated WeChat Pay behaves where accounts differ or evidence is thin. Part of the state. */
export type PayOptions = z.output<typeof options>;

export class KeptOptions {
  constructor(private readonly state: State) {}

  get(): PayOptions {
    const row = this.state.sql("SELECT value FROM pay_options WHERE key = 'options'").get() as
      | { value: string }
      | undefined;
    return options.parse(row ? JSON.parse(row.value) : {});
  }

  /** Changes what is named. Refuses unknown names and values with a `ZodError`. */
  set(change: unknown): PayOptions {
    const next = options.parse({ ...this.get(), ...z.record(z.string(), z.unknown()).parse(change) });
    this.state
      .sql(
        "INSERT INTO pay_options VALUES ('options', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      )
      .run(JSON.stringify(next));
    return next;
  }
}
