import { assignments, bills, chargeItems, meters, readings } from '../../charging';
import { homes } from '../../community';
import { journals } from '../../ledger';
import { vouchers } from '../../payments';
import { households, residents, staffMembers } from '../../people';
import type { Fields, Step } from '../register/step';
import type { Desk } from './desk';
import { openingJournalId } from './opening';

/** What the records say now of what a step speaks of, in the step's own fields; undefined where there is no such record. */
export function asItIs(step: Step, desk: Desk): Fields | undefined {
  switch (step.kind) {
    case 'home': {
      const home = desk.get(homes, step.homeId);
      return home && { area: home.area };
    }
    case 'tenure':
      return tenureAsItIs(step, desk);
    case 'staff':
      return fieldsOf(desk.get(staffMembers, step.staffId));
    case 'item':
      return fieldsOf(desk.get(chargeItems, step.itemId));
    case 'meter':
      return fieldsOf(desk.get(meters, step.meterId));
    case 'assignment':
      return fieldsOf(desk.get(assignments, step.assignmentId));
    case 'arrear': {
      const bill = desk.get(bills, step.key);
      return bill && { amount: bill.lines[0]?.amount, months: bill.period.months };
    }
    case 'prepaid': {
      const journal = desk.get(journals, openingJournalId(step.key));
      return journal && { amount: journal.lines.find(({ account }) => account === 'opening')?.amount };
    }
    case 'voucher': {
      const voucher = desk.get(vouchers, step.key);
      return voucher && { amount: voucher.amount, expiresOn: voucher.expiresOn, reason: voucher.reason };
    }
    case 'reading':
      return fieldsOf(desk.get(readings, step.key));
  }
}

function tenureAsItIs(step: Extract<Step, { kind: 'tenure' }>, desk: Desk): Fields | undefined {
  const tenure = desk.get(households, step.homeId)?.tenures.find(({ id }) => id === step.tenureId);
  return tenure && { phone: desk.get(residents, step.residentId)?.phone, from: tenure.from, to: tenure.to };
}

function fieldsOf(document: object | undefined): Fields | undefined {
  return document && { ...document };
}
