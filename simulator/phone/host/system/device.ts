/** Text sizes of the phone's settings by WeChat's `fontSizeScaleFactor`; 1.4 is what 关怀模式 sets. [doc: 适老化设计指南] */
export const fontScales = { standard: 1, large: 1.2, extraLarge: 1.4 } as const;

/** Pixels of ordinary text. [measured: DevTools] */
const ordinaryText = 16;

/** Parts of the phone that a mini-program sets going, and what became of them: tests and devtools look here. */
export class Device {
  clipboard = '';
  /** 0 to 1. */
  brightness = 0.5;
  keepsScreenOn = false;
  /** `hidden`: a screenshot is black. */
  visualEffectOnCapture: 'none' | 'hidden' = 'none';
  /** Every vibration since the phone was loaded: `long`, or how hard a short one was. */
  readonly vibrations: string[] = [];
  /** Numbers that were called. */
  readonly calls: string[] = [];
  private scale = 1;

  get fontSizeScaleFactor(): number {
    return this.scale;
  }

  get fontSizeSetting(): number {
    return Math.round(ordinaryText * this.scale * 10) / 10;
  }

  /** Text that follows the system (`page-font-size="system"`) changes at once; everything else the mini-program does itself. */
  setFontScale(scale: number): void {
    if (!(scale >= 0.8 && scale <= 2)) throw new Error(`a font scale is between 0.8 and 2, not ${scale}`);
    this.scale = scale;
    document.documentElement.style.setProperty('--system-font-size', `${this.fontSizeSetting}px`);
  }

  vibrate(how: string): void {
    this.vibrations.push(how);
    document.body.classList.add('is-vibrating');
    setTimeout(() => document.body.classList.remove('is-vibrating'), how === 'long' ? 400 : 60);
  }

  setBrightness(value: number): void {
    this.brightness = value;
    document.documentElement.style.setProperty('--screen-dimness', String(Math.max(0, 0.5 - value)));
  }
}

export const device = new Device();
