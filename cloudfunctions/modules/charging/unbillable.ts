import type { Day } from '../../../types/day';

/**
 * Why an assignment got no bill. Nothing is ever left out silently (W3: a peer swallows what its calculation throws, and the
 * bill loses a line): an assignment is billed whole or stands in this list.
 */
export const unbillableSentences = {
  tariffMissing: '这段时间没有生效的单价，请在收费项目里补录。',
  areaMissing: '房屋没有登记面积，请先补录面积。',
  subjectMissing: '没有绑定表计或车位，请先补录。',
  assignmentUnsound: '收费绑定的内容有误，请检查后重新保存。',
  priceNotForMethod: '单价的形式与计费方式不符，请检查收费项目。',
  readingMissing: '本期没有抄表读数，请补抄。',
  readingNegative: '读数不是有效的数字，请核对后更正。',
  readingBelowLast: '读数比上次小，请核对；如换过表，请登记旧表止度和新表起度。',
  readingOutOfOrder: '同一天有两个不同的读数，请删除错误的一个。',
  meterReplaced: '表号与上次不同，请登记旧表止度和新表起度。',
  handoverReadingMissing: '住户变更当天没有抄表读数，请补抄交接读数。',
  utilitiesNotCollected: '小区没有开通代收水电费，请在收费设置里开通，或结束这项收费绑定。',
} as const;

export type UnbillableReason = keyof typeof unbillableSentences;

export interface Unbillable {
  readonly kind: 'unbillable';
  readonly reason: UnbillableReason;
  /** The day it is about, where there is one. */
  readonly day?: Day;
}

export function unbillable(reason: UnbillableReason, day?: Day): Unbillable {
  return { kind: 'unbillable', reason, ...(day === undefined ? {} : { day }) };
}
