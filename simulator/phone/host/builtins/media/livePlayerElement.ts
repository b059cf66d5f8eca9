import { DrawnElement } from '../shadow';
import { standInStyle } from '../standIn';

const style = `
:host { display: inline-block; position: relative; width: 300px; height: 225px; }
${standInStyle}
.stand-in { background: #16181c; box-shadow: none; color: #d1d5db; }
.over { position: absolute; inset: 0; pointer-events: none; }
::slotted(*) { pointer-events: auto; }`;

/** Codes of `statechange`. [doc] */
const connected = 2001;
const begun = 2004;
const ended = 2006;

/** `<live-player>`: no stream is received; it says so, and tells the states a player goes through. */
export class LivePlayerElement extends DrawnElement {
  private isPlaying = false;
  private isMuted = false;
  private source: string | undefined;

  constructor() {
    super(
      style,
      '<div class="stand-in">直播替身，不接收画面<small></small></div><div class="over"><slot></slot></div>',
    );
  }

  play(): void {
    if (this.isPlaying) return;
    this.isPlaying = true;
    this.tell(connected, 'connected');
    this.tell(begun, 'play begin');
    this.draw();
  }

  stop(): void {
    if (this.isPlaying) this.tell(ended, 'play end');
    this.isPlaying = false;
    this.draw();
  }

  mute(): void {
    this.isMuted = !this.isMuted;
    this.draw();
  }

  setFullScreen(fullScreen: boolean): void {
    this.emit('fullscreenchange', { fullScreen, direction: 'vertical' });
  }

  protected override update(): void {
    const source = this.text('src');
    if (source !== this.source) {
      this.source = source;
      this.stop();
      if (source && this.flag('autoplay')) this.play();
    }
    this.draw();
  }

  private tell(code: number, message: string): void {
    this.emit('statechange', { code, message });
  }

  private draw(): void {
    const state = this.isPlaying ? '播放中' : '已停止';
    this.piece('small').textContent = this.isMuted || this.flag('muted') ? `${state} · 静音` : state;
  }
}
