import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { momentWords } from '@/words/timeWords';
import type { Binding } from '../../../../types/contract/people';
import { relationNames } from '../homesWords';

export interface WaitingRequestsProps {
  readonly homeId: string;
  readonly onDecided: () => void;
}

/** Requests to this home that its owner decides; nothing where none wait. */
export function WaitingRequests({ homeId, onDecided }: WaitingRequestsProps) {
  const asked = useAnswer('people.homeBindings', { homeId }, { topics: ['homes'] });
  if (asked.answer.kind !== 'ready') return null;
  const waiting = asked.answer.value.filter(({ state }) => state === 'waiting');
  const decided = () => {
    void asked.again();
    onDecided();
  };
  return (
    <>
      {waiting.map((binding) => (
        <Request key={binding.bindingId} binding={binding} onDecided={decided} />
      ))}
    </>
  );
}

function Request({ binding, onDecided }: { readonly binding: Binding; readonly onDecided: () => void }) {
  const now = useNow();
  const approve = useChange('people.approveBinding');
  const reject = useChange('people.rejectBinding');
  const [isGone, setGone] = useState(false);
  const { bindingId, name, phone, relation, askedAt, note } = binding;
  const decide = async (decided: Promise<Binding | undefined>) => {
    if (!(await decided)) return;
    setGone(true);
    onDecided();
  };
  const refusal = approve.refusal ?? reject.refusal;
  const isBusy = approve.isBusy || reject.isBusy;
  if (isGone) return null;
  return (
    <Card id={`request-${bindingId}`}>
      <View className="type-heading">{`${name} 申请成为${relationNames[relation]}`}</View>
      <View className="type-second">{`${phone}，${momentWords(askedAt, now)}${note ? `，${note}` : ''}`}</View>
      {refusal && <Refusal title="没有处理" sentence={refusal.sentence} />}
      <View className="rule" />
      <View className="side-by-side">
        <Button
          kind="outline"
          label="不认识"
          isDisabled={isBusy}
          onTap={() => void decide(reject.run({ bindingId, reason: '业主不认识申请人' }))}
        />
        <Button
          kind="outline"
          label="同意"
          isBusy={isBusy}
          busyLabel="正在处理"
          onTap={() => void decide(approve.run({ bindingId }))}
        />
      </View>
    </Card>
  );
}
