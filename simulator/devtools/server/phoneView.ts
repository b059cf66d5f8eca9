import type { Position, Walk } from '../walk/walk';
import type { FontSize, Network, OpenPayment, Theme } from './phoneCommands';
import type { SetDataFigures } from './setDataFigures';

/** A card as it leaves a phone; `path` with its query. */
export interface SentCard {
  readonly chat: string;
  readonly title: string;
  readonly path: string;
}

/** One phone as the control page shows it. */
export interface PhoneView {
  readonly id: string;
  readonly openid: string;
  /** The phone's page, for an iframe. */
  readonly url: string;
  /** For `automator.connect({ wsEndpoint })`; answers while a browser shows the page. */
  readonly automatorUrl: string;
  readonly fontSize: FontSize;
  readonly network: Network;
  readonly theme: Theme;
  readonly isHidden: boolean;
  readonly position?: Position;
  readonly isWalking: boolean;
  /** The page on top; absent until the phone has opened one. */
  readonly path?: string;
  /** The colour of what stands in the status bar. */
  readonly barText: 'black' | 'white';
  readonly setData: SetDataFigures;
  /** What its owner is asked to pay at the moment. */
  readonly payment?: OpenPayment;
  /** Uncaught exceptions since the phone was loaded, and the latest. */
  readonly exceptions: number;
  readonly latestException?: string;
}

/** What a phone is loaded with. */
export interface Settings {
  network: Network;
  fontSize: FontSize;
  theme: Theme;
}

/** What a phone is set to from outside, and may be set to again. */
export interface PhoneSetting extends Readonly<Settings> {
  readonly openid: string;
  readonly position?: Position;
  /** Played from its beginning. */
  readonly walk?: Walk;
}
