import { View } from '@tarojs/components';
import { Button, Refusal } from '@/components';
import type { Asked } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { isSure } from '@/services/device';
import { grouped } from '@/words/grouped';
import type { BillRunView } from '../../../../types/contract/charging';
import { publishQuestion, stuckWords } from './billRunWords';

export interface NextStepProps {
  readonly run: BillRunView;
  readonly asked: Asked<BillRunView>;
}

/** What finance does with a run next: publish it, go through it once more, have it tried again where it was given up. */
export function NextStep({ run, asked }: NextStepProps) {
  const { billRunId, communityId, month, state, isStuck } = run;
  const publishing = useChange('charging.publishBillRun');
  const starting = useChange('charging.startBillRun');
  const goOn = async (next: Promise<BillRunView | undefined>) => {
    const after = await next;
    if (after) asked.take(after);
  };
  const begin = () => void goOn(starting.run({ communityId, month }));
  const publish = () => void goOn(publishing.run({ billRunId }));
  const publishIfSure = async () => {
    if (await isSure('发布账单', publishQuestion(run), '发布')) publish();
  };
  const refusal = publishing.refusal ?? starting.refusal;
  const isDraft = state === 'drafted';
  return (
    <>
      {isStuck && <Refusal {...stuckWords(state)} />}
      {refusal && <Refusal sentence={refusal.sentence} />}
      {isStuck ? (
        <Button
          label="再试一次"
          isBusy={starting.isBusy || publishing.isBusy}
          onTap={state === 'publishing' ? publish : begin}
        />
      ) : (
        <View className="side-by-side">
          <Button
            kind={isDraft ? 'outline' : 'primary'}
            label={isDraft ? '重新出账' : '补出没出的账'}
            isBusy={starting.isBusy}
            onTap={begin}
          />
          {isDraft && (
            <Button
              label={`发布 ${grouped(run.bills)} 笔`}
              isBusy={publishing.isBusy}
              isDisabled={run.bills === 0}
              onTap={() => void publishIfSure()}
            />
          )}
        </View>
      )}
    </>
  );
}
