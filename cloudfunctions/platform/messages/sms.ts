/** The road beside WeChat: a text message to a phone number. A provider is a driver of this. */
export interface SmsDriver {
  readonly name: string;
  send(sms: { readonly phone: string; readonly text: string }): Promise<SmsOutcome>;
}

export type SmsOutcome =
  | { readonly kind: 'sent' }
  /** There is no provider: the person goes on the list of those not reached. */
  | { readonly kind: 'notConfigured' }
  | { readonly kind: 'failed'; readonly reason: string };

/** No provider has been chosen (WeChat Cloud's own is for marketing by day; others need a contract). */
export const noSms: SmsDriver = { name: 'noneConfigured', send: async () => ({ kind: 'notConfigured' }) };
