import type {
  NotReached,
  NotReachedAmong,
  NotReachedReason,
  SettledHow,
} from '../../../../types/contract/messages';
import { momentWords } from '../../../words/timeWords';

const reasonNames: Readonly<Record<NotReachedReason, string>> = {
  noAccount: '还没有绑定微信',
  noConsent: '没有订阅提醒',
  refused: '微信不让再发',
  failed: '微信没有回应',
};

export const settledNames: Readonly<Record<SettledHow, string>> = {
  called: '打了电话',
  texted: '发了短信',
  visited: '上了门',
  slip: '送了通知单',
  noNeed: '不用通知',
};

export const settledOptions = (Object.keys(settledNames) as SettledHow[]).map((value) => ({
  value,
  name: settledNames[value],
}));

/** 还没有绑定微信; 没有订阅提醒，已在小程序里看过. */
export function reasonLine({ reason, isSeen }: Pick<NotReached, 'reason' | 'isSeen'>): string {
  return isSeen ? `${reasonNames[reason]}，已在小程序里看过` : reasonNames[reason];
}

/** Where a list has somebody without a name. */
export const nobodyNames: Readonly<Record<NotReachedAmong, string>> = {
  residents: '没有登记的人',
  staff: '还没有人的岗位',
};

/** Where nobody waits: who would be listed. */
export const emptyLines: Readonly<Record<NotReachedAmong, string>> = {
  residents: '微信送不到的住户会列在这里，可以打电话或送通知单。',
  staff: '微信送不到的同事会列在这里，可以当面说，也可以请他登记上岗、打开提醒。',
};

/** 没有订阅提醒，今天 14:20; 周敏打了电话，今天 14:20 once somebody has told them. */
export function missedLine(missed: NotReached, now: number): string {
  const { settled, at } = missed;
  return settled
    ? `${settled.by}${settledNames[settled.how]}，${momentWords(settled.at, now)}`
    : `${reasonLine(missed)}，${momentWords(at, now)}`;
}
