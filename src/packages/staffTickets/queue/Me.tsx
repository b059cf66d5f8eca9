import { View } from '@tarojs/components';
import { Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { Consent } from '@/hooks/useConsent';
import { useNow } from '@/hooks/useNow';
import { untilWords } from '@/words/timeWords';
import type { WorkQueue } from '../../../../types/contract/ticketWork';

export interface MeProps {
  readonly queue: WorkQueue;
  readonly communityId: string;
  readonly consent: Consent;
  readonly onChanged: () => Promise<void>;
}

/** Who I am, what I can, and whether tickets come to me now. */
export function Me({ queue, communityId, consent, onChanged }: MeProps) {
  const { name, skills, areas, isOnDuty, shift } = queue;
  const { run, isBusy, refusal } = useChange('roster.switchDuty');
  const now = useNow();
  const change = async () => {
    if (!isOnDuty) {
      // From now on tickets come: WeChat asks only where nothing is left, and is otherwise asked without a word.
      if (consent.left === 0) void consent.askNow();
      else consent.addSilently();
    }
    if (await run({ communityId, isOnDuty: !isOnDuty })) await onChanged();
  };
  const can = [skills.join('、'), areas.length > 0 ? `负责${areas.join('、')}` : '不分片区'].filter(Boolean);
  return (
    <>
      <View className="queue__me">
        <View className="queue__who">
          <View className="type-title">{name}</View>
          <View className="type-second">{can.join('，')}</View>
          {shift && (
            <View className="type-second tabular">
              {`班次 ${untilWords(shift.from, now)} 到 ${untilWords(shift.to, now)}`}
            </View>
          )}
        </View>
        <View
          id="duty-switch"
          className={`queue__duty${isOnDuty ? ' tone-good' : ' tone-plain'}`}
          hoverClass="pressed"
          ariaRole="switch"
          ariaLabel={isOnDuty ? '在岗，点一下离岗' : '离岗，点一下上岗'}
          onClick={isBusy ? undefined : () => void change()}
        >
          {isBusy ? '请稍候' : isOnDuty ? '在岗' : '离岗'}
          <View className={`queue__switch${isOnDuty ? ' queue__switch--on' : ''}`} ariaHidden>
            <View className="queue__knob" />
          </View>
        </View>
      </View>
      {refusal && <Refusal title={isOnDuty ? '还不能离岗' : '没有上岗'} sentence={refusal.sentence} />}
    </>
  );
}
