import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Field, Row, Sheet } from '@/components';
import { useNow } from '@/hooks/useNow';
import { windowsFrom, windowWords } from '../windows';
import type { FormAtHand } from './reportDraft';
import type { ReportHook } from './useReport';

export interface PlaceAndTimeProps {
  readonly report: ReportHook;
  readonly form: FormAtHand;
}

const soonest = '尽快，家里有人';

/** Where and when: filled in, and one tap from being changed. */
export function PlaceAndTime({ report, form }: PlaceAndTimeProps) {
  const [sheet, show] = useState<'place' | 'time'>();
  const now = useNow();
  const { draft, settled, place } = report;
  const { name, phone } = form.contact;
  const spot = draft.spot?.trim() ? `，${draft.spot.trim()}` : '';
  const isRepair = settled.type === 'repair';
  const canChoose = isRepair && settled.urgency !== 'emergency';
  const time =
    canChoose && draft.window && draft.window.from > now ? windowWords(draft.window, now) : soonest;
  return (
    <>
      <Card isFlush>
        <Row
          id="report-place"
          title={`${form.communityName} ${form.place}${spot}`}
          line={[name, phone, isRepair && !spot ? '可补充房间' : ''].filter(Boolean).join('　')}
          icon="pin"
          onTap={() => show('place')}
        />
        {isRepair && (
          <Row
            id="report-time"
            title={time}
            line="上门时间"
            icon="clock"
            {...(canChoose ? { onTap: () => show('time') } : {})}
          />
        )}
      </Card>
      {sheet === 'place' && (
        <SpotSheet
          spot={draft.spot ?? ''}
          onChange={(value) => place({ spot: value })}
          onClose={() => show(undefined)}
        />
      )}
      {sheet === 'time' && (
        <Sheet label="上门时间" onClose={() => show(undefined)}>
          <View className="type-title">什么时候方便</View>
          <Row
            title={soonest}
            onTap={() => {
              place({ window: undefined });
              show(undefined);
            }}
          />
          {windowsFrom(now).map((window) => (
            <Row
              key={window.from}
              title={windowWords(window, now)}
              onTap={() => {
                place({ window });
                show(undefined);
              }}
            />
          ))}
        </Sheet>
      )}
    </>
  );
}

const spots = ['厨房', '卫生间', '客厅', '卧室', '阳台', '楼道', '电梯', '地下车库'];

interface SpotSheetProps {
  readonly spot: string;
  readonly onChange: (spot: string) => void;
  readonly onClose: () => void;
}

function SpotSheet({ spot, onChange, onClose }: SpotSheetProps) {
  return (
    <Sheet label="在哪里" onClose={onClose} footer={<Button label="好了" onTap={onClose} />}>
      <View className="stack">
        <View className="type-title">在哪里</View>
        <View className="pills">
          {spots.map((one) => (
            <View
              key={one}
              className={`pills__pill${one === spot ? ' pills__pill--chosen' : ''}`}
              hoverClass="pressed"
              ariaRole="button"
              onClick={() => {
                onChange(one);
                onClose();
              }}
            >
              {one}
            </View>
          ))}
        </View>
        <Field id="spot" label="或者写下来" value={spot} most={12} onChange={onChange} />
      </View>
    </Sheet>
  );
}
