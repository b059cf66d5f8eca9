import type * as z from 'zod/mini';
import { chargingContract } from './charging';
import { communityContract } from './community';
import { counterContract } from './counter';
import { deskContract } from './desk';
import { invoicingContract } from './invoicing';
import { messagesContract } from './messages';
import { paymentsContract } from './payments';
import { peopleContract } from './people';
import { reconciliationContract } from './reconciliation';
import { setupContract } from './setup';
import { ticketDesksContract } from './ticketDesks';
import { ticketsContract } from './tickets';
import { ticketWorkContract } from './ticketWork';

/** Every action a phone may ask for, by name. Phones import its types only (`import type`), so that no schema is shipped. */
export const contract = {
  ...chargingContract,
  ...communityContract,
  ...counterContract,
  ...deskContract,
  ...invoicingContract,
  ...messagesContract,
  ...paymentsContract,
  ...peopleContract,
  ...reconciliationContract,
  ...setupContract,
  ...ticketDesksContract,
  ...ticketsContract,
  ...ticketWorkContract,
} as const;

export type Contract = typeof contract;
export type ActionName = keyof Contract;

/** The actions that change something and carry a request id. */
export type ChangingAction = {
  [A in ActionName]: Contract[A]['isChanging'] extends true ? A : never;
}[ActionName];
export type ReadingAction = Exclude<ActionName, ChangingAction>;

/** What the phone writes, before the cloud has parsed it. */
export type InputOf<A extends ActionName> = z.input<Contract[A]['input']>;
/** What a use case gets: checked, trimmed. */
export type ParsedOf<A extends ActionName> = z.output<Contract[A]['input']>;
export type OutputOf<A extends ActionName> = NonNullable<Contract[A]['output']>;

/** What the phone sends to the function `api`. */
export interface Request<A extends ActionName = ActionName> {
  readonly action: A;
  readonly input: InputOf<A>;
  /** Required where the action changes something; the same id with the same input is the same request. */
  readonly requestId?: string;
}
