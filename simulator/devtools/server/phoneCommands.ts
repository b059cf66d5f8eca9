import { CloudError } from '../../cloud/core/errors';
import type { PageLink } from '../../phone/server/pageLink';
import type { Network } from './relay';
import type { SetDataRecord } from './setDataFigures';

/** Text sizes of the phone's settings, as WeChat's `fontSizeScaleFactor` names them. */
export type FontSize = 'standard' | 'large' | 'extraLarge';

/** Degrees in GCJ-02, metres. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number;
}

/** A command this phone does not know. */
export class NotUnderstood extends CloudError {
  constructor(message: string) {
    super('PHONE_DOES_NOT_UNDERSTAND', message);
  }
}

/** What the devtools ask of a running phone, over the line to its page; one that the phone does not know is refused by name. */
export class PhoneCommands {
  constructor(private readonly link: Pick<PageLink, 'ask'>) {}

  async currentPath(): Promise<string> {
    const { path } = (await this.ask('App.getCurrentPage')) as { path: string };
    return path;
  }

  async setDataRecords(): Promise<readonly SetDataRecord[]> {
    const { records } = (await this.ask('Phone.setDataRecords')) as { records: SetDataRecord[] };
    return records;
  }

  /** Opens a page as a tapped message does: nothing stays open below it. */
  async open(url: string): Promise<void> {
    await this.ask('App.callWxMethod', { method: 'reLaunch', args: [{ url }] });
  }

  async clearStorage(): Promise<void> {
    await this.ask('App.callWxMethod', { method: 'clearStorageSync', args: [] });
  }

  /** The page on top, as wxml. */
  async wxml(): Promise<string> {
    const { pageId } = (await this.ask('App.getCurrentPage')) as { pageId: number };
    const { elementId } = (await this.ask('Page.getElement', { pageId, selector: 'page' })) as {
      elementId: string;
    };
    const { wxml } = (await this.ask('Element.getWXML', { pageId, elementId, type: 'outer' })) as {
      wxml: string;
    };
    return wxml;
  }

  setNetwork(network: Network): Promise<unknown> {
    return this.ask('Phone.setNetwork', { network });
  }

  setFontSize(size: FontSize): Promise<unknown> {
    return this.ask('Phone.setFontSize', { size });
  }

  setLocation(position: Position): Promise<unknown> {
    return this.ask('Phone.setLocation', { ...position });
  }

  /** What the next `wx.scanCode` finds. */
  queueScan(result: string): Promise<unknown> {
    return this.ask('Phone.queueScan', { result, scanType: 'QR_CODE' });
  }

  setHidden(hidden: boolean): Promise<unknown> {
    return this.ask(hidden ? 'Phone.hide' : 'Phone.show');
  }

  private async ask(method: string, params: object = {}): Promise<unknown> {
    try {
      return await this.link.ask(method, params);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message.endsWith('is not supported by the simulator')) throw new NotUnderstood(message);
      throw error;
    }
  }
}
