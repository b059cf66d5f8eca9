export { adjustBill } from './adjustBill';
export type { AssignmentProblem, ChargeAssignment, ContractException, Subject } from './assignment';
export { assignmentProblem } from './assignment';
export { type Bill, billId, billInTheWay, makeBill } from './bill';
export { billAsItStands } from './billAsItStands';
export { isOpen } from './billState';
export { billsOfHomesIn } from './billsOfHomes';
export type { ChargeItem } from './chargeItem';
export {
  accountsOf as accountsOfHomes,
  assignments,
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
export { paidSoFar } from './paidSoFar';
export {
  afterRefund,
  allocateRefund,
  creditLines,
  creditSum,
  type LineCredit,
} from './splitPayment';
export { type SpreadMoney, spreadMoney, toTakeFrom, usedBeside } from './spreadMoney';
export { cycleStart, type Tariff, type TariffProblem, tariffProblem } from './tariff';
