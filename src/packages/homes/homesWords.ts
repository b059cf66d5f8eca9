import type { BoundHome, Invitation, Member } from '../../../types/contract/people';
import type { Day } from '../../../types/day';
import type { Refusal } from '../../../types/refusal';
import type { Relation } from '../../../types/role';
import { nearDayWords } from '../../words/timeWords';

export const relationNames: Readonly<Record<Relation, string>> = {
  owner: '业主',
  family: '家人',
  tenant: '租客',
};

/** A refused match with the number of tries left today. */
export function bindRefusal({ sentence, details }: Refusal): string {
  const left = details?.left;
  return typeof left === 'number' ? `${sentence}今天还能试 ${left} 次。` : sentence;
}

/** Refusals after which a request to customer service is the other way. */
export function canAskInstead({ code }: Refusal): boolean {
  return ['BINDING_NOT_MATCHED', 'TOO_MANY_ATTEMPTS', 'PHONE_UNAVAILABLE', 'HOME_FULL'].includes(code);
}

export function boundLine({ state }: BoundHome): string {
  return state === 'bound'
    ? '已绑定，可以缴费、看账单了'
    : '房屋已有业主绑定，等他或客服确认，结果会发到消息里';
}

/** What is known of a member besides the name. */
export function memberLine(member: Member, today: Day): string {
  const { relation, isMe, isBound, to } = member;
  const end = to as Day | undefined;
  const hasEnded = end !== undefined && end <= today;
  const parts = [
    relationNames[relation],
    ...(isMe ? ['您自己'] : []),
    ...(end ? [hasEnded ? `${nearDayWords(end, today)}离开` : `住到${nearDayWords(end, today)}`] : []),
    ...(isBound || hasEnded ? [] : ['还没有用微信']),
  ];
  return parts.join('，');
}

/** What an owner may do to a member; nothing for oneself or another owner. */
export function memberActions(member: Member, mine: Relation | undefined): readonly ('object' | 'remove')[] {
  if (member.isMe || mine === undefined) return [];
  const removes = mine === 'owner' && member.relation !== 'owner' && member.isBound && !member.isSuspended;
  return [...(member.isContestable ? (['object'] as const) : []), ...(removes ? (['remove'] as const) : [])];
}

/** Why an invitation cannot be accepted; undefined where it can. */
export function invitationOver({ state }: Pick<Invitation, 'state'>): string | undefined {
  if (state === 'accepted') return '这张邀请已经用过了。还需要的话，请业主再发一张。';
  return state === 'expired' ? '邀请 3 天内有效，这张已过期。请业主再发一张。' : undefined;
}
