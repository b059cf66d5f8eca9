import { useCallback, useEffect, useState } from 'react';
import { type Asked, useAnswer } from '@/hooks/useAnswer';
import { usePullDown } from '@/hooks/usePullDown';
import { useTabPage } from '@/hooks/useTabPage';
import { type PayingHook, usePaying } from '@/paying/usePaying';
import { badgeMessages } from '@/services/device';
import { useMe } from '@/stores/me';
import type { HomeScreen } from '../../../types/contract/payments';

export interface HomeHook {
  readonly asked: Asked<HomeScreen>;
  readonly payment: PayingHook;
  readonly isChoosing: boolean;
  choose(isChoosing: boolean): void;
  lookAt(homeId: string): void;
}

/** Everything the home page shows, in one call (payments.seeHome), and the payment it starts. */
export function useHome(): HomeHook {
  const homeId = useMe((state) => state.homeId);
  const learn = useMe((state) => state.learn);
  const learnPhone = useMe((state) => state.learnPhone);
  const lookAtHome = useMe((state) => state.lookAt);
  const [isChoosing, choose] = useState(false);
  const asked = useAnswer('payments.seeHome', homeId === undefined ? {} : { homeId }, {
    isKept: true,
    topics: ['homes', 'bills', 'payments', 'messages', 'tickets'],
    isPending: ({ home }) => home?.live !== undefined || home?.refunding !== undefined,
  });
  const { again, answer } = asked;
  const payment = usePaying(useCallback(() => void again(), [again]));

  useEffect(() => {
    if (answer.kind !== 'ready') return;
    const { me, home, unreadMessages } = answer.value;
    learn(me);
    if (home) learnPhone(home.communityId, home.servicePhone);
    badgeMessages(unreadMessages);
  }, [answer, learn, learnPhone]);
  useTabPage(isChoosing || payment.paying.kind === 'paid');
  usePullDown(again);
  const lookAt = useCallback(
    (chosen: string) => {
      choose(false);
      lookAtHome(chosen);
    },
    [lookAtHome],
  );
  return { asked, payment, isChoosing, choose, lookAt };
}
