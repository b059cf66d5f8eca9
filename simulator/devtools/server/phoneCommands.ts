import { CloudError } from '../../cloud/core/errors';
import { PhoneControl } from '../../phone/control';
import type { PageLink } from '../../phone/server/pageLink';
import type { SetDataRecord } from './setDataFigures';

/** Text sizes of the phone's settings. */
export type FontSize = 'standard' | 'large' | 'extraLarge';

export type Network = 'online' | 'slow' | 'offline';

/** No browser has the phone's page open just now. */
export const notRunning = 'PHONE_NOT_RUNNING';

/** What the devtools ask of a running phone beyond `PhoneControl`, over the same line to its page. */
export class PhoneCommands {
  readonly control: PhoneControl;

  constructor(private readonly link: PageLink) {
    this.control = new PhoneControl(link);
  }

  /** Does something with the phone; one that is not running is refused by that name. */
  async do<T>(work: (control: PhoneControl) => Promise<T>): Promise<T> {
    try {
      return await work(this.control);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw message === 'the phone is not running' ? new CloudError(notRunning, message) : error;
    }
  }

  currentPath(): Promise<string> {
    return this.do(async () => {
      const { path } = (await this.link.ask('App.getCurrentPage', {})) as { path: string };
      return path;
    });
  }

  setDataRecords(): Promise<readonly SetDataRecord[]> {
    return this.do(async () => {
      const answer = await this.link.ask('Phone.setDataRecords', {});
      return (answer as { records: SetDataRecord[] }).records;
    });
  }

  async clearStorage(): Promise<void> {
    await this.do(() => this.link.ask('App.callWxMethod', { method: 'clearStorageSync', args: [] }));
  }

  async setHidden(hidden: boolean): Promise<void> {
    await this.do(() => this.link.ask(hidden ? 'Phone.hide' : 'Phone.show', {}));
  }

  /** The page on top, as wxml. */
  wxml(): Promise<string> {
    return this.do(async () => {
      const { pageId } = (await this.link.ask('App.getCurrentPage', {})) as { pageId: number };
      const found = await this.link.ask('Page.getElementsByXpath', { pageId, selector: '/*' });
      const { elements } = found as { elements: { elementId: string }[] };
      const texts = elements.map(({ elementId }) =>
        this.link.ask('Element.getWXML', { pageId, elementId, type: 'outer' }),
      );
      return ((await Promise.all(texts)) as { wxml: string }[]).map(({ wxml }) => wxml).join('');
    });
  }
}
