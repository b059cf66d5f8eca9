import { h } from '../system/layer';
import { fromBase64, localFiles } from '../system/localFiles';
import type { PhoneSystem } from '../system/phoneSystem';
import { type SoundFormat, silentAac, silentMp3, silentPcm, silentWav } from '../system/sounds';
import type { Wx } from './convention';
import { ApiRefusal } from './convention';

type Options = WechatMiniprogram.RecorderManagerStartOption;
type Event =
  | 'start'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'error'
  | 'interruptionBegin'
  | 'interruptionEnd'
  | 'frameRecorded';
type Listener = (result: never) => void;

/** Milliseconds. [doc] */
const longest = 600_000;
const usual = 60_000;
/** Bit rates each sample rate allows. [doc: RecorderManager.start] */
const rates: Readonly<Record<number, readonly [number, number]>> = {
  8000: [16000, 48000],
  11025: [16000, 48000],
  12000: [24000, 64000],
  16000: [24000, 96000],
  22050: [32000, 128000],
  24000: [32000, 128000],
  32000: [48000, 192000],
  44100: [64000, 320000],
  48000: [64000, 320000],
};

/** What each format of `start` is in a file, and how silence is written in it. */
const formats: Readonly<Record<string, { readonly type: string; readonly silent: typeof silentMp3 }>> = {
  aac: { type: 'audio/aac', silent: silentAac },
  mp3: { type: 'audio/mpeg', silent: silentMp3 },
  wav: { type: 'audio/wav', silent: silentWav },
  pcm: { type: 'audio/pcm', silent: silentPcm },
};

/** The recorder: it has no microphone and records silence, or the sound that was put in from outside. */
export class Recorder {
  private readonly listeners = new Map<Event, Listener>();
  private running:
    | { readonly options: Required<Pick<Options, 'format'>> & SoundFormat; recorded: number; since: number }
    | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sound: Blob | undefined;
  private readonly light = h('div', 'recording-light', '正在录音');

  constructor(private readonly system: PhoneSystem) {}

  /** What the next recordings hold, instead of silence. Base64 of a sound file. */
  inject(base64: string, type: string): void {
    this.sound = new Blob([fromBase64(base64)], { type });
  }

  readonly manager = {
    start: (options: Options = {}) => void this.start(options).catch((error: Error) => this.failed(error)),
    pause: () => this.attempt(() => this.pause()),
    resume: () => this.attempt(() => this.resume()),
    stop: () => this.attempt(() => this.stop()),
    ...this.registrations(),
  } as unknown as ReturnType<Wx['getRecorderManager']>;

  private registrations() {
    const events: Event[] = [
      'start',
      'pause',
      'resume',
      'stop',
      'error',
      'interruptionBegin',
      'interruptionEnd',
      'frameRecorded',
    ];
    // One listener each: a second replaces the first. [doc]
    const entries = events.map((event) => {
      const name = `on${event[0]!.toUpperCase()}${event.slice(1)}`;
      return [name, (listener: Listener) => this.listeners.set(event, listener)] as const;
    });
    return Object.fromEntries(entries);
  }

  private async start(given: Options): Promise<void> {
    const {
      duration = usual,
      sampleRate = 8000,
      encodeBitRate = rates[sampleRate]?.[1] ?? 0,
      numberOfChannels = 2,
      format = 'aac',
    } = given;
    if (this.running) throw new ApiRefusal('is recording or paused');
    const [low, high] = rates[sampleRate] ?? [0, -1];
    if (encodeBitRate < low || encodeBitRate > high) throw new ApiRefusal('encodeBitRate not support');
    if (!(duration > 0 && duration <= longest))
      throw new ApiRefusal('duration should be between 0 and 600000');
    await this.system.privacy.need('麦克风', 'RecorderManager.start', 103);
    await this.system.permissions.need('scope.record');
    this.running = {
      options: { format, sampleRate, encodeBitRate, numberOfChannels },
      recorded: 0,
      since: 0,
    };
    this.run(duration);
    this.tell('start');
  }

  private run(left: number): void {
    this.running!.since = Date.now();
    this.timer = setTimeout(() => this.stop(), left);
    document.body.append(this.light);
  }

  private pause(): void {
    const { running } = this;
    if (!running || running.since === 0) throw new ApiRefusal('not recording');
    clearTimeout(this.timer);
    running.recorded += Date.now() - running.since;
    running.since = 0;
    this.tell('pause');
  }

  private resume(): void {
    if (this.running?.since !== 0) throw new ApiRefusal('not paused');
    this.run(longest - this.running.recorded);
    this.tell('resume');
  }

  private stop(): void {
    const { running } = this;
    if (!running) throw new ApiRefusal('recorder not start');
    clearTimeout(this.timer);
    this.light.remove();
    this.running = undefined;
    const duration = running.recorded + (running.since ? Date.now() - running.since : 0);
    const { content, suffix } = this.content(running.options, duration);
    const tempFilePath = localFiles.add(content, suffix);
    this.tell('stop', { tempFilePath, duration, fileSize: content.size });
  }

  private content({ format, ...sound }: { format: string } & SoundFormat, duration: number) {
    const { type, silent } = formats[format.toLowerCase()] ?? formats.pcm!;
    const suffix = `.${format.toLowerCase()}`;
    if (!this.sound) return { content: new Blob([silent(sound, duration)], { type }), suffix };
    if (this.sound.type === type) return { content: this.sound, suffix };
    // A file that says it is what it is not would hide a fault: it keeps its own kind.
    console.warn(`the recorder was asked for ${format}; the sound that was put in is ${this.sound.type}`);
    return { content: this.sound };
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failed(error as Error);
    }
  }

  private failed(error: Error): void {
    this.tell('error', { errMsg: `operateRecorder:fail ${error.message}` });
  }

  private tell(event: Event, result: object = {}): void {
    const listener = this.listeners.get(event);
    if (listener) setTimeout(() => listener(result as never));
  }
}
