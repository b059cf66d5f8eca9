// What recognition can say (requirements.md B1, B3; issue of the tickets, Recognition). The order is the order of the
// model's weights: after a change here, train anew (tools/recognition/train.ts).

/** 报修, 投诉, 咨询, 建议. */
export const ticketTypes = ['repair', 'complaint', 'enquiry', 'suggestion'] as const;
export type TicketType = (typeof ticketTypes)[number];

/** The tier whose clocks run: B3. */
export const urgencies = ['emergency', 'general', 'enquiry'] as const;
export type Urgency = (typeof urgencies)[number];

/** What the text is about, whatever its type: the skill a repair asks for, the subject of a complaint or question. */
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
