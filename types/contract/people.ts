import * as z from 'zod/mini';
import { type Duty, type Relation, relations } from '../role';
import { declareChanging, declareReading } from './declare';
import { cursor, day, id, personName, phoneCode, placePart, sentence } from './fields';

/** A home as its own people see it. */
export interface MyHome {
  readonly homeId: string;
  readonly communityId: string;
  readonly communityName: string;
  /** `3栋2单元1201` */
  readonly place: string;
  readonly tenureId: string;
  readonly relation: Relation;
  /** An objection is being looked into; until then nothing of the home is shown. */
  readonly isSuspended: boolean;
}

export interface MyPost {
  readonly communityId: string;
  readonly communityName: string;
  readonly staffId: string;
  readonly duties: readonly Duty[];
}

/** A request of mine that somebody has still to decide. */
export interface MyBinding {
  readonly bindingId: string;
  readonly communityId: string;
  readonly place: string;
  readonly relation: Relation;
}

export interface WhoAmI {
  readonly homes: readonly MyHome[];
  readonly posts: readonly MyPost[];
  readonly waiting: readonly MyBinding[];
}

/** What became of one home: bound at once, or somebody must agree first. */
export interface BoundHome {
  readonly homeId: string;
  readonly place: string;
  readonly state: 'bound' | 'waiting';
}

export interface Bound {
  readonly homes: readonly BoundHome[];
}

export interface Member {
  readonly tenureId: string;
  /** 张*; in full to oneself and to customer service. */
  readonly name: string;
  readonly relation: Relation;
  /** Is there a WeChat account behind it. */
  readonly isBound: boolean;
  readonly isMe: boolean;
  readonly isSuspended: boolean;
  /** May the asker object to this member now. */
  readonly isContestable: boolean;
  /** An objection that waits for customer service, told to customer service alone. */
  readonly objection?: { readonly reason: string; readonly at: number };
  readonly from: string;
  readonly to?: string;
}

/** An objection that waits for customer service, and whom it is about; names in full. */
export interface OpenObjection {
  readonly homeId: string;
  /** `3栋2单元1201` */
  readonly place: string;
  readonly tenureId: string;
  readonly name: string;
  readonly relation: Relation;
  readonly at: number;
  readonly isSuspended: boolean;
}

export type BindingState = 'waiting' | 'approved' | 'rejected';

export interface Binding {
  readonly bindingId: string;
  readonly homeId: string;
  readonly place: string;
  /** Masked for a neighbour under the same roof, in full for customer service. */
  readonly name: string;
  readonly phone: string;
  readonly relation: Relation;
  readonly askedAt: number;
  readonly state: BindingState;
  readonly note?: string;
}

export interface BindingPage {
  readonly bindings: readonly Binding[];
  readonly next?: string;
}

export interface Invitation {
  readonly invitationId: string;
  readonly communityName: string;
  /** 3-2-***: who holds the link has not yet been let in. */
  readonly place: string;
  readonly inviter: string;
  readonly relation: Relation;
  readonly state: 'open' | 'accepted' | 'expired';
  readonly expiresAt: number;
}

const nothing = z.strictObject({});
const invitable = z.enum(['family', 'tenant']);

/** Surname or part of the room number; the room does not count where the home was named by a code that carries it. */
const secondFact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('surname'), surname: personName }),
  z.strictObject({ kind: z.literal('room'), room: placePart }),
]);

export const peopleContract = {
  'people.whoAmI': declareReading<WhoAmI>()(nothing),
  'people.members': declareReading<readonly Member[]>()(z.strictObject({ homeId: id })),
  /** Requests that wait for customer service, oldest first. */
  'people.bindings': declareReading<BindingPage>()(z.strictObject({ communityId: id, after: cursor })),
  /** Objections that wait for customer service, oldest first; the first 100 homes of them. */
  'people.objections': declareReading<readonly OpenObjection[]>()(z.strictObject({ communityId: id })),
  'people.homeBindings': declareReading<readonly Binding[]>()(z.strictObject({ homeId: id })),
  'people.invitation': declareReading<Invitation>()(z.strictObject({ invitationId: id })),

  /** Row A1. With `homeId` (from a printed code) only that home, and only the surname counts as the second fact. */
  'people.bindHome': declareChanging<Bound>()(
    z.strictObject({ communityId: id, phoneCode, secondFact, homeId: z.optional(id) }),
  ),
  'people.requestBinding': declareChanging<BoundHome>()(
    z.strictObject({
      communityId: id,
      building: placePart,
      unit: placePart,
      room: placePart,
      phoneCode,
      name: personName,
      relation: z.enum(relations),
      note: z.optional(sentence),
    }),
  ),
  'people.approveBinding': declareChanging<Binding>()(z.strictObject({ bindingId: id })),
  'people.rejectBinding': declareChanging<Binding>()(z.strictObject({ bindingId: id, reason: sentence })),
  'people.inviteMember': declareChanging<Invitation>()(
    z.strictObject({ homeId: id, relation: invitable, until: z.optional(day) }),
  ),
  'people.acceptInvitation': declareChanging<BoundHome>()(
    z.strictObject({ invitationId: id, name: personName, phoneCode: z.optional(phoneCode) }),
  ),
  'people.objectToMember': declareChanging<readonly Member[]>()(
    z.strictObject({ homeId: id, tenureId: id, reason: sentence }),
  ),
  'people.decideObjection': declareChanging<readonly Member[]>()(
    z.strictObject({ homeId: id, tenureId: id, verdict: z.enum(['stays', 'leaves']), reason: sentence }),
  ),
  'people.removeMember': declareChanging<readonly Member[]>()(z.strictObject({ homeId: id, tenureId: id })),
  'people.leaveHome': declareChanging<WhoAmI>()(z.strictObject({ homeId: id })),
  'people.joinAsStaff': declareChanging<WhoAmI>()(
    z.strictObject({ communityId: id, phoneCode, name: personName }),
  ),
} as const;
