import type { ReactNode } from 'react';
import type { Asked } from '../../hooks/useAnswer';
import { useNow } from '../../hooks/useNow';
import { OfflineBanner } from '../OfflineBanner/OfflineBanner';
import { Skeleton } from '../Skeleton/Skeleton';
import { Unanswered } from './Unanswered';

export interface AnsweredProps<T> {
  readonly asked: Asked<T>;
  /** What does not go, where it is refused: 账单暂时看不到. */
  readonly title?: string;
  /** Lines of the cards that are coming. */
  readonly cards?: readonly number[];
  /** In a sheet: closes it, where asking again would not help. */
  readonly onBack?: () => void;
  readonly children: (value: T) => ReactNode;
}

/** Every state of one question: skeleton, refusal with a way out, what was answered. */
export function Answered<T>({ asked, title, cards, onBack, children }: AnsweredProps<T>) {
  const { answer, again } = asked;
  if (answer.kind === 'waiting') return <Skeleton {...(cards ? { cards } : {})} />;
  if (answer.kind === 'ready') return <>{children(answer.value)}</>;
  return <Unanswered {...{ title, refusal: answer.refusal, onAgain: again, onBack }} />;
}

/** Where the network is gone or the service fails: how old is what the page shows. For `Page`'s banner. */
export function AnswerBanner<T>({ asked }: { readonly asked: Asked<T> }) {
  const { answer, again } = asked;
  const now = useNow();
  if (answer.kind !== 'ready' || !answer.missing) return null;
  return <OfflineBanner missing={answer.missing} at={answer.at} now={now} onRetry={() => void again()} />;
}
