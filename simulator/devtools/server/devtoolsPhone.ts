import { CloudError } from '../../cloud/core/errors';
import { PhoneServer } from '../../phone/server/server';
import { logIn } from '../../phone/server/session';
import { AutomationServer } from '../automation/server';
import type { Position, Walk } from '../walk/walk';
import {
  type FontSize,
  type Network,
  notRunning,
  type OpenPayment,
  PhoneCommands,
  type Theme,
} from './phoneCommands';
import type { PhoneSetting, PhoneView, SentCard, Settings } from './phoneView';
import { Relay } from './relay';
import { SetDataGauge } from './setDataFigures';
import { Walking } from './walking';

export interface DevtoolsPhoneOptions {
  readonly id: string;
  readonly openid: string;
  /** Where its page is served, if that is free. The browser keeps the storage of each port apart. */
  readonly port: number;
  readonly gatewayUrl: string;
  /** The folder of the built mini-program. */
  readonly miniprogram: string;
  /** Business time, milliseconds. */
  readonly now: () => Promise<number>;
  /** Whether what the browser kept of this phone is to be forgotten when its page is loaded. */
  readonly beginsEmpty: () => boolean;
  /** Told when its page was loaded. */
  readonly loaded: () => void;
  /** Told of every card that this phone's user sends to a chat. */
  readonly cardSent: (card: SentCard) => void;
}

interface Seen {
  readonly path?: string;
  readonly payment?: OpenPayment;
}

/** A phone on the control page: its server, and the network between it and the cloud. Its page runs in the browser's iframe. */
export class DevtoolsPhone {
  readonly commands: PhoneCommands;
  private readonly gauge = new SetDataGauge();
  private readonly walking: Walking;
  private position: Position | undefined;
  private isHidden = false;
  // What is not loaded yet is a white screen.
  private barText: PhoneView['barText'] = 'black';
  private exceptions: string[] = [];
  private seen: Seen = {};

  private constructor(
    private readonly options: DevtoolsPhoneOptions,
    private readonly server: PhoneServer,
    private readonly line: Relay,
    private readonly door: Relay,
    private readonly automation: AutomationServer,
    private readonly addresses: { readonly url: string; readonly automatorUrl: string },
    private readonly settings: Settings,
  ) {
    this.commands = new PhoneCommands(server.link);
    this.walking = new Walking({ now: options.now, move: (position) => this.move(position) });
    server.link.onEvent((method, params) => this.heard(method, params));
  }

  /** Logs in and serves the phone. */
  static async start(options: DevtoolsPhoneOptions): Promise<DevtoolsPhone> {
    const { gatewayUrl, openid, miniprogram, beginsEmpty } = options;
    const session = await logIn(gatewayUrl, openid);
    const cloud = new URL(gatewayUrl);
    const line = new Relay(Number(cloud.port));
    cloud.port = String(await line.listen());
    const settings: Settings = { network: 'online', fontSize: 'standard', theme: 'light' };
    const server = new PhoneServer({
      gatewayUrl: cloud.href,
      session,
      miniprogram,
      settings: () => settings,
      beginsEmpty,
    });
    const door = new Relay(Number(new URL(await server.start()).port));
    const port = await door.listen(options.port);
    const commands = new PhoneCommands(server.link);
    const automation = new AutomationServer(server.link, async () =>
      (await commands.picture()).toString('base64'),
    );
    const addresses = { url: `http://127.0.0.1:${port}/`, automatorUrl: await automation.start(0) };
    return new DevtoolsPhone(options, server, line, door, automation, addresses, settings);
  }

  get id(): string {
    return this.options.id;
  }

  get port(): number {
    return Number(new URL(this.addresses.url).port);
  }

  get openid(): string {
    return this.options.openid;
  }

  async view(): Promise<PhoneView> {
    const { id, openid, addresses, settings, isHidden, position, exceptions, barText } = this;
    const { path, payment } = await this.look();
    return {
      id,
      openid,
      ...addresses,
      ...settings,
      isHidden,
      ...(position && { position }),
      isWalking: this.walking.isOn,
      ...(path !== undefined && { path }),
      barText,
      setData: this.gauge.figures(Date.now()),
      ...(payment && { payment }),
      exceptions: exceptions.length,
      ...(exceptions.length > 0 && { latestException: exceptions.at(-1) }),
    };
  }

  /**
   * The phone itself is slow or offline. Offline, the line to the cloud is cut as well: what the phone does not send itself, like a
   * watch, breaks off too.
   */
  async setNetwork(network: Network): Promise<void> {
    this.settings.network = network;
    if (network === 'offline') this.line.cut();
    else this.line.mend();
    await this.tell(() => this.commands.control.setNetwork(network));
  }

  async setFontSize(size: FontSize): Promise<void> {
    this.settings.fontSize = size;
    await this.tell(() => this.commands.control.setFontSize(size));
  }

  async setTheme(theme: Theme): Promise<void> {
    this.settings.theme = theme;
    await this.tell(() => this.commands.control.setTheme(theme));
  }

  /** Puts the phone somewhere; a walk ends. */
  async setLocation(position: Position): Promise<void> {
    this.walking.stop();
    await this.move(position);
  }

  /** Plays a recorded walk from its beginning; undefined ends it where it is. */
  async walk(walk: Walk | undefined): Promise<void> {
    if (walk) await this.walking.begin(walk);
    else this.walking.stop();
  }

  get setting(): PhoneSetting {
    const { openid, settings, position, walking } = this;
    return {
      openid,
      ...settings,
      ...(position && { position }),
      ...(walking.current && { walk: walking.current }),
    };
  }

  async set({ network, fontSize, theme, position, walk }: Omit<PhoneSetting, 'openid'>): Promise<void> {
    await this.setNetwork(network);
    await this.setFontSize(fontSize);
    await this.setTheme(theme);
    if (position) await this.setLocation(position);
    if (walk) await this.walk(walk);
  }

  async setHidden(hidden: boolean): Promise<void> {
    await this.commands.setHidden(hidden);
    this.isHidden = hidden;
  }

  /** What the scanner finds: now if it is open, else when it opens next. */
  async scan(result: string): Promise<void> {
    await this.commands.do((control) => control.answerNext('scanCode', result));
  }

  /** Opens a page as a tapped message or card does. A phone in the background comes to the front. */
  async open(path: string, scene: number): Promise<void> {
    if (this.isHidden) await this.setHidden(false);
    await this.commands.do((control) => control.open(path, scene));
  }

  async stop(): Promise<void> {
    this.walking.stop();
    await Promise.all([this.door.close(), this.line.close(), this.automation.stop()]);
    await this.server.stop();
  }

  /** The page on top and the wallet; a phone whose page is not loaded yet has neither. */
  private async look(): Promise<Seen> {
    try {
      const { commands } = this;
      const [path, records, payment] = await withinSecond(
        Promise.all([commands.currentPath(), commands.setDataRecords(), commands.openPayment()]),
      );
      this.gauge.take(records, Date.now());
      this.seen = { path, ...(payment && { payment }) };
      return this.seen;
    } catch (error) {
      // One that is busy shows what it showed.
      if (error instanceof CloudError) this.seen = {};
      return this.seen;
    }
  }

  private async move(position: Position): Promise<void> {
    this.position = position;
    await this.tell(() => this.commands.control.setLocation(position));
  }

  /** A setting: a phone that is not running hears of it when it is. */
  private async tell(setting: () => Promise<void>): Promise<void> {
    try {
      await this.commands.do(setting);
    } catch (error) {
      if (!(error instanceof CloudError && error.code === notRunning)) throw error;
    }
  }

  private heard(method: string, params: unknown): void {
    if (method === 'Phone.ready') void this.loadedAnew();
    if (method === 'Phone.barText') this.barText = (params as { colour: PhoneView['barText'] }).colour;
    if (method === 'Phone.card') this.options.cardSent(params as SentCard);
    if (method === 'App.exceptionThrown') {
      const { exception } = params as { exception?: { message?: string } };
      this.exceptions.push(exception?.message ?? 'an exception without a message');
    }
  }

  /** A phone that was loaded anew began with its settings; what changed while it was loading, and where it is, it hears now. */
  private async loadedAnew(): Promise<void> {
    this.options.loaded();
    this.gauge.restart();
    this.exceptions = [];
    this.seen = {};
    this.isHidden = false;
    const { settings, position, commands } = this;
    await this.tell(() => commands.control.setNetwork(settings.network));
    await this.tell(() => commands.control.setFontSize(settings.fontSize));
    await this.tell(() => commands.control.setTheme(settings.theme));
    if (position) await this.tell(() => commands.control.setLocation(position));
  }
}

function withinSecond<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the phone is busy')), 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
