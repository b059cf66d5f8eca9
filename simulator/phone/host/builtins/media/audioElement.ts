import { DrawnElement } from '../shadow';
import { clockText, Playback } from './playback';

const style = `
:host { display: inline-block; max-width: 100%; }
.box { display: flex; align-items: center; gap: 12px; width: 300px; max-width: 100%; height: 65px; padding: 0 12px; box-sizing: border-box; border: 1px solid #e5e5e5; border-radius: 3px; background: #fcfcfc; color: #353535; font-size: 14px; }
.box[hidden] { display: none; }
button { width: 36px; height: 36px; border: 1px solid #c8c8c8; border-radius: 50%; background: #fff; color: #353535; cursor: pointer; }
.what { flex: 1; min-width: 0; }
.name, small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
small, .time { color: #888; font-size: 12px; }`;

const content = `<div class="box"><button></button><div class="what"><span class="name"></span><small></small></div><span class="time"></span></div>`;
const standInDuration = 10;

/** `<audio>`: says that it makes no sound; time goes on as if it did. */
export class AudioElement extends DrawnElement {
  readonly playback: Playback;
  private replaced: string | undefined;

  constructor() {
    super(style, content);
    this.playback = new Playback(() => standInDuration, {
      tell: (event) =>
        this.emit(
          event,
          event === 'timeupdate' ? { currentTime: this.playback.time, duration: standInDuration } : {},
        ),
      changed: () => this.draw(),
    });
    this.piece('button').addEventListener('click', () =>
      this.playback.isPlaying ? this.playback.pause() : this.playback.play(),
    );
  }

  /** `AudioContext.setSrc`. */
  setSource(source: string): void {
    this.replaced = source;
    this.playback.stop();
  }

  get source(): string {
    return this.replaced ?? this.text('src');
  }

  disconnectedCallback(): void {
    this.playback.halt();
  }

  protected override update(): void {
    this.playback.loop = this.flag('loop');
    this.draw();
  }

  private draw(): void {
    // Without controls an audio is not seen. [doc]
    this.piece('.box').hidden = !this.flag('controls');
    this.piece('button').textContent = this.playback.isPlaying ? '❚❚' : '▶';
    this.piece('.name').textContent = this.text('name', '未知音频');
    this.piece('small').textContent = `${this.text('author', '未知作者')} · 音频替身，没有声音`;
    this.piece('.time').textContent = clockText(this.playback.time);
  }
}
