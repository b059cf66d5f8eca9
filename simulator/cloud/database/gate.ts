/** What is known of an operation before it begins. */
export interface Operation {
  readonly action: string;
  readonly transactionId?: string;
  readonly requestId: string;
}

/** Lets operations pass one by one, for simulations that choose the order themselves. */
export interface Gate {
  /** Resolves when the operation may begin (or begin again, after `blocked`). */
  enter(operation: Operation): Promise<void>;
  /** The operation found a transaction in its way; it will `enter` again when that has ended. */
  blocked(operation: Operation): void;
  /** That transaction has ended; `enter` follows. */
  unblocked(operation: Operation): void;
}
