import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Field, Refusal } from '@/components';
import { ask } from '@/services/cloud';
import type { CounterHome } from '../../../types/contract/counter';
import type { Refusal as Refused } from '../../../types/refusal';

export interface FindHomeProps {
  readonly communityId: string;
  /** Is finding one what the page is for now. */
  readonly isMain?: boolean;
  /** Undefined where the last look found nothing. */
  readonly onFound: (home: CounterHome | undefined) => void;
}

/** A home by building, unit and room. */
export function FindHome({ communityId, isMain = false, onFound }: FindHomeProps) {
  const [place, write] = useState({ building: '', unit: '', room: '' });
  const [refusal, setRefusal] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const find = async () => {
    setBusy(true);
    const outcome = await ask('counter.findHome', { communityId, ...place });
    setBusy(false);
    setRefusal(outcome.ok ? undefined : outcome.refusal);
    onFound(outcome.ok ? outcome.value : undefined);
  };
  const field = (id: keyof typeof place, label: string) => (
    <Field id={id} label={label} value={place[id]} onChange={(part) => write({ ...place, [id]: part })} />
  );
  return (
    <>
      <Card>
        <View className="stack">
          <View className="side-by-side">
            {field('building', '楼栋')}
            {field('unit', '单元')}
            {field('room', '房号')}
          </View>
          <Button
            kind={isMain ? 'primary' : 'outline'}
            icon="search"
            label="查这套房"
            isBusy={isBusy}
            isDisabled={Object.values(place).some((part) => part.trim() === '')}
            onTap={() => void find()}
          />
        </View>
      </Card>
      {refusal && <Refusal sentence={refusal.sentence} />}
    </>
  );
}
