import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { play } from '../../services/player';
import { Icon } from '../Icon/Icon';

export interface VoiceProps {
  /** A path on this phone, or a link. */
  readonly source: string;
  readonly seconds: number;
  readonly onRemove?: () => void;
}

/** Something that was said, to be heard. */
export function Voice({ source, seconds, onRemove }: VoiceProps) {
  const [state, setState] = useState<'still' | 'playing' | 'failed'>('still');
  const stop = useRef<() => void>();
  useEffect(() => () => stop.current?.(), []);
  const toggle = () => {
    if (state === 'playing') return stop.current?.();
    setState('playing');
    stop.current = play(source, (how) => setState(how === 'failed' ? 'failed' : 'still'));
  };
  const length = secondsWords(seconds);
  return (
    <View className="voice">
      <View
        className="voice__play"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={state === 'playing' ? '停止播放' : `播放录音，${seconds} 秒`}
        onClick={toggle}
      >
        <Icon name={state === 'playing' ? 'stop' : 'play'} />
        <Icon name="wave" />
        <Text className="tabular">{state === 'failed' ? '没放出来，再点一次' : length}</Text>
      </View>
      {onRemove && (
        <View
          className="voice__remove"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel="删除录音"
          onClick={onRemove}
        >
          <Icon name="trash" />
        </View>
      )}
    </View>
  );
}

/** 0:12, 1:00. */
export function secondsWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
