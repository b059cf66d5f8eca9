export { type Adjustment, adjustBill } from './adjustBill';
export type { AssignmentProblem, ChargeAssignment, ContractException, Subject } from './assignment';
export { assignmentProblem } from './assignment';
export { type Bill, type Billing, type BillSource, billId, billInTheWay, makeBill } from './bill';
export { billAsItStands } from './billAsItStands';
export { type BillLine, netByLine, sumOfLines } from './billLine';
export { type BillMove, type BillMover, billMoves, isOpen, moveBill } from './billState';
export { billsOfHomesIn } from './billsOfHomes';
export type { ChargeItem } from './chargeItem';
export {
  assignments,
  billById,
  bills,
  billsByIds,
  chargeItems,
  homeAccountOf,
  homeAccounts,
  homeAccountsAfter,
  type MeterRecord,
  meters,
  readings,
} from './chargingStore';
export {
  type AgainstLiveOrder,
  againstLiveOrder,
  choosePayment,
  compareExpected,
  outstanding,
  type Payer,
  payableBills,
} from './choosePayment';
export type {
  ChosenBill,
  HeldVoucher,
  HomeAccount,
  LiveOrder,
  OpenBill,
  OwedLine,
  PaymentChoice,
} from './homeAccount';
export { emptyAccount } from './homeAccount';
export { billedLines } from './journals';
export { type LateFeeTerms, lateFeeOn } from './lateFee';
export type { Meter, MeterPosition, MeterReading, Reading } from './meterUse';
export { openBillOf, type PaidSoFar } from './openBill';
export { outlierOf } from './outlier';
export { paidSoFar } from './paidSoFar';
export {
  afterRefund,
  allocateRefund,
  creditLines,
  creditSum,
  type LineCredit,
  type SpreadMoney,
  spreadMoney,
} from './splitPayment';
export { cycleStart, type Tariff, type TariffProblem, tariffProblem } from './tariff';
export { type Unbillable, type UnbillableReason, unbillableSentences } from './unbillable';
