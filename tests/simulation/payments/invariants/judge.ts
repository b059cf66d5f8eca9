import type { StageCloud } from '../../stage/stageCloud';
import { judgeAccount } from './accountLaws';
import { Books } from './books';
import { judgeCase } from './caseLaws';
import { judgeInvoice, judgeInvoiced } from './invoiceLaws';
import { judgeJournal, judgeOwedBills } from './journalLaws';
import { type Change, type KeptName, Mirror } from './mirror';
import { judgeOrder, judgeRefund } from './orderLaws';
import { judgeCap, judgeVouchersBack } from './purseLaws';
import type { View, Violation } from './view';
import { WeChatSide } from './wechatSide';
import { judgeAll, judgeEnd } from './wholeLaws';

/** Watches the books while the simulation runs: each step by what it changed, everything now and then and at the end. */
export class Judge {
  private readonly mirror: Mirror;
  private readonly books = new Books();
  private readonly wechat: WeChatSide;

  constructor(
    private readonly cloud: StageCloud,
    private readonly of: Pick<View, 'merchantId' | 'prepayCap'>,
    private readonly note: (line: string) => void = () => undefined,
  ) {
    this.mirror = new Mirror(cloud.database.engine);
    this.wechat = new WeChatSide(cloud.context.state);
  }

  /** What the commits since the last call have broken. */
  step(): readonly Violation[] {
    const changes = this.mirror.takeChanges();
    if (changes.length === 0) return [];
    for (const change of changes) {
      if (is('journals', change) && change.after) this.books.post(change.after);
      this.note(`    ${change.name}/${change.id} ${wordFor(change)}`);
    }
    const view = this.view();
    return changes.flatMap((change) => {
      if (is('journals', change))
        return [...judgeJournal(change, view), ...(change.after ? judgeOwedBills(change.after, view) : [])];
      if (is('homeAccounts', change))
        return [...judgeAccount(change, view), ...judgeVouchersBack(change, view)];
      if (is('paymentOrders', change))
        return [
          ...judgeOrder(change, view),
          ...judgeCap(change, view),
          ...(change.after ? judgeInvoiced(change.after, view) : []),
        ];
      if (is('cases', change)) return judgeCase(change, view);
      if (is('invoices', change)) return judgeInvoice(change, view);
      return is('refunds', change) ? judgeRefund(change, view) : [];
    });
  }

  all(): readonly Violation[] {
    return judgeAll(this.view());
  }

  end(): readonly Violation[] {
    return judgeEnd(this.view());
  }

  view(): View {
    const { mirror, books, wechat, of } = this;
    return { mirror, books, wechat, ...of, now: this.cloud.context.clock.now() };
  }
}

function is<N extends KeptName>(name: N, change: Change): change is Change<N> {
  return change.name === name;
}

function wordFor({ before, after }: Change): string {
  if (!after) return 'removed';
  const state = 'state' in after ? String(after.state) : '';
  const order = 'liveOrder' in after && after.liveOrder ? `live ${after.liveOrder.orderId}` : '';
  return [before ? '' : 'new', state, order].filter(Boolean).join(' ');
}
