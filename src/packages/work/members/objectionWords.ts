import type { Member, OpenObjection } from '../../../../types/contract/people';
import { momentWords } from '../../../words/timeWords';
import { relationNames } from '../relationNames';

export type Verdict = 'stays' | 'leaves';

export const verdictNames: Readonly<Record<Verdict, string>> = { stays: '留下', leaves: '移出' };

/** Whom an objection is about come first; else as the home has them. */
export function contestedFirst(members: readonly Member[]): readonly Member[] {
  return [...members.filter(({ objection }) => objection), ...members.filter(({ objection }) => !objection)];
}

export function memberName({ name }: Pick<Member, 'name'>): string {
  return name || '未登记姓名';
}

/** What customer service reads below the name: the objection where there is one. */
export function memberLine({ relation, isBound, objection }: Member, now: number): string {
  if (objection)
    return `${relationNames[relation]}，异议：${objection.reason}（${momentWords(objection.at, now)}）`;
  return `${relationNames[relation]}，${isBound ? '已绑定微信' : '还没有用微信'}`;
}

/** 3栋2单元1201 李雷 */
export function objectionTitle({ place, name }: Pick<OpenObjection, 'place' | 'name'>): string {
  return `${place} ${memberName({ name })}`;
}

/** 租客，今天 14:20 提出 */
export function objectionLine({ relation, at }: Pick<OpenObjection, 'relation' | 'at'>, now: number): string {
  return `${relationNames[relation]}，${momentWords(at, now)} 提出`;
}

/** An owner objected to by somebody else keeps access meanwhile. */
export function memberChip({ objection, isSuspended }: Member) {
  if (!objection) return undefined;
  return { text: isSuspended ? '已暂停' : '有异议', tone: 'warn' } as const;
}

/** What the verdict does, said before it is given. */
export function verdictLine(member: Member, verdict: Verdict): string {
  const name = memberName(member);
  if (verdict === 'leaves') return `${name}马上看不到这套房屋的账单和消息。双方都会收到结果。`;
  const access = member.isSuspended ? '马上又能看账单、缴费' : '照常看账单、缴费';
  return `${name}${access}，其他成员不能再对这次绑定提异议。双方都会收到结果。`;
}

/** What became of it. */
export function decidedLine(member: Member, verdict: Verdict): string {
  return `${memberName(member)}${verdictNames[verdict]}了，已通知双方。`;
}
