import type { Judgement } from '../../automation/audits';
import type { ChatCard } from '../../server/cards';
import type { OpenPayment, PayChoice } from '../../server/phoneCommands';
import type { PhoneView } from '../../server/phoneView';
import type { ScenarioView } from '../../server/scenarios';

export type { FontSize, Network, Theme } from '../../server/phoneCommands';
export type { ChatCard, Judgement, OpenPayment, PayChoice, PhoneView, ScenarioView };

/** What the cloud's control interface answers, as far as this page reads it. Instants are milliseconds, money is fen. */
export interface User {
  readonly openid: string;
  readonly name: string;
  readonly nickname: string;
  readonly phone: string;
}

export interface Call {
  readonly id: number;
  readonly at: number;
  readonly kind: string;
  readonly who: string;
  readonly what: string;
  readonly milliseconds: number;
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly detail?: string;
  readonly requestId?: string;
  readonly isCold?: boolean;
  readonly lines?: readonly string[];
}

export interface Message {
  readonly id: number;
  readonly openid: string;
  readonly title: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly page?: string;
  readonly at: number;
}

export interface Appointment {
  /** With its zone. */
  readonly at: string;
  readonly kind: string;
  readonly key: string | null;
}

export interface FaultInForce {
  readonly id: string;
  /** How often it still strikes; null without end. */
  readonly left: number | null;
}

export interface Order {
  readonly id: number;
  readonly outTradeNo: string;
  readonly body: string;
  readonly totalFee: number;
  readonly state: 'NOTPAY' | 'USERPAYING' | 'PAYERROR' | 'SUCCESS' | 'REFUND' | 'CLOSED';
  readonly createdAt: number;
}
