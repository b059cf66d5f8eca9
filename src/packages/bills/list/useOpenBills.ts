import { useCallback, useMemo, useState } from 'react';
import { type Asked, useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { type PayingHook, usePaying } from '@/paying/usePaying';
import { lookedAt, useMe } from '@/stores/me';
import type { BillPage } from '../../../../types/contract/charging';
import type { PaymentPreview } from '../../../../types/contract/payments';
import { allOf, type Chosen, previewInput, toggled } from '../chosen';

export interface OpenBillsHook {
  readonly homeId: string;
  readonly communityId: string | undefined;
  readonly asked: Asked<BillPage>;
  /** What paying the choice would cost now, with what is taken off. */
  readonly preview: Asked<PaymentPreview>;
  readonly payment: PayingHook;
  readonly chosen: Chosen;
  toggle(billId: string): void;
  /** Begins choosing single bills, with all of them chosen, or ends it. */
  setChoosing(isChoosing: boolean): void;
}

/** The open bills of the home named in the address, the choice among them, and what it costs. */
export function useOpenBills(): OpenBillsHook {
  const { homeId: named } = useParameters();
  const looked = useMe((state) => lookedAt(state)?.homeId);
  const me = useMe((state) => state.me);
  const homeId = named ?? looked ?? '';
  const [chosen, setChosen] = useState<Chosen>();
  const topics = useMemo(() => ['bills', 'payments'] as const, []);
  const isNamed = homeId !== '';
  const open = isNamed ? ({ homeId, which: 'open' } as const) : undefined;
  const asked = useAnswer('charging.bills', open, { isKept: true, topics });
  const cost = isNamed ? previewInput(homeId, chosen) : undefined;
  const preview = useAnswer('payments.preview', cost, { isKept: true, topics });
  const again = useCallback(
    () => Promise.all([asked.again(), preview.again()]),
    [asked.again, preview.again],
  );
  const payment = usePaying(useCallback(() => void again(), [again]));
  usePullDown(again);

  const bills = asked.answer.kind === 'ready' ? asked.answer.value.bills : [];
  return {
    homeId,
    communityId: me?.homes.find((home) => home.homeId === homeId)?.communityId,
    asked,
    preview,
    payment,
    chosen,
    toggle: (billId) => setChosen((before) => toggled(before ?? allOf(bills), billId)),
    setChoosing: (isChoosing) => setChosen(isChoosing ? allOf(bills) : undefined),
  };
}
