import type { InboxMessage, MessageSubject } from '../../../types/contract/messages';
import type { IconName } from '../../theme/iconNames';
import { clockWords, type Stretch, shortMomentWords, stretchNames, stretchOf } from '../../words/timeWords';

export const subjectIcons: Readonly<Record<MessageSubject, IconName>> = {
  bill: 'card',
  payment: 'check',
  refund: 'refund',
  invoice: 'receipt',
  home: 'family',
  ticket: 'ticket',
  work: 'work',
};

export interface InboxStretch {
  readonly name: string;
  readonly messages: readonly InboxMessage[];
}

/** 今天, 昨天, 更早, each with its messages in the order they came. */
export function byStretch(messages: readonly InboxMessage[], now: number): readonly InboxStretch[] {
  const groups = new Map<Stretch, InboxMessage[]>();
  for (const message of messages) {
    const stretch = stretchOf(message.at, now);
    groups.set(stretch, [...(groups.get(stretch) ?? []), message]);
  }
  return [...groups].map(([stretch, group]) => ({ name: stretchNames[stretch], messages: group }));
}

/** The time beside a message: under 今天 and 昨天 the clock, else the date. */
export function messageTime(at: number, now: number): string {
  return stretchOf(at, now) === 'earlier' ? shortMomentWords(at, now) : clockWords(at);
}

/** How many reminders are left, and that nothing is lost without them. */
export function remindersWords(reminders: number): string {
  return reminders > 0
    ? `微信提醒还能发 ${reminders} 次，用完后消息仍在这里。`
    : '微信提醒已用完，消息仍在这里。';
}
