import { useCallback, useMemo, useState } from 'react';
import type { Answer } from '@/hooks/answer';
import { type Asked, useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { type PayingHook, usePaying } from '@/paying/usePaying';
import { lookedAt, useMe } from '@/stores/me';
import type { BillPage, BillsDue } from '../../../../types/contract/charging';
import { allOf, type Chosen, costOf, costOfAll, previewInput, toggled } from '../chosen';

export interface OpenBillsHook {
  readonly homeId: string;
  readonly communityId: string | undefined;
  readonly asked: Asked<BillPage>;
  /** What paying the choice would cost now, with what is taken off; undefined where nothing is due. */
  readonly cost: Answer<BillsDue | undefined>;
  readonly payment: PayingHook;
  readonly chosen: Chosen;
  toggle(billId: string): void;
  /** Begins choosing single bills, with all of them chosen, or ends it. */
  setChoosing(isChoosing: boolean): void;
}

/** The open bills of the home named in the address and what they cost, in one call; the choice among them, whose cost is asked for. */
export function useOpenBills(): OpenBillsHook {
  const { homeId: named } = useParameters();
  const looked = useMe((state) => lookedAt(state)?.homeId);
  const me = useMe((state) => state.me);
  const homeId = named ?? looked ?? '';
  const [chosen, setChosen] = useState<Chosen>();
  const topics = useMemo(() => ['bills', 'payments'] as const, []);
  const open = homeId === '' ? undefined : ({ homeId, which: 'open' } as const);
  const asked = useAnswer('charging.bills', open, { isKept: true, topics });
  const preview = useAnswer('payments.preview', previewInput(homeId, chosen), { topics });
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
    cost: chosen ? costOf(preview.answer) : costOfAll(asked.answer),
    payment,
    chosen,
    toggle: (billId) => setChosen((before) => toggled(before ?? allOf(bills), billId)),
    setChoosing: (isChoosing) => setChosen(isChoosing ? allOf(bills) : undefined),
  };
}
