import Taro from '@tarojs/taro';
import { type SpeechRecorder, speechRecorder } from './speech';

/** What was said: the file on this phone, and its words where WeChat's speech plugin is there. */
export interface Recorded {
  readonly path: string;
  readonly seconds: number;
  readonly text?: string;
}

/** `short`: let go before anything could be said. `refused`: the microphone is closed to us, which the settings can change. */
export type Recording = Recorded | 'short' | 'refused' | 'failed';

/** Milliseconds; WeChat's speech plugin takes a minute at most. */
const longest = 60_000;
const shortest = 700;
/** 16 kHz, one channel, 48 kbit/s: a minute is 360 KB (docs: RecorderManager.start). */
const quality = {
  duration: longest,
  format: 'mp3',
  sampleRate: 16_000,
  numberOfChannels: 1,
  encodeBitRate: 48_000,
} as const;

/** Records from now until `stop`, a minute at most. */
export function record(): { readonly done: Promise<Recording>; stop(): void } {
  const speech = speechRecorder();
  return speech ? withWords(speech) : withoutWords();
}

function withoutWords() {
  const manager = Taro.getRecorderManager();
  const letGo = untilStarted(() => manager.stop());
  const done = new Promise<Recording>((resolve) => {
    manager.onStart(letGo.started);
    manager.onStop(({ tempFilePath, duration }) => resolve(recorded(tempFilePath, duration)));
    manager.onError((error) => resolve(failureOf(error.errMsg)));
  });
  manager.start(quality);
  return { done, stop: letGo.stop };
}

function withWords(manager: SpeechRecorder) {
  const letGo = untilStarted(() => manager.stop());
  const done = new Promise<Recording>((resolve) => {
    manager.onStart = letGo.started;
    manager.onStop = ({ tempFilePath, duration, result }) =>
      resolve(recorded(tempFilePath, duration, result));
    manager.onError = ({ msg }) => resolve(failureOf(msg));
  });
  manager.start({ duration: longest, lang: 'zh_CN' });
  return { done, stop: letGo.stop };
}

/** WeChat may still ask for the microphone while the finger is gone again: then it stops as soon as it has begun. */
function untilStarted(stop: () => void) {
  let isOn = false;
  let isOver = false;
  return {
    started: () => {
      isOn = true;
      if (isOver) stop();
    },
    stop: () => {
      if (isOver) return;
      isOver = true;
      if (isOn) stop();
    },
  };
}

function recorded(path: string, duration: number, text = ''): Recording {
  if (duration < shortest) return 'short';
  const seconds = Math.min(60, Math.max(1, Math.round(duration / 1000)));
  return { path, seconds, ...(text.trim() === '' ? {} : { text: text.trim() }) };
}

export function failureOf(errMsg: string): 'refused' | 'failed' {
  return /auth|deny|denied|privacy/.test(errMsg) ? 'refused' : 'failed';
}
