import { useState } from 'react';
import type { ConsentOccasion } from '../../../types/contract/messages';
import { useConsent } from '../../hooks/useConsent';
import { Button } from '../Button/Button';

export interface RemindMeProps {
  readonly occasion: ConsentOccasion;
  /** What the reminder would bring: 下次出账提醒我. */
  readonly label: string;
}

/** Offers reminders by WeChat where their result is wanted; nothing where WeChat has nothing to ask. */
export function RemindMe({ occasion, label }: RemindMeProps) {
  const { canAsk, askNow } = useConsent(occasion);
  const [left, setLeft] = useState<number>();
  if (!canAsk) return null;
  const ask = async () => setLeft((await askNow()) ?? left);
  return (
    <Button
      kind="quiet"
      icon="bell"
      label={left === undefined || left === 0 ? label : `好的，微信还会提醒您 ${left} 次`}
      isDisabled={left !== undefined && left > 0}
      onTap={() => void ask()}
    />
  );
}
