import type { PendingPrompt } from './host/system/prompts';
import type { PageLink } from './server/pageLink';

export interface CardView {
  readonly id: number;
  readonly chat: string;
  readonly title: string;
  readonly path: string;
  readonly imageUrl: string;
  readonly sentAt: number;
}

export interface DeviceView {
  readonly clipboard: string;
  readonly brightness: number;
  readonly keepsScreenOn: boolean;
  readonly vibrations: readonly string[];
  readonly calls: readonly string[];
  readonly fontSizeScaleFactor: number;
  readonly network: 'online' | 'slow' | 'offline';
  readonly picturesAdded: number;
}

export interface Fix {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy?: number;
  readonly speed?: number;
}

/** What is done to one phone from outside: the person's answers and the world around. Positions are GCJ-02. */
export class PhoneControl {
  constructor(private readonly link: PageLink) {}

  /** Answers the question of this kind that is open, or the next one. Without an answer a question waits for a tap for ever. */
  async answerNext(kind: string, answer: unknown): Promise<void> {
    await this.ask('answerNext', { kind, answer });
  }

  /** The questions that wait, oldest first. */
  async pending(): Promise<readonly PendingPrompt[]> {
    return ((await this.ask('pending')) as { pending: PendingPrompt[] }).pending;
  }

  /** Waits until a question of this kind is open. */
  async asked(kind: string): Promise<PendingPrompt> {
    for (;;) {
      const heard = this.link.once('Phone.prompt');
      const open = (await this.pending()).find((prompt) => prompt.kind === kind);
      if (open) return open;
      await heard;
    }
  }

  /** `undefined` makes WeChat ask again. */
  async setPermission(scope: string, allowed: boolean | undefined): Promise<void> {
    await this.ask('setPermission', { scope, allowed: allowed ?? null });
  }

  async resetPrivacy(): Promise<void> {
    await this.ask('resetPrivacy');
  }

  /** `latency` in milliseconds; both count when the network is slow. */
  async setNetwork(
    network: DeviceView['network'],
    slowness: { latency?: number; bytesPerSecond?: number } = {},
  ): Promise<void> {
    await this.ask('setNetwork', { network, ...slowness });
  }

  async setFontSize(size: 'standard' | 'large' | 'extraLarge'): Promise<void> {
    await this.ask('setFontSize', { size });
  }

  async setTheme(name: 'light' | 'dark'): Promise<void> {
    await this.ask('setTheme', { name });
  }

  async setLocation(fix: Fix): Promise<void> {
    await this.ask('setLocation', fix);
  }

  /** A recorded walk; `interval` in milliseconds. */
  async playTrack(points: readonly Fix[], interval: number): Promise<void> {
    await this.ask('playTrack', { points, interval });
  }

  /** How `getLocation` fares within 30 s of a fix; forgets the last one. */
  async setLocationRule(rule: 'develop' | 'release'): Promise<void> {
    await this.ask('setLocationRule', { rule });
  }

  /** Puts a picture into the album; it is also what the camera takes next. */
  async addPicture(content: Uint8Array, type: string): Promise<void> {
    await this.ask('addPicture', { data: Buffer.from(content).toString('base64'), type });
  }

  /** A temporary file of the mini-program; the answer is its path. */
  async addFile(content: Uint8Array, type: string): Promise<string> {
    const data = Buffer.from(content).toString('base64');
    return ((await this.ask('addFile', { data, type })) as { path: string }).path;
  }

  async setRecording(content: Uint8Array, type: string): Promise<void> {
    await this.ask('setRecording', { data: Buffer.from(content).toString('base64'), type });
  }

  /** As if the user had pressed the keys for a screenshot. */
  async captureScreen(): Promise<{ readonly isBlack: boolean }> {
    return (await this.ask('captureScreen')) as { isBlack: boolean };
  }

  async offerUpdate(offer: 'none' | 'ready' | 'failed'): Promise<void> {
    await this.ask('offerUpdate', { offer });
  }

  /** Cards this phone's user has sent. */
  async cards(): Promise<readonly CardView[]> {
    return ((await this.ask('cards')) as { cards: CardView[] }).cards;
  }

  /** Opens a page as a tapped card (scene 1007) or message (1014) does. */
  async open(path: string, scene: number): Promise<void> {
    await this.ask('open', { path, scene });
  }

  async device(): Promise<DeviceView> {
    return (await this.ask('device')) as DeviceView;
  }

  private ask(name: string, params: object = {}): Promise<unknown> {
    return this.link.ask(`Phone.${name}`, params);
  }
}
