/** What a charge item (收费项目) is for: decides its income account, and that vouchers go on property fees only (C11). */
export const purposes = ['propertyFee', 'parking', 'electricity', 'water', 'other'] as const;
export type Purpose = (typeof purposes)[number];

export const purposeNames: Readonly<Record<Purpose, string>> = {
  propertyFee: '物业费',
  parking: '停车费',
  electricity: '电费',
  water: '水费',
  other: '其他费用',
};

/** Where a bill (账单) stands. An adjusted bill is no state of its own: it is still to be paid, or paid, with one more line. */
export const billStates = [
  'draft',
  'published',
  'questioned',
  'partlyPaid',
  'paid',
  'void',
  'reissued',
] as const;
export type BillState = (typeof billStates)[number];

export const billStateNames: Readonly<Record<BillState, string>> = {
  draft: '待发布',
  published: '待缴',
  questioned: '有疑问',
  partlyPaid: '部分已缴',
  paid: '已缴',
  void: '已作废',
  reissued: '已重开',
};
