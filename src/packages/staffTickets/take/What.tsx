import { View } from '@tarojs/components';
import { Card, Choice, Field, Refusal } from '@/components';
import { PhotoRow } from '@/components/PhotoRow/PhotoRow';
import { channelNames, typeNames, urgencyNames } from '@/words/tickets';
import { ticketTypes } from '../../../../types/ticket';
import { callFirst, callLabel, hasSubject } from '../../tickets/report/settled';
import { ProblemPills } from '../case/ProblemPills';
import type { TakingHook } from './useTaking';

const channels = (['phone', 'counter', 'walkIn', 'patrol'] as const).map((value) => ({
  value,
  name: channelNames[value],
}));
const types = ticketTypes.map((value) => ({ value, name: typeNames[value] }));
const urgencies = (['emergency', 'general'] as const).map((value) => ({ value, name: urgencyNames[value] }));

/** What somebody says: in words and photos; what it is, is recognised and can be put right. */
export function What({ taking }: { readonly taking: TakingHook }) {
  const { draft, change, photos, recognised, settled } = taking;
  const { type, problem, urgency, asks } = settled;
  const first = callFirst(settled, recognised);
  return (
    <Card>
      <View className="stack">
        <Choice
          label="怎么来的"
          options={channels}
          value={draft.channel}
          onChange={(channel) => change({ channel })}
        />
        <Field
          id="take-text"
          label="什么事"
          value={draft.text}
          isLong
          most={1000}
          placeholder="照对方说的写，类型会自动认出来"
          onChange={(text) => change({ text })}
        />
        {first && (
          <Refusal
            tone="bad"
            title={`请对方${callLabel(first)}`}
            sentence="请对方先离开危险的地方，再记下受理，会马上派人到场。"
          />
        )}
        <PhotoRow uploads={photos} label="现场照片" />
        <View className="type-second">{recognised ? '认出来的，不对可以改' : '是哪一种'}</View>
        <Choice
          label="是哪一种"
          options={types}
          value={asks.includes('type') ? undefined : type}
          onChange={(chosen) => change({ type: chosen, problem: undefined, urgency: undefined })}
        />
        {(type === 'repair' || asks.includes('urgency')) && (
          <Choice
            label="急不急"
            options={urgencies}
            value={urgency === 'emergency' || urgency === 'general' ? urgency : undefined}
            onChange={(chosen) => change({ urgency: chosen })}
          />
        )}
        {hasSubject(type) && (
          <ProblemPills type={type} value={problem} onChange={(chosen) => change({ problem: chosen })} />
        )}
      </View>
    </Card>
  );
}
