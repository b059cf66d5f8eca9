export { type Account, accountOfChannel, accounts, type Channel, channels } from './account';
export {
  type Journal,
  type JournalKind,
  type JournalLine,
  journalId,
  journalKindNames,
  moneyInKinds,
  posting,
  type Total,
  totalOf,
  trialBalance,
} from './journal';
export {
  allJournalsOfDay,
  hasOwnBookings,
  journalById,
  journals,
  journalsBehind,
  journalsOfAccount,
  journalsOfBill,
  journalsOfMoneyIn,
} from './ledgerStore';
export * from './linesFor';
