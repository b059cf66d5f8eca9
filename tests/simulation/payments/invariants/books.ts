import type { Account, Journal, JournalLine } from '../../../../cloudfunctions/modules/ledger';

/** By what a balance can be asked for besides its account. */
type Dimension = 'billId' | 'orderId' | 'refundId' | 'voucherId' | 'holder' | 'party' | 'billLine';

/** The ledger's balances, kept up journal by journal. Fen; debit positive. */
export class Books {
  private readonly balances = new Map<string, number>();

  post({ lines }: Pick<Journal, 'lines'>): void {
    for (const line of lines) {
      this.add(line.account, line.amount);
      for (const [dimension, value] of dimensionsOf(line))
        this.add(`${line.account}·${dimension}·${value}`, line.amount);
    }
  }

  /** The balance of an account, or of what is booked on it about one thing. */
  balance(account: Account, dimension?: Dimension, value?: string): number {
    const name = dimension === undefined ? account : `${account}·${dimension}·${value}`;
    return this.balances.get(name) ?? 0;
  }

  /** What differs from books that were kept otherwise. */
  differences(other: Books): readonly string[] {
    const all = new Set([...this.balances.keys(), ...other.balances.keys()]);
    return [...all]
      .filter((name) => (this.balances.get(name) ?? 0) !== (other.balances.get(name) ?? 0))
      .map((name) => `${name}: ${this.balances.get(name)} and ${other.balances.get(name)}`);
  }

  /** All accounts together: nothing, always. */
  trialBalance(): number {
    let sum = 0;
    for (const [name, balance] of this.balances) if (!name.includes('·')) sum += balance;
    return sum;
  }

  /** Everything that has a balance on this account in this dimension. */
  *open(account: Account, dimension: Dimension): Generator<readonly [value: string, balance: number]> {
    const prefix = `${account}·${dimension}·`;
    for (const [name, balance] of this.balances)
      if (balance !== 0 && name.startsWith(prefix)) yield [name.slice(prefix.length), balance];
  }

  private add(name: string, amount: number): void {
    this.balances.set(name, (this.balances.get(name) ?? 0) + amount);
  }
}

export function partyOf(homeId: string, partyId: string): string {
  return `${homeId}/${partyId}`;
}

function dimensionsOf(line: JournalLine): readonly (readonly [Dimension, string])[] {
  const { billId, orderId, refundId, voucherId, holder, homeId, partyId, lineNo } = line;
  const found: (readonly [Dimension, string | undefined])[] = [
    ['billId', billId],
    ['orderId', orderId],
    ['refundId', refundId],
    ['voucherId', voucherId],
    ['holder', holder],
    ['party', homeId && partyId ? partyOf(homeId, partyId) : undefined],
    ['billLine', billId && lineNo !== undefined ? `${billId}#${lineNo}` : undefined],
  ];
  return found.filter((entry): entry is [Dimension, string] => entry[1] !== undefined);
}
