import { CloudError } from '../../cloud/core/errors';
import { PhoneControl } from '../../phone/control';
import type { PageLink } from '../../phone/server/pageLink';
import { type AuditReport, type Judgement, judge } from '../automation/audits';
import type { SetDataRecord } from './setDataFigures';

/** An order that its payer looks at in the wallet; a field is absent when the cloud does not know the order. */
export interface OpenPayment {
  /** Whole fen. */
  readonly totalFee?: number;
  readonly body?: string;
  readonly outTradeNo?: string;
}

export type PayChoice = 'pay' | 'cancel' | 'wrongPassword';

/** Text sizes of the phone's settings. */
export type FontSize = 'standard' | 'large' | 'extraLarge';

/** The phone's own setting; a mini-program sees it only with `darkmode` in its app.json. */
export type Theme = 'light' | 'dark';

export type Network = 'online' | 'slow' | 'offline';

/** No browser has the phone's page open just now. */
export const notRunning = 'PHONE_NOT_RUNNING';

/** How the line to the page says so, before a question and in the middle of one. */
const gone: readonly string[] = [
  'the phone is not running',
  'the phone was closed',
  'the phone was loaded anew',
];

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
      throw gone.includes(message) ? new CloudError(notRunning, message) : error;
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

  /** The order the wallet is open on, if it is. */
  openPayment(): Promise<OpenPayment | undefined> {
    return this.do(async (control) => {
      const open = (await control.pending()).find(({ kind }) => kind === 'requestPayment');
      return open?.details as OpenPayment | undefined;
    });
  }

  /** What the phone's owner does with the wallet that is open. Refuses when it is not. */
  async pay(choice: PayChoice): Promise<void> {
    if (!(await this.openPayment())) throw new CloudError('NOTHING_TO_PAY', 'the wallet is not open');
    await this.do((control) => control.answerNext('requestPayment', choice));
  }

  /** The screen as a PNG. */
  picture(): Promise<Buffer> {
    return this.do(async () => {
      const { png } = (await this.link.ask('Phone.picture', {})) as { png: string };
      return Buffer.from(png, 'base64');
    });
  }

  /** What was gathered since the phone was loaded, against WeChat's limits. */
  audits(): Promise<readonly Judgement[]> {
    return this.do(async () => judge((await this.link.ask('Phone.audit', {})) as AuditReport));
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
