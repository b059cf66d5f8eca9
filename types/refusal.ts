/**
 * The closed list of refusals: each code has one sentence a person can act on. Bugs throw, refusals are returned. A refusal
 * never says whether something exists that the asker may not see: what is foreign and what is not there are both NOT_ALLOWED.
 */
export const refusalSentences = {
  // The way to the cloud.
  UNKNOWN_ACTION: '这个版本的小程序已过期，请退出微信后重新打开。',
  UNREACHABLE: '网络没有连上，请检查网络后重试。',
  SERVICE_FAILED: '系统出了点问题，请稍后再试。',
  NOT_LOGGED_IN: '没有认出您的微信，请退出后重新打开小程序。',
  INVALID_INPUT: '填写的内容不对，请检查后重新提交。',
  REQUEST_ID_MISSING: '这个版本的小程序已过期，请退出微信后重新打开。',
  REQUEST_ID_REUSED: '这次操作和上一次重复了，请返回上一页再试。',
  NOT_ALLOWED: '您没有权限进行这项操作，如有疑问请联系客服。',
  BUSY: '现在操作的人太多，请过几秒再试一次。',
  INTERNAL: '系统出了点问题，已经记录下来，请稍后再试；仍然不行请联系客服。',

  // The community.
  COMMUNITY_NOT_SET_UP: '小区还没有开通，请联系物业服务中心。',
  HOME_NOT_FOUND: '没有找到这个房号，请核对楼栋、单元和房号。',

  // People and homes.
  PHONE_CODE_SPENT: '手机号授权已失效，请再点一次“使用微信手机号”。',
  PHONE_UNAVAILABLE: '暂时取不到微信手机号，请稍后再试，或提交申请由客服核对。',
  BINDING_NOT_MATCHED: '信息与登记的不一致，请核对后重试，或提交申请由客服核对。',
  TOO_MANY_ATTEMPTS: '今天核对的次数已用完，请明天再试，或提交申请由客服核对。',
  ALREADY_MEMBER: '您已经绑定过这套房屋。',
  BINDING_ALREADY_REQUESTED: '您的申请正在处理，请等待业主或客服确认。',
  TOO_MANY_REQUESTS: '您的申请太多了，请等前面的申请处理完再提交。',
  BINDING_ALREADY_DECIDED: '这个申请已经处理过了，请刷新查看。',
  HOME_FULL: '这套房屋的成员已满，请先移除不再居住的成员。',
  INVITATION_EXPIRED: '邀请已失效，请让业主重新邀请。',
  INVITATION_USED: '邀请已被使用，请让业主重新邀请。',
  TOO_MANY_INVITATIONS: '未接受的邀请太多，请等家人接受或邀请过期后再邀请。',
  TENURE_ENDS_IN_PAST: '租期结束日期不能早于今天，请重新选择。',
  MEMBER_NOT_FOUND: '这位成员已不在这套房屋里，请刷新查看。',
  OBJECTION_TOO_LATE: '提出异议的时间已过，请联系客服处理。',
  OBJECTION_NOT_POSSIBLE: '这位成员由业主或客服确认，如有疑问请联系客服。',
  OBJECTION_ALREADY_RAISED: '异议已经提交，客服正在核实。',
  NO_OBJECTION: '这条异议已经处理过了，请刷新查看。',
  STAFF_NOT_MATCHED: '没有找到您的员工登记，请联系主管核对手机号和姓名。',

  // Bills.
  BILL_NOT_OPEN: '这笔账单刚有变动，请刷新后再缴。',
  BILL_ALREADY_PAID: '这笔账单已有缴款，请先退款再处理。',
  BILL_NOT_MOVABLE: '账单现在的状态不能这样处理，请刷新查看。',
  BILL_LINE_NOT_FOUND: '没有找到要调整的明细，请刷新查看。',
  ADJUSTMENT_BELOW_NOTHING: '调整后不能低于 0 元，请核对金额。',
  BILL_RUN_NOT_READY: '出账还没有完成，请等进度走完再发布。',
  BILL_RUN_EXISTS: '这个月已经出过账，请打开查看。',
  BILL_RUN_TOO_EARLY: '最早只能出下个月的账，请重新选择月份。',
  BILL_RUN_WAITING: '上一次出的账还没有发布，请先发布再出新的账。',
  BILL_BEING_PAID: '住户正在缴这笔账单，请过几分钟再处理。',
  BILL_CANNOT_BE_MADE: '账单现在还算不出来，请先补齐读数、面积或单价。',

  // Paying.
  NOTHING_DUE: '现在没有要缴的费用。',
  AMOUNT_CHANGED: '应缴金额有变化，请核对后再缴。',
  SOMEBODY_PAYS: '有人正在为这套房屋缴费，请稍等几分钟再看。',
  ORDER_OVER: '这次缴费已取消或已过期，请返回首页重新缴费。',
  PAY_UNAVAILABLE: '微信支付暂时没有回应，请稍后再试，没有扣款。',
  PREPAY_TOO_MUCH: '超过了可以预存的金额，请改小一些。',
  REFUND_TOO_MUCH: '退款不能超过已缴的金额，请核对。',
  REFUND_NOT_POSSIBLE: '这笔缴款现在不能退，请核对它的状态。',
  REFUND_TOO_MANY_BILLS: '一次最多减免 6 笔账单，请分几次退款。',
  VOUCHER_NOT_SOUND: '抵扣券的金额或有效期不对，请核对。',

  // The counter and finance.
  NO_CASH_TO_HAND_OVER: '手上没有要交的款项。',
  HAND_OVER_ALREADY_RECEIVED: '这笔交款已经签收过了，请刷新查看。',
  HAND_OVER_OWN: '自己的交款要由别的同事签收。',
  CASE_ALREADY_RESOLVED: '这条差异已经处理过了，请刷新查看。',
  CASE_ACTION_NOT_POSSIBLE: '这条差异不能这样处理，请换一种办法。',
  INVOICE_NOT_POSSIBLE: '这笔缴款现在不能开发票。',
  INVOICE_ALREADY_ASKED: '这笔缴款已经申请过发票，请在收据里查看。',
  INVOICE_ALREADY_DECIDED: '这张发票已经处理过了，请刷新查看。',
  NO_SLIP_DUE: '所选房屋都没有待缴的账单，不用打印。',
  SLIP_CODE_UNAVAILABLE: '小程序码暂时取不到，请过几分钟再打印。',
  BUILDING_CODE_NOT_POSSIBLE: '楼栋名里有小程序码装不下的字，请用房屋的小程序码签到。',
  NOT_REACHED_SETTLED: '这一条已经有同事处理过了，请刷新查看。',

  // Going live.
  IMPORT_FILE_NOT_HERE: '没有找到上传的文件，请重新选择文件上传。',
  IMPORT_NOT_READY: '检查还没有完成，请等结果出来再导入。',
  IMPORT_HAS_PROBLEMS: '表格里还有要改的行，请改好后重新上传。',
  IMPORT_UNDECIDED: '还有冲突没有选择，请选好以哪边为准再导入。',
  IMPORT_RUNNING: '正在导入另一份文件，请等它完成再试。',
  IMPORT_OUTDATED: '检查之后又导入过别的文件，请重新上传检查。',
  IMPORT_GIVEN_UP: '这份文件已经撤回或者过期，请重新上传检查。',
  IMPORT_NOT_RUNNING: '这份文件没有在导入，不用撤回。',
  IMPORT_ONLY_GOES_ON: '小区已经开通，导入只能接着做完；做完后可以再导入改好的表。',
  IMPORT_IN_USE: '已经有人在这个小区记过账，不能撤回了，请接着导入。',
  IMPORT_ALREADY_APPLIED: '这份文件已经导入，请打开查看进度。',
  OPENING_TOTALS_DIFFER: '期初合计和原系统对不上，请核对后再导入。',
  NO_SUCH_CONFLICT: '这条冲突已经不在了，请刷新查看。',

  // Tickets.
  NOTHING_REPORTED: '还没有说是什么事，请写一句话或按住说话。',
  FILE_NOT_YOURS: '照片或录音没有传好，请重新添加后提交。',
  FILE_NOT_UPLOADED: '照片、录音或签名没有传到，请重新添加后再提交。',
  WINDOW_NOT_POSSIBLE: '这个时间不行，请选今天以后两周内的时间。',
  ADDED_TOO_MUCH: '补充的次数太多了，请直接给师傅或客服打电话。',
  TICKET_TOO_LONG: '这张工单来回的次数太多了，请把它办结；办不了的请主管改派。',
  TOO_MANY_TICKETS: '还没有办完的工单太多，请等办完几张再提交；紧急的事不受影响，选“紧急”就能提交。',
  TOO_MANY_EMERGENCIES: '您报的急事太多还没办完，请直接打物业电话；有人受困或起火请打 119。',
  TICKET_TAKEN: '这张工单已经有同事接了，请看下一张。',
  TICKET_MOVED: '这张工单刚有变化，请刷新后再操作。',
  NOT_ON_DUTY: '您现在不在岗，请先打开在岗开关。',
  SKILL_MISSING: '这张工单要的工种您没有登记，请让主管改派。',
  COLLEAGUE_NOT_POSSIBLE: '这位同事现在接不了，请换一位。',
  WRONG_CODE: '扫的不是这一户的码，请核对门牌后再扫。',
  CHECKLIST_OPEN: '上门清单还没有做完，请逐项勾好再提交。',
  PHOTO_MISSING: '还缺修之前或修之后的照片，请补拍后提交。',
  TASKS_OPEN: '关联的任务还没有完成，请等同事做完再提交。',
  ALREADY_RATED: '这张工单已经评价过了，谢谢您。',
  NO_RATING_TO_ASK: '这张工单现在不用打电话问评价，请刷新查看。',
  NOTHING_TO_REVISIT: '这张工单现在没有要回访的，请刷新查看。',
  PHOTOS_TOO_MANY: '修之前、修之后的照片各最多 9 张，请挑好再上传。',
  GRADE_NOT_POSSIBLE: '没有答复的投诉才能定级，请刷新查看。',
  NO_PLAN_DUE: '这张工单现在不用整改方案，请刷新查看。',
  PLAN_NAMES_SOMEBODY: '整改方案会公示，请去掉姓名、电话和房号再提交。',
  KNOWLEDGE_FULL: '知识库最多 300 条，请先删掉不用的再添加。',
  WORK_IN_HAND: '您手上还有接了的工单，请先转给同事再离岗。',
  SHIFT_NOT_SOUND: '班次的时间不对，请核对开始和结束时间。',
  WEEK_HAS_SHIFTS: '这一周已经排了班，请先选留哪一份。',
  WEEK_WITHOUT_SHIFTS: '上一周没有排班，没有可以照着排的，请一天一天排。',
  TERMS_NOT_SOUND: '时限填得不对，请核对先后和长短。',
} as const;

export type RefusalCode = keyof typeof refusalSentences;

/** What a sentence alone cannot say: the new amount, the field that is wrong, the number of tries left. Never personal data. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly code: RefusalCode;
  readonly sentence: string;
  readonly details?: RefusalDetails;
}

/** What an action answers: what was asked for, or a named refusal. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function granted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(code: RefusalCode, details?: RefusalDetails): Outcome<never> {
  const refusal: Refusal = { code, sentence: refusalSentences[code] };
  return { ok: false, refusal: details ? { ...refusal, details } : refusal };
}
