import { View } from '@tarojs/components';
import { Button, Choice, Sheet } from '@/components';
import { problemNames, typeNames } from '@/words/tickets';
import { ticketTypes } from '../../../../types/ticket';
import { type Chosen, calledBy, hasSubject, problemsOf, type Settled } from './settled';

export interface SortSheetProps {
  readonly settled: Settled;
  /** Opened because something must be asked before it can go. */
  readonly isSending: boolean;
  readonly onChoose: (part: Chosen) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const types = ticketTypes.map((value) => ({ value, name: typeNames[value] }));
const urgencies = [
  { value: 'emergency', name: '紧急，马上来' },
  { value: 'general', name: '一般' },
] as const;

/** Puts right what was recognised, and asks what nobody is sure of. */
export function SortSheet({ settled, isSending, onChoose, onDone, onClose }: SortSheetProps) {
  const { type, problem, urgency, asks } = settled;
  const isOpen = asks.some((question) => question !== 'type');
  return (
    <Sheet
      label="是什么事"
      onClose={onClose}
      footer={
        <>
          {isOpen && isSending && <View className="page__note">还有没选的，选好就能提交</View>}
          <Button
            label={isSending ? '提交' : '就这样'}
            isDisabled={isOpen && isSending}
            onTap={() => {
              // What stands there when it is sent is what was meant.
              if (asks.includes('type')) onChoose({ type });
              onDone();
            }}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{isSending ? '再确认一下' : '改一改'}</View>
        <Choice
          label="是哪一种"
          options={types}
          value={type}
          onChange={(value) => onChoose(calledBy(value))}
        />
        {(type === 'repair' || asks.includes('urgency')) && (
          <>
            <View className="type-second">急不急</View>
            <Choice
              label="急不急"
              options={urgencies}
              value={urgency as (typeof urgencies)[number]['value']}
              onChange={(value) => onChoose({ urgency: value })}
            />
          </>
        )}
        {hasSubject(type) && (
          <>
            <View className="type-second">{type === 'repair' ? '什么坏了' : '关于什么'}</View>
            <View className="pills" ariaRole="radiogroup">
              {problemsOf[type].map((one) => (
                <View
                  key={one}
                  id={`problem-${one}`}
                  className={`pills__pill${one === problem ? ' pills__pill--chosen' : ''}`}
                  hoverClass="pressed"
                  ariaRole="radio"
                  ariaLabel={one === problem ? `${problemNames[one]}，已选中` : problemNames[one]}
                  onClick={() => onChoose({ problem: one })}
                >
                  {problemNames[one]}
                </View>
              ))}
            </View>
          </>
        )}
      </View>
    </Sheet>
  );
}
