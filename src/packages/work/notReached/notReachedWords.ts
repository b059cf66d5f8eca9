import type { NotReached, NotReachedReason, SettledHow } from '../../../../types/contract/messages';

export const reasonNames: Readonly<Record<NotReachedReason, string>> = {
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
