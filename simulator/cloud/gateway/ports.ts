import type { AdminActions } from '../core/admin';
import type { RulesFile } from '../core/project';
import type { StorageService } from '../storage/service';
import type { UserService } from '../users/service';

/** Runs cloud functions. */
export interface FunctionPort {
  invoke(invocation: {
    readonly name: string;
    readonly event?: unknown;
    readonly caller: {
      readonly openid: string;
      readonly unionid: string;
      readonly source: string;
      readonly clientIp: string;
    };
    readonly requestId: string;
  }): Promise<{ readonly result: string; readonly requestId: string }>;
}

/** The document database as the rules need it; the operations themselves are its admin actions. */
export interface DatabasePort {
  readonly actions: AdminActions;
  /** Refuses a collection that does not exist. */
  collectionRules(name: string): RulesFile;
  get(collection: string, id: string): { [field: string]: unknown } | undefined;
}

/** The five values `wx.requestPayment` takes. */
export interface PaymentFields {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** The user's wallet. It answers as `wx.requestPayment` does, also when nothing was paid. */
export interface WalletPort {
  pay(request: {
    readonly openid: string;
    readonly payment: PaymentFields;
    readonly choice: 'pay' | 'cancel' | 'wrongPassword';
  }): Promise<object> | object;
}

/** Subscription messages: consents, and what was delivered. */
export interface MessagePort {
  answer(openid: string, answers: Readonly<Record<string, string>>): object;
  subscriptions(openid: string): object;
  delivered(query: { readonly openid: string; readonly after: number }): readonly object[];
}

/** Mints what `getPhoneNumber` hands to the mini-program. */
export interface PhoneCodePort {
  mint(openid: string): string;
}

export interface GatewayPorts {
  readonly users: UserService;
  readonly storage: StorageService;
  readonly functions: FunctionPort;
  readonly database: DatabasePort;
  readonly wallet: WalletPort;
  readonly messages: MessagePort;
  readonly phoneCodes: PhoneCodePort;
}
