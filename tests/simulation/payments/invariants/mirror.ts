import type { Bill, HomeAccount } from '../../../../cloudfunctions/modules/charging';
import type { Invoice } from '../../../../cloudfunctions/modules/invoicing';
import type { Journal } from '../../../../cloudfunctions/modules/ledger';
import type { PaymentOrder, Refund, Voucher } from '../../../../cloudfunctions/modules/payments';
import type { Case } from '../../../../cloudfunctions/modules/reconciliation';
import type { Job } from '../../../../cloudfunctions/platform/jobStore';
import type { DatabaseEngine, DocumentChange } from '../../../../simulator/cloud/database/engine';

/** The documents that the invariants are about. */
export interface Kept {
  readonly journals: Journal;
  readonly homeAccounts: HomeAccount;
  readonly bills: Bill;
  readonly paymentOrders: PaymentOrder;
  readonly refunds: Refund;
  readonly invoices: Invoice;
  readonly vouchers: Voucher;
  readonly cases: Case;
  readonly jobs: Job;
  readonly due: { readonly _id: string; readonly kind: string; readonly key: string; readonly at: number };
}
export type KeptName = keyof Kept;

export const keptNames: readonly KeptName[] = [
  'journals',
  'homeAccounts',
  'bills',
  'paymentOrders',
  'refunds',
  'invoices',
  'vouchers',
  'cases',
  'jobs',
  'due',
];

/** One committed change of a kept document. */
export interface Change<N extends KeptName = KeptName> {
  readonly name: N;
  readonly id: string;
  readonly before: Kept[N] | undefined;
  readonly after: Kept[N] | undefined;
}

/**
 * What is committed, followed change by change, so that each step is judged without reading the database again. The database is
 * read only to see that the mirror has missed nothing.
 */
export class Mirror {
  private readonly documents = new Map<KeptName, Map<string, Kept[KeptName]>>(
    keptNames.map((name) => [name, new Map()]),
  );
  private fresh: Change[] = [];

  constructor(private readonly engine: DatabaseEngine) {
    engine.onChange((change) => this.follow(change));
  }

  get<N extends KeptName>(name: N, id: string): Kept[N] | undefined {
    return this.rows(name).get(id);
  }

  all<N extends KeptName>(name: N): Iterable<Kept[N]> {
    return this.rows(name).values();
  }

  /** What has changed since the last call, in the order of the commits. */
  takeChanges(): readonly Change[] {
    const { fresh } = this;
    this.fresh = [];
    return fresh;
  }

  /** Documents in which the database and the mirror differ; none, unless the simulator or the mirror is wrong. */
  differences(): readonly string[] {
    return keptNames.flatMap((name) => {
      const found = this.engine.find({ collection: name, filter: {} });
      const rows = this.rows(name);
      const other = found.filter(
        (document) => JSON.stringify(document) !== JSON.stringify(rows.get(String(document._id))),
      );
      return found.length === rows.size && other.length === 0
        ? []
        : [`${name}: ${found.length} documents, ${rows.size} mirrored, ${other.length} differ`];
    });
  }

  private rows<N extends KeptName>(name: N): Map<string, Kept[N]> {
    return this.documents.get(name) as Map<string, Kept[N]>;
  }

  private follow({ collection, id, before, after }: DocumentChange): void {
    const name = keptNames.find((each) => each === collection);
    if (!name) return;
    if (after) this.rows(name).set(String(id), after as unknown as Kept[KeptName]);
    else this.rows(name).delete(String(id));
    const change = { name, id: String(id), before, after };
    this.fresh.push(change as unknown as Change);
  }
}
