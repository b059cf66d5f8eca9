/** 报修, 投诉, 咨询, 建议. The order is the order of recognition's weights: after a change, train anew (tools/recognition/train.ts). */
export const ticketTypes = ['repair', 'complaint', 'enquiry', 'suggestion'] as const;
export type TicketType = (typeof ticketTypes)[number];

/** The tier whose clocks run: B3. The order is the order of recognition's weights. */
export const urgencies = ['emergency', 'general', 'enquiry'] as const;
export type Urgency = (typeof urgencies)[number];

/** What a ticket is about, whatever its type: the skill a repair asks for, the subject of a complaint. The order is the order of recognition's weights. */
export const problems = [
  'leak',
  'burst',
  'supply',
  'electrics',
  'lift',
  'door',
  'gas',
  'fire',
  'heating',
  'lighting',
  'drain',
  'wall',
  'facility',
  'network',
  'noise',
  'smell',
  'cleaning',
  'parking',
  'security',
  'building',
  'fee',
  'service',
  'handover',
  'planning',
  'road',
  'school',
  'other',
] as const;
export type Problem = (typeof problems)[number];

/**
 * Where a ticket stands. Repairs and linked tasks go the upper way, complaints, enquiries and suggestions the lower; which move leads
 * from which to which, who makes it and which clocks it moves is one table: `cloudfunctions/modules/tickets/life.ts`.
 */
export const ticketStates = [
  /** 待派单: nobody has it yet. */
  'waiting',
  /** 待接单: given to somebody who has not answered. */
  'offered',
  /** 已接单 */
  'accepted',
  /** 处理中: checked in at the place. */
  'working',
  /** 等业主 / 等配件: the clocks stand still. */
  'paused',
  /** 待验收: done, says the engineer. */
  'finished',
  /** 待答复: with customer service. */
  'answering',
  /** 已答复: the asker may say that it does not help. */
  'answered',
  /** 已完成 */
  'closed',
  /** 已评价 */
  'rated',
  /** 已取消 */
  'cancelled',
] as const;
export type TicketState = (typeof ticketStates)[number];

/** Deadlines (SLA clocks, 时限). */
export const clockKinds = [
  /** 接单 */
  'respond',
  /** 到场 */
  'arrive',
  /** 修好 */
  'close',
  /** 书面答复 */
  'answer',
  /** 验收: passes by itself when the owner is silent; nobody is late here. */
  'acceptance',
  /** 回访 by customer service: after an emergency, and first level after a poor rating. */
  'revisit',
  /** 二级回访 by the supervisor */
  'revisitSupervisor',
  /** 三级回访 by the project manager */
  'revisitManager',
  /** 整改方案 */
  'plan',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Why clocks stand still; there is no other reason (B3). */
export const pauseReasons = ['owner', 'part'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** 一般 / 重大 / 特大 complaints (B10). */
export const complaintGrades = ['minor', 'major', 'critical'] as const;
export type ComplaintGrade = (typeof complaintGrades)[number];

/** What a finished ticket was picked for by the after-check (B2): how it was given, why an emergency was late, a visit without a scan. */
export const checkSubjects = ['giving', 'late', 'unscanned'] as const;
export type CheckSubject = (typeof checkSubjects)[number];

/** How a ticket came in (B1): by the mini-program, taken down by staff, found on patrol, or opened by another ticket (B12). */
export const ticketChannels = ['app', 'phone', 'counter', 'walkIn', 'patrol', 'linked'] as const;
export type TicketChannel = (typeof ticketChannels)[number];

/** WeChat's content check of one text or file: nobody but the sender sees what has not passed. */
export type CheckState = 'pending' | 'passed' | 'refused';
