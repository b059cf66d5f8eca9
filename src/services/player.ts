import Taro from '@tarojs/taro';

let playing: { stop(): void } | undefined;

/** Plays a sound by its path or link, one at a time; `tell` hears when it is over, by itself, by another or by a fault. */
export function play(source: string, tell: (how: 'over' | 'failed') => void): () => void {
  playing?.stop();
  const sound = Taro.createInnerAudioContext();
  let isOver = false;
  const end = (how: 'over' | 'failed') => {
    if (isOver) return;
    isOver = true;
    playing = undefined;
    sound.destroy();
    tell(how);
  };
  sound.onEnded(() => end('over'));
  sound.onError(() => end('failed'));
  // A voice is to be heard also where the phone is set to silent.
  sound.obeyMuteSwitch = false;
  sound.src = source;
  sound.play();
  const stop = () => end('over');
  playing = { stop };
  return stop;
}
