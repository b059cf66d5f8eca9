/** What people are told about. The messages module knows the words, the template and the second road of each. */
export type MessageKind =
  | 'memberJoined'
  | 'memberLeft'
  | 'membershipEnded'
  | 'bindingAsked'
  | 'bindingApproved'
  | 'bindingRejected'
  | 'objectionRaised'
  | 'objectionDecided'
  | 'billsDrafted'
  | 'billPublished'
  | 'billChanged'
  | 'billQuestioned'
  | 'billAnswered'
  | 'paymentReceived'
  | 'moneyReturned'
  | 'invoiceAsked'
  | 'invoiceReady'
  | 'invoiceTakenBack'
  | 'handOverWaits'
  | 'casesOpened'
  | 'reconciliationFailed'
  | 'ticketOffered'
  | 'ticketLate'
  | 'ticketUnassigned'
  | 'ticketStandsStill'
  | 'ticketReassigned'
  | 'ticketWaits'
  | 'ticketDisputed'
  | 'ticketMoved'
  | 'workMoved'
  | 'checkFailed'
  | 'ticketFinished'
  | 'appointmentProposed'
  | 'appointmentUnanswered'
  | 'ticketClosed'
  | 'ticketAnswered'
  | 'contentRefused'
  | 'poorRating'
  | 'revisitDue'
  | 'planPublished'
  | 'shiftBegins';

/** To whom: a WeChat account, or a resident or a member of staff who may have none (then somebody must call). */
export interface Addressee {
  readonly openid?: string;
  readonly residentId?: string;
  /** Everybody who holds this duty in the community. */
  readonly duty?: string;
}

/** An intention, committed together with what it tells of; sent afterwards by the one drainer, at least once. */
export interface MessageIntent {
  readonly to: Addressee;
  readonly kind: MessageKind;
  /** Words for the template's gaps, masked already where the addressee may not see them in full. */
  readonly words: Readonly<Record<string, string | number>>;
  /** Page the message opens. */
  readonly page?: string;
}
