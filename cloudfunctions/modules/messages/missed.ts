import type { NotReachedAmong, NotReachedReason } from '../../../types/contract/messages';
import type { MessageIntent } from '../../kernel/message';
import type { Ports } from '../../kernel/ports';
import { addOnce } from '../../platform/messages/directWrites';
import { noSms } from '../../platform/messages/sms';
import type { Outgoing } from '../../platform/systemStore';
import { residentsByIds, staffMembersByIds } from '../people';
import { notReached } from './messagesStore';
import { personBehind, type Recipient } from './recipients';
import { worded } from './wording';

/** Somebody whom WeChat has not reached. */
export interface Missed {
  readonly id: string;
  readonly intent: MessageIntent;
  readonly recipient: Recipient;
  readonly reason: NotReachedReason;
}

/** Tries the road beside WeChat; where there is none, the person stands on the list that staff work off, once. */
export async function writeDownMissed(
  { id, intent, recipient, reason }: Missed,
  { at, communityId }: Pick<Outgoing, 'at' | 'communityId'>,
  ports: Ports,
): Promise<void> {
  if (communityId === undefined) {
    // No staff to work it off: a person whose message belongs to no community has it in the inbox.
    ports.log({ level: 'warning', what: 'notReached', facts: { kind: intent.kind, reason } });
    return;
  }
  const { openid } = recipient;
  const { residentId, staffId } = await personBehind(recipient, communityId);
  const { subject, title, body } = worded(intent);
  const phone = await phoneOf({ residentId, staffId });
  const sms = phone ? await noSms.send({ phone, text: `${title}：${body}` }) : undefined;
  if (sms?.kind === 'sent') return;
  await addOnce(notReached, {
    _id: id,
    communityId,
    kind: intent.kind,
    subject,
    title,
    body,
    at,
    reason,
    among: amongOf({ openid, residentId, staffId }),
    ...(openid === undefined ? {} : { openid }),
    ...(residentId === undefined ? {} : { residentId }),
    ...(staffId === undefined ? {} : { staffId }),
    state: 'open',
  });
}

/** A duty that nobody holds is a matter of the staff. */
export function amongOf({ openid, residentId, staffId }: Recipient): NotReachedAmong {
  const isResident = staffId === undefined && (residentId !== undefined || openid !== undefined);
  return isResident ? 'residents' : 'staff';
}

async function phoneOf({
  residentId,
  staffId,
}: Pick<Recipient, 'residentId' | 'staffId'>): Promise<string | undefined> {
  const [resident] = residentId === undefined ? [] : await residentsByIds([residentId]);
  const [member] = staffId === undefined ? [] : await staffMembersByIds([staffId]);
  return resident?.phone ?? member?.phone;
}
