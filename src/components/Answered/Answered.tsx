import type { ReactNode } from 'react';
import type { Asked } from '../../hooks/useAnswer';
import { useNow } from '../../hooks/useNow';
import { Button } from '../Button/Button';
import { OfflineBanner } from '../OfflineBanner/OfflineBanner';
import { Refusal } from '../Refusal/Refusal';
import { Skeleton } from '../Skeleton/Skeleton';

export interface AnsweredProps<T> {
  readonly asked: Asked<T>;
  /** What does not go, where it is refused: 账单暂时看不到. */
  readonly title?: string;
  /** Lines of the cards that are coming. */
  readonly cards?: readonly number[];
  readonly children: (value: T) => ReactNode;
}

/** Every state of one question: skeleton, refusal with trying again, what was answered. */
export function Answered<T>({ asked, title, cards, children }: AnsweredProps<T>) {
  const { answer, again } = asked;
  if (answer.kind === 'waiting') return <Skeleton {...(cards ? { cards } : {})} />;
  if (answer.kind === 'ready') return <>{children(answer.value)}</>;
  return (
    <Refusal {...(title ? { title } : {})} sentence={answer.refusal.sentence}>
      <Button kind="outline" label="再试一次" onTap={() => void again()} />
    </Refusal>
  );
}

/** Where the network is gone or the service fails: how old is what the page shows. For `Page`'s banner. */
export function AnswerBanner<T>({ asked }: { readonly asked: Asked<T> }) {
  const { answer, again } = asked;
  const now = useNow();
  if (answer.kind !== 'ready' || !answer.missing) return null;
  return <OfflineBanner missing={answer.missing} at={answer.at} now={now} onRetry={() => void again()} />;
}
