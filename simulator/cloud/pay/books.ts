import type { CloudContext } from '../core/context';
import { Answers } from './answers';
import { Identifiers } from './identifiers';
import { stateAt, type TradeState } from './machine';
import { MoneyStore } from './moneyStore';
import { NoticeStore } from './noticeStore';
import { KeptOptions } from './options';
import { OrderStore } from './orderStore';
import { schema } from './schema';
import type { Order } from './types';

/** What every part of the pay room works with. */
export class Books {
  readonly orders: OrderStore;
  readonly money: MoneyStore;
  readonly notices: NoticeStore;
  readonly options: KeptOptions;
  readonly identifiers: Identifiers;
  readonly answers: Answers;

  constructor(readonly context: CloudContext) {
    const { state, random, settings } = context;
    state.schema('pay', schema);
    this.options = new KeptOptions(state);
    this.orders = new OrderStore(state);
    this.notices = new NoticeStore(state);
    this.money = new MoneyStore(
      state,
      () => this.options.get().startingBalance,
      () => this.now(),
    );
    this.identifiers = new Identifiers(() => random.stream('pay'));
    this.answers = new Answers(settings.appid, this.identifiers);
  }

  now(): number {
    return this.context.clock.now();
  }

  stateOf(order: Order): TradeState {
    return stateAt(order, this.now(), this.options.get().expiredOrders);
  }
}
