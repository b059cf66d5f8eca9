import { View } from '@tarojs/components';
import { Button, Icon } from '@/components';
import { callPhone } from '@/services/device';
import type { Recognised } from '../../../../types/contract/tickets';
import type { FormAtHand } from './reportDraft';
import { callLabel, promiseWords, type Settled } from './settled';

/** Gas, fire, somebody hurt: this call comes before everything (B1). */
export function CallFirst({ number }: { readonly number: '119' | '120' | '110' }) {
  return (
    <View className="first-call" ariaRole="alert">
      <View className="type-heading tone-bad">先打电话，再报给我们</View>
      <View>人先离开危险的地方。电话打完，下面的内容再提交，物业会马上派人到场。</View>
      <Button kind="danger" icon="phone" label={callLabel(number)} onTap={() => callPhone(number)} />
    </View>
  );
}

export interface AdviceProps {
  readonly settled: Settled;
  readonly form: FormAtHand;
  readonly recognised: Recognised | undefined;
}

/** What the company promises for it, and what helps until somebody comes. */
export function Advice({ settled, form, recognised }: AdviceProps) {
  const promise = promiseWords(settled, form);
  const advice = recognised?.advice;
  if (!promise && !advice) return null;
  return (
    <View className="promise">
      <Icon name="clock" />
      <View>
        {promise && <View className="strong">{promise}</View>}
        {advice && <View className="type-second">{advice}</View>}
      </View>
    </View>
  );
}
