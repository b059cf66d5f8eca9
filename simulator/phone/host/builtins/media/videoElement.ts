import { assetUrl, pagePathOf } from '../assets';
import { DrawnElement } from '../shadow';
import { clockText, Playback } from './playback';

const style = `
:host { display: inline-block; position: relative; width: 300px; height: 225px; overflow: hidden; background: #16181c; color: #fff; }
:host([data-full]) { position: fixed; inset: 0; width: 100% !important; height: 100% !important; z-index: 50; }
img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
img[hidden], .bar[hidden], .start[hidden] { display: none; }
.note { position: absolute; left: 10px; top: 8px; padding: 2px 6px; border-radius: 3px; background: rgb(0 0 0 / 50%); font-size: 11px; line-height: 16px; }
.start, .toggle { border: 0; padding: 0; background: none; color: #fff; font: inherit; cursor: pointer; }
.start { position: absolute; left: 50%; top: 50%; width: 56px; height: 56px; margin: -28px; border-radius: 50%; background: rgb(0 0 0 / 45%); }
.start::before { content: ""; display: block; margin-left: 22px; width: 0; border: solid transparent; border-width: 10px 0 10px 16px; border-left-color: #fff; }
.bar { position: absolute; inset: auto 0 0; height: 36px; padding: 0 10px; display: flex; align-items: center; gap: 8px; background: linear-gradient(transparent, rgb(0 0 0 / 60%)); font-size: 12px; }
.toggle { width: 24px; font-size: 14px; }
.track { flex: 1; height: 2px; background: rgb(255 255 255 / 40%); }
.done { height: 100%; width: 0; background: #fff; }
.over { position: absolute; inset: 0; pointer-events: none; }
::slotted(*) { pointer-events: auto; }`;

const content = `<img alt="" hidden draggable="false"><div class="note">视频替身，不播放画面和声音</div>
<button class="start" aria-label="播放"></button>
<div class="bar"><button class="toggle"></button><span class="now"></span><div class="track"><div class="done"></div></div><span class="all"></span></div>
<div class="over"><slot></slot></div>`;

/** Seconds a film lasts that does not say so. */
const standInDuration = 10;

/** `<video>`: shows its poster and says that it is a stand-in; time goes on and is told as if the film were played. */
export class VideoElement extends DrawnElement {
  readonly playback: Playback;
  private source: string | undefined;
  private poster: string | undefined;

  constructor() {
    super(style, content);
    this.playback = new Playback(() => this.number('duration', standInDuration), {
      tell: (event) => this.emit(event, event === 'timeupdate' ? this.progress : {}),
      changed: () => this.draw(),
    });
    this.piece('.start').addEventListener('click', () => this.playback.play());
    this.piece('.toggle').addEventListener('click', () =>
      this.playback.isPlaying ? this.playback.pause() : this.playback.play(),
    );
  }

  setFullScreen(on: boolean): void {
    if (this.hasAttribute('data-full') === on) return;
    this.toggleAttribute('data-full', on);
    this.emit('fullscreenchange', { fullScreen: on, direction: 'vertical' });
  }

  disconnectedCallback(): void {
    this.playback.halt();
  }

  protected override update(): void {
    this.playback.loop = this.flag('loop');
    void this.showPoster(this.text('poster'));
    this.draw();
    const source = this.text('src');
    if (source === this.source) return;
    this.source = source;
    this.playback.stop();
    if (!source) return;
    this.emit('loadedmetadata', { width: 320, height: 240, duration: this.playback.duration() });
    const from = this.number('initial-time', 0);
    if (from > 0) this.playback.seek(from);
    if (this.flag('autoplay')) this.playback.play();
  }

  private get progress() {
    return { currentTime: this.playback.time, duration: this.playback.duration() };
  }

  private async showPoster(poster: string): Promise<void> {
    if (poster === this.poster) return;
    this.poster = poster;
    const picture = this.piece<HTMLElement>('img') as HTMLImageElement;
    const url = await assetUrl(poster, pagePathOf(this));
    picture.hidden = url === '';
    if (url !== '') picture.src = url;
  }

  private draw(): void {
    const { isPlaying, time } = this.playback;
    const duration = this.playback.duration();
    const hasControls = this.flag('controls', true);
    this.piece('.bar').hidden = !hasControls;
    this.piece('.start').hidden = isPlaying || time > 0 || !this.flag('show-center-play-btn', true);
    this.piece('.toggle').textContent = isPlaying ? '❚❚' : '▶';
    this.piece('.toggle').setAttribute('aria-label', isPlaying ? '暂停' : '播放');
    this.piece('.now').textContent = clockText(time);
    this.piece('.all').textContent = clockText(duration);
    this.piece('.done').style.width = `${duration > 0 ? (100 * time) / duration : 0}%`;
  }
}
