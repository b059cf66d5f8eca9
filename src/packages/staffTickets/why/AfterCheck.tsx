import { View } from '@tarojs/components';
import { Button, Refusal } from '@/components';
import type { Change } from '@/hooks/useChange';
import type { CheckWords } from '../checkWords';

export interface AfterCheckProps {
  readonly ticketId: string;
  readonly words: CheckWords;
  readonly change: Change<'ticketWork.afterCheck'>;
  readonly onBad: () => void;
  readonly onChecked: () => void;
}

/** 事后抽查, right below the reasons it judges: one tap where it is right, a reason where it is not. */
export function AfterCheck({ ticketId, words, change, onBad, onChecked }: AfterCheckProps) {
  const { run, isBusy, refusal } = change;
  const good = async () => {
    if (await run({ ticketId, verdict: 'good' })) onChecked();
  };
  return (
    <>
      {refusal && <Refusal title="没有记下" sentence={refusal.sentence} />}
      <View className="type-second why__check">{`事后抽查，请您看${words.question}`}</View>
      <View className="side-by-side">
        <Button kind="outline" label={`${words.bad}，写原因`} onTap={onBad} />
        <Button label={words.good} isBusy={isBusy} onTap={() => void good()} />
      </View>
    </>
  );
}
