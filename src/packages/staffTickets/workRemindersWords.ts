/** Reminders from which on a colleague need not be asked for more: a busy day's dispatches. Ours. */
const enough = 10;

/** What a colleague reads about reminders by WeChat; undefined while there are enough of them. */
export function workRemindersWords(left: number): string | undefined {
  if (left >= enough) return undefined;
  const always = '勾上“总是保持”，以后上岗、接单时自动添。';
  return left > 0
    ? `来了工单，微信还能提醒您 ${left} 次。${always}`
    : `来了工单，微信现在提醒不了您。${always}`;
}
