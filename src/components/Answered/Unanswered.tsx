import type { Refusal as Refused } from '../../../types/refusal';
import { isPassing } from '../../services/failure';
import { goBack, isOnTab } from '../../services/routes';
import { Button } from '../Button/Button';
import { Refusal } from '../Refusal/Refusal';

export interface UnansweredProps {
  /** What does not go. */
  readonly title?: string | undefined;
  readonly refusal: Refused;
  readonly onAgain: () => Promise<void>;
  /** What asking again would not help is left so: a sheet closes; otherwise one goes back a page. */
  readonly onBack?: (() => void) | undefined;
}

/** In the place of what was asked for: why it is not there, and the way out that helps, which is trying again or going back. */
export function Unanswered({ title, refusal, onAgain, onBack }: UnansweredProps) {
  const helps = isPassing(refusal) || (!onBack && isOnTab());
  return (
    <Refusal {...(title ? { title } : {})} sentence={refusal.sentence}>
      {helps ? (
        <Button kind="outline" label="再试一次" onTap={() => void onAgain()} />
      ) : (
        <Button kind="outline" label="返回" onTap={onBack ?? goBack} />
      )}
    </Refusal>
  );
}
