import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderStanding, PayStart } from '../../types/contract/payments';
import type { Fen } from '../../types/money';
import type { Outcome } from '../../types/refusal';
import { isAnswered } from '../hooks/useChange';
import { change, newRequestId } from '../services/cloud';
import { watchNetwork } from '../services/device';
import { useDidShow } from '../services/lifecycle';
import { forget, keep, recall } from '../services/storage';
import { openWallet, type WalletAnswer } from '../services/wallet';
import {
  afterStanding,
  idle,
  isGoingOn,
  isSettled,
  isWorthAsking,
  type OpenOrder,
  openOrderOf,
  type Paying,
} from './paying';

/** What one tap pays: open bills (all that are due without `billIds`), or into the prepaid balance. */
export type PayWish =
  | {
      readonly kind: 'bills';
      readonly homeId: string;
      readonly expectedAmount: Fen;
      readonly billIds?: readonly string[];
    }
  | { readonly kind: 'prepay'; readonly homeId: string; readonly amount: Fen };

const keptAs = 'openOrder';
/** How often the cloud is asked after a paid wallet before the page says that it waits, and the pause between, in ms. */
const looks = 4;
const pause = 700;
/** Pause between later looks, in ms. */
const laterPause = 5_000;

export interface PayingHook {
  readonly paying: Paying;
  pay(wish: PayWish): Promise<void>;
  /** Takes away what was said, or the receipt. */
  close(): void;
}

/**
 * The phone's part of a payment: start, wallet, asking what became of it. Looks again on every show, on reconnect and every 5 s while
 * a result is awaited, also after a restart. `onEnd` is called whenever the home's figures may have changed.
 */
export function usePaying(onEnd: () => void): PayingHook {
  const [paying, setPaying] = useState<Paying>(idle);
  const state = useRef({ paying, onEnd, wish: { of: '', requestId: '' } });
  state.current.onEnd = onEnd;

  const show = useCallback((next: Paying) => {
    state.current.paying = next;
    setPaying(next);
    if (hasEnded(next)) forget(keptAs);
    if (!isGoingOn(next) && next.kind !== 'idle') state.current.onEnd();
  }, []);

  const lookAgain = useCallback(async () => {
    const order = recall<OpenOrder>(keptAs);
    if (!order || isGoingOn(state.current.paying)) return;
    if (!isWorthAsking(order, Date.now())) return forget(keptAs);
    const outcome = await confirmed(order.orderId);
    if (isGoingOn(state.current.paying)) return;
    if (outcome.ok && outcome.value.outcome === 'over') forget(keptAs);
    if (outcome.ok) show(afterStanding(outcome.value, undefined));
    else if (isAnswered(outcome.refusal)) forget(keptAs);
    else if (state.current.paying.kind !== 'unclear') show({ kind: 'unclear' });
  }, [show]);

  const pay = useCallback(
    async (wish: PayWish) => {
      if (isGoingOn(state.current.paying)) return;
      show({ kind: 'starting' });
      const of = JSON.stringify(wish);
      const { current } = state;
      if (current.wish.of !== of) current.wish = { of, requestId: newRequestId() };
      const started = await begin(wish, current.wish.requestId);
      if (!started.ok && !isAnswered(started.refusal))
        return show({ kind: 'refused', refusal: started.refusal });
      current.wish = { of: '', requestId: '' };
      if (!started.ok) return show({ kind: 'refused', refusal: started.refusal });
      await follow(started.value, wish.homeId, show);
    },
    [show],
  );

  useLookingAgain(state, lookAgain);
  const close = useCallback(() => show(idle), [show]);
  return { paying, pay, close };
}

/** The kept order has come to an end that was shown; a refusal may be about another one. */
function hasEnded({ kind }: Paying): boolean {
  return kind === 'paid' || kind === 'cancelled' || kind === 'notOpened' || kind === 'returning';
}

/** From a started order to its end, as far as it can be known now. */
async function follow(start: PayStart, homeId: string, show: (paying: Paying) => void): Promise<void> {
  if (start.kind === 'paid') return show({ kind: 'paid', orderId: start.orderId });
  keep(keptAs, openOrderOf(start, homeId, Date.now()));
  const answer = await openWallet(start.wallet);
  show({ kind: 'confirming' });
  show(await endOf(start.orderId, answer));
}

async function endOf(orderId: string, answer: WalletAnswer): Promise<Paying> {
  if (answer !== 'done') {
    const outcome = await change('payments.cancelOrder', { orderId }, newRequestId());
    return outcome.ok ? afterStanding(outcome.value, answer) : { kind: 'unclear' };
  }
  for (let look = 1; look <= looks; look += 1) {
    const outcome = await confirmed(orderId);
    const end: Paying = outcome.ok ? afterStanding(outcome.value, answer) : { kind: 'unclear' };
    if (isSettled(end)) return end;
    if (look < looks) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { kind: 'unclear' };
}

/** Each look is a wish of its own: what was true a moment ago is no answer. */
function confirmed(orderId: string): Promise<Outcome<OrderStanding>> {
  return change('payments.confirmPayment', { orderId }, newRequestId());
}

function begin(wish: PayWish, requestId: string): Promise<Outcome<PayStart>> {
  const { homeId } = wish;
  if (wish.kind === 'prepay') return change('payments.prepay', { homeId, amount: wish.amount }, requestId);
  const { expectedAmount, billIds } = wish;
  const chosen = billIds ? { billIds: [...billIds] } : {};
  return change('payments.payOpenBills', { homeId, expectedAmount, ...chosen }, requestId);
}

function useLookingAgain(
  state: { readonly current: { readonly paying: Paying } },
  lookAgain: () => Promise<void>,
): void {
  useDidShow(() => void lookAgain());
  useEffect(() => {
    void lookAgain();
    const stop = watchNetwork((isOnline) => {
      if (isOnline && state.current.paying.kind === 'unclear') void lookAgain();
    });
    const timer = setInterval(() => {
      if (state.current.paying.kind === 'unclear') void lookAgain();
    }, laterPause);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [state, lookAgain]);
}
