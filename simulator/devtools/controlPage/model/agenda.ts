import type { Appointment } from '../live/entities';

const words: Readonly<Record<string, string>> = {
  'pay.notice': '支付结果通知',
  'pay.refund': '退款到账',
  'pay.settle': '银行扣款',
  'openapi.mediaVerdict': '内容检查结果',
};

/** What will happen, in a few words. A timer is named as the project named it. */
export function appointmentText({ kind, key }: Pick<Appointment, 'kind' | 'key'>): string {
  const timer = /^timer:([^:]+):(.+)$/.exec(key ?? '');
  if (timer) return `定时器 ${timer[2]}`;
  return words[kind] ?? kind;
}

/** What is due next. Timers come again anyway, some each minute: they count when nothing else is due. */
export function nextDue<A extends Pick<Appointment, 'key'>>(upcoming: readonly A[]): A | undefined {
  return upcoming.find(({ key }) => !key?.startsWith('timer:')) ?? upcoming[0];
}
