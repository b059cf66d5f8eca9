import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { type Recorded, record } from '../../services/recorder';
import { Button } from '../Button/Button';
import { Icon } from '../Icon/Icon';
import { secondsWords } from './Voice';

export interface HoldToTalkProps {
  readonly onRecorded: (recorded: Recorded) => void;
  /** There is a recording already. */
  readonly isAgain?: boolean;
}

const troubles = {
  short: '说得太短了，请按住不放，说完再松手。',
  failed: '没有录上，请再试一次，或直接打字。',
} as const;

/** Hold, say what is wrong, let go: up to a minute. */
export function HoldToTalk({ onRecorded, isAgain = false }: HoldToTalkProps) {
  const [seconds, setSeconds] = useState<number>();
  const [trouble, setTrouble] = useState<'short' | 'refused' | 'failed'>();
  const going = useRef<{ stop(): void }>();
  const isOn = seconds !== undefined;
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setSeconds((before) => (before ?? 0) + 1), 1_000);
    return () => clearInterval(timer);
  }, [isOn]);
  useEffect(() => () => going.current?.stop(), []);

  const begin = async () => {
    if (going.current) return;
    setTrouble(undefined);
    setSeconds(0);
    const recording = record();
    going.current = recording;
    const said = await recording.done;
    going.current = undefined;
    setSeconds(undefined);
    if (typeof said === 'string') setTrouble(said);
    else onRecorded(said);
  };
  const end = () => going.current?.stop();
  return (
    <View className="talk">
      <View
        id="hold-to-talk"
        className={`talk__button${isOn ? ' talk__button--on' : ''}`}
        ariaRole="button"
        ariaLabel="按住说话，松手结束"
        onTouchStart={() => void begin()}
        onTouchEnd={end}
        onTouchCancel={end}
      >
        <Icon name="mic" />
        <Text className="tabular">
          {isOn ? `松手结束 ${secondsWords(seconds)}` : isAgain ? '重新说' : '按住说话'}
        </Text>
      </View>
      {(trouble === 'short' || trouble === 'failed') && (
        <View className="type-second tone-warn" ariaRole="alert">
          {troubles[trouble]}
        </View>
      )}
      {trouble === 'refused' && (
        <View className="talk__refused" ariaRole="alert">
          <View className="type-second tone-warn">麦克风没有打开，可以在设置里打开，也可以直接打字。</View>
          <Button kind="outline" label="去设置" opens="openSetting" onTap={() => setTrouble(undefined)} />
        </View>
      )}
    </View>
  );
}
