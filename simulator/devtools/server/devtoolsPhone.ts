import { PhoneServer } from '../../phone/server/server';
import { logIn } from '../../phone/server/session';
import { barText } from './barText';
import { type FontSize, NotUnderstood, PhoneCommands, type Position } from './phoneCommands';
import { portFor } from './portFor';
import { type Network, Relay } from './relay';
import { type SetDataFigures, SetDataGauge } from './setDataFigures';

export interface DevtoolsPhoneOptions {
  readonly id: string;
  readonly openid: string;
  readonly gatewayUrl: string;
  /** The folder of the built mini-program. */
  readonly miniprogram: string;
}

/** One phone as the control page shows it. */
export interface PhoneView {
  readonly id: string;
  readonly openid: string;
  /** The phone's page, for an iframe. */
  readonly url: string;
  readonly fontSize: FontSize;
  readonly network: Network;
  readonly isHidden: boolean;
  readonly position?: Position;
  /** The page on top; absent until the phone has opened one. */
  readonly path?: string;
  /** The colour of what stands in the status bar. */
  readonly barText: 'black' | 'white';
  readonly setData: SetDataFigures;
  /** Uncaught exceptions since the phone was loaded, and the latest. */
  readonly exceptions: number;
  readonly latestException?: string;
}

/** A phone on the control page: its server, and the network between it and the cloud. Its page runs in the browser's iframe. */
export class DevtoolsPhone {
  private readonly commands: PhoneCommands;
  private readonly gauge = new SetDataGauge();
  private fontSize: FontSize = 'standard';
  private network: Network = 'online';
  private position: Position | undefined;
  private isHidden = false;
  private exceptions: string[] = [];

  private constructor(
    private readonly options: DevtoolsPhoneOptions,
    private readonly server: PhoneServer,
    private readonly line: Relay,
    private readonly door: Relay,
    private readonly url: string,
  ) {
    this.commands = new PhoneCommands(server.link);
    server.link.onEvent((method, params) => this.heard(method, params));
  }

  /** Logs in and serves the phone at the address that is always this user's, so that the browser keeps its storage apart. */
  static async start(options: DevtoolsPhoneOptions): Promise<DevtoolsPhone> {
    const { gatewayUrl, openid, miniprogram } = options;
    const session = await logIn(gatewayUrl, openid);
    const cloud = new URL(gatewayUrl);
    const line = new Relay(Number(cloud.port));
    cloud.port = String(await line.listen());
    const server = new PhoneServer({ gatewayUrl: cloud.href, session, miniprogram });
    const door = new Relay(Number(new URL(await server.start()).port));
    const port = await door.listen(portFor(openid));
    return new DevtoolsPhone(options, server, line, door, `http://127.0.0.1:${port}/`);
  }

  get id(): string {
    return this.options.id;
  }

  get openid(): string {
    return this.options.openid;
  }

  async view(): Promise<PhoneView> {
    const { id, openid, url, fontSize, network, isHidden, position, exceptions } = this;
    const path = await this.look();
    return {
      id,
      openid,
      url,
      fontSize,
      network,
      isHidden,
      ...(position && { position }),
      ...(path !== undefined && { path }),
      barText: barText(this.options.miniprogram, path),
      setData: this.gauge.figures(Date.now()),
      exceptions: exceptions.length,
      ...(exceptions.length > 0 && { latestException: exceptions.at(-1) }),
    };
  }

  /** The network changes at once; whether the phone can also tell its mini-program is the answer. */
  async setNetwork(network: Network): Promise<{ readonly isTold: boolean }> {
    this.network = network;
    this.line.setNetwork(network);
    return { isTold: await isUnderstood(this.commands.setNetwork(network)) };
  }

  async setFontSize(size: FontSize): Promise<void> {
    await this.commands.setFontSize(size);
    this.fontSize = size;
  }

  async setLocation(position: Position): Promise<void> {
    await this.commands.setLocation(position);
    this.position = position;
  }

  async setHidden(hidden: boolean): Promise<void> {
    await this.commands.setHidden(hidden);
    this.isHidden = hidden;
  }

  async queueScan(result: string): Promise<void> {
    await this.commands.queueScan(result);
  }

  /** Opens a page as a tapped message does. A phone in the background comes to the front. */
  async open(url: string): Promise<void> {
    if (this.isHidden) await this.setHidden(false);
    await this.commands.open(url);
  }

  wxml(): Promise<string> {
    return this.commands.wxml();
  }

  async clearStorage(): Promise<void> {
    await withinSecond(this.commands.clearStorage());
  }

  async stop(): Promise<void> {
    await Promise.all([this.door.close(), this.line.close()]);
    await this.server.stop();
  }

  /** The path of the page on top; a phone whose page is not loaded yet has none. */
  private async look(): Promise<string | undefined> {
    try {
      const [path, records] = await withinSecond(
        Promise.all([this.commands.currentPath(), this.commands.setDataRecords()]),
      );
      this.gauge.take(records, Date.now());
      return path;
    } catch {
      return undefined;
    }
  }

  private heard(method: string, params: unknown): void {
    if (method === 'Phone.ready') void this.loadedAnew();
    if (method === 'App.exceptionThrown') {
      const { exception } = params as { exception?: { message?: string } };
      this.exceptions.push(exception?.message ?? 'an exception without a message');
    }
  }

  /** A phone that was loaded anew knows nothing of its settings. */
  private async loadedAnew(): Promise<void> {
    this.gauge.restart();
    this.exceptions = [];
    this.isHidden = false;
    if (this.network !== 'online') await isUnderstood(this.commands.setNetwork(this.network));
    if (this.fontSize !== 'standard') await isUnderstood(this.commands.setFontSize(this.fontSize));
    if (this.position) await isUnderstood(this.commands.setLocation(this.position));
  }
}

async function isUnderstood(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    if (error instanceof NotUnderstood) return false;
    // A phone that is being loaded is told when it is ready.
    return true;
  }
}

function withinSecond<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the phone is busy')), 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
