import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { type Window, windowsFrom, windowWords } from '../../tickets/windows';
import { ActSheet } from '../ActSheet';
import { SayWhy } from '../SayWhy';
import type { WorkProps } from './workProps';

type How = 'later' | 'part' | 'owner';
const usual: Readonly<Record<How, readonly string[]>> = {
  later: ['要换的件今天没有', '要两个人做', '天黑了看不清'],
  part: ['要换的件没有货', '要厂家来人'],
  owner: ['业主不在家', '业主要先商量', '业主要求停一停'],
};

/** 今天修不完: another time that the owner confirms, or a pause for one of the two reasons there are (B3, B5). */
export function UnfinishedSheet({
  ticket,
  onChanged,
  onClose,
}: WorkProps & { readonly onClose: () => void }) {
  const { ticketId, can } = ticket;
  const [chosen, setHow] = useState<How>();
  const [reason, setReason] = useState('');
  const [window, setWindow] = useState<Window>();
  const postponing = useChange('ticketWork.postpone');
  const pausing = useChange('ticketWork.pause');
  const options = [
    ...(can.includes('ticketWork.postpone') ? ([{ value: 'later', name: '改约时间' }] as const) : []),
    ...(can.includes('ticketWork.pause')
      ? ([
          { value: 'part', name: '等配件' },
          { value: 'owner', name: '等业主' },
        ] as const)
      : []),
  ];
  const how = chosen ?? options[0]?.value ?? 'later';
  const said = reason.trim();
  const submit = async () => {
    const changed =
      how === 'later'
        ? window && (await postponing.run({ ticketId, reason: said, appointment: window }))
        : await pausing.run({ ticketId, reason: how, note: said });
    if (!changed) return;
    onChanged(changed);
    onClose();
  };
  const refusal = how === 'later' ? postponing.refusal : pausing.refusal;
  return (
    <ActSheet
      title="今天修不完"
      button={how === 'later' ? '改约，请业主确认' : '暂停'}
      trouble="没有提交"
      isReady={said !== '' && (how !== 'later' || window !== undefined)}
      isBusy={postponing.isBusy || pausing.isBusy}
      {...{ refusal, onClose }}
      onSend={() => void submit()}
    >
      <Choice label="怎么办" options={options} value={how} onChange={setHow} />
      <View className="type-second">
        {how === 'later' ? '新的时间要业主确认。' : '暂停时不计时，业主能看到原因。'}
      </View>
      <SayWhy id="unfinished-reason" usual={usual[how]} value={reason} onChange={setReason} />
      {how === 'later' && <Windows chosen={window} onChoose={setWindow} />}
    </ActSheet>
  );
}

interface WindowsProps {
  readonly chosen: Window | undefined;
  readonly onChoose: (window: Window) => void;
}

function Windows({ chosen, onChoose }: WindowsProps) {
  const now = useNow();
  return (
    <>
      <View className="strong">什么时候再来</View>
      <View className="pills">
        {windowsFrom(now).map((window) => (
          <View
            key={window.from}
            className={`pills__pill${window.from === chosen?.from ? ' pills__pill--chosen' : ''}`}
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => onChoose({ from: window.from, to: window.to })}
          >
            {windowWords(window, now)}
          </View>
        ))}
      </View>
    </>
  );
}
