import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Facts, Field, Icon, Refusal, Row, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { callPhone } from '@/services/device';
import type { NotReached, SettledHow } from '../../../../types/contract/messages';
import { Remark } from '../Remark';
import { reasonLine, settledNames, settledOptions } from './notReachedWords';

export interface SettleSheetProps {
  readonly missed: NotReached;
  readonly onClose: (isSettled: boolean) => void;
}

/** What the person should know, the number to call, and how it was told in the end. */
export function SettleSheet({ missed, onClose }: SettleSheetProps) {
  const { notReachedId, title, body, name, phone, settled } = missed;
  const [how, choose] = useState<SettledHow>();
  const [note, write] = useState('');
  const settling = useChange('messages.settleNotReached');
  const settle = async () => {
    if (!how) return;
    const said = note.trim();
    if (await settling.run({ notReachedId, how, ...(said ? { note: said } : {}) })) onClose(true);
  };
  return (
    <Sheet
      label="告知"
      onClose={() => onClose(false)}
      {...(settled
        ? {}
        : {
            footer: (
              <>
                {settling.refusal && <Refusal sentence={settling.refusal.sentence} />}
                <Button
                  label="记下来"
                  isBusy={settling.isBusy}
                  isDisabled={!how}
                  onTap={() => void settle()}
                />
              </>
            ),
          })}
    >
      <View className="stack">
        <View className="type-title">{title}</View>
        <View>{body}</View>
        <Facts
          facts={[
            ...(name ? [{ name: '姓名', value: name }] : []),
            ...(phone ? [{ name: '手机号', value: phone }] : []),
            { name: '没送到', value: reasonLine(missed) },
            ...(settled ? [{ name: '怎么告知的', value: `${settled.by}${settledNames[settled.how]}` }] : []),
          ]}
        />
        <Remark name="说明" text={settled?.note} />
        {phone && <Button kind="outline" icon="phone" label="打电话" onTap={() => callPhone(phone)} />}
        {!settled && <How how={how} onHow={choose} note={note} onNote={write} />}
      </View>
    </Sheet>
  );
}

interface HowProps {
  readonly how: SettledHow | undefined;
  readonly onHow: (how: SettledHow) => void;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** In which way it was told after all. */
function How({ how, onHow, note, onNote }: HowProps) {
  return (
    <>
      <View className="type-heading">怎么告知的</View>
      <View>
        {settledOptions.map(({ value, name }) => (
          <Row
            key={value}
            id={`how-${value}`}
            title={name}
            isStrong={how === value}
            end={how === value ? <Icon name="check" label="已选" /> : ''}
            onTap={() => onHow(value)}
          />
        ))}
      </View>
      <Field id="settle-note" label="说明（可不填）" value={note} onChange={onNote} most={200} />
    </>
  );
}
