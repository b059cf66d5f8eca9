import { placeKey } from '../../../../types/place';
import { due } from '../../../platform/systemStore';
import {
  assignments,
  bills,
  type ChargeAssignment,
  type ChargeItem,
  chargeItems,
  emptyAccount,
  homeAccounts,
  type MeterReading,
  type MeterRecord,
  meters,
  readings,
} from '../../charging';
import { type Home, homes } from '../../community';
import { journals } from '../../ledger';
import { vouchers } from '../../payments';
import {
  households,
  type Resident,
  residents,
  type StaffMember,
  staffMembers,
  type Tenure,
} from '../../people';
import type { Moment } from '../register/known';
import type {
  ArrearStep,
  AssignmentStep,
  Fields,
  HomeStep,
  ItemStep,
  MeterStep,
  PrepaidStep,
  ReadingStep,
  StaffStep,
  Step,
  TenureStep,
  VoucherStep,
} from '../register/step';
import type { Desk } from './desk';
import { openingBill, openingJournal, withOpeningBill, withPrepaid } from './opening';
import { openingVoucher, voucherEntry, voucherJournal, withOpeningVoucher } from './openingVoucher';

/** Whose records, and when. */
export interface Doing extends Moment {
  readonly communityId: string;
}

/**
 * Writes a step's record with these fields: all of a new one's, or the ones that change. What the file does not speak of (who holds
 * a tenure, whether a bill is questioned) stays as it is.
 */
export function doStep(step: Step, fields: Fields, desk: Desk, doing: Doing): void {
  switch (step.kind) {
    case 'home':
      putHome(step, fields, desk, doing);
      break;
    case 'tenure':
      putTenure(step, fields, desk, doing);
      break;
    case 'staff':
      putStaff(step, fields, desk, doing);
      break;
    case 'item':
      putItem(step, fields, desk, doing);
      break;
    case 'meter':
      putMeter(step, fields, desk, doing);
      break;
    case 'assignment':
      putAssignment(step, fields, desk, doing);
      break;
    case 'arrear':
      putArrear(step, desk, doing);
      break;
    case 'prepaid':
      putPrepaid(step, desk, doing);
      break;
    case 'voucher':
      putVoucher(step, desk, doing);
      break;
    case 'reading':
      putReading(step, fields, desk, doing);
      break;
  }
}

function putHome({ homeId, place }: HomeStep, fields: Fields, desk: Desk, { communityId }: Doing): void {
  const before = desk.get(homes, homeId);
  const fresh = { _id: homeId, communityId, place, placeKey: placeKey(place) };
  desk.put<Home>(homes, { ...fresh, ...before, ...fields } as Home);
  if (!desk.get(households, homeId)) desk.put(households, { _id: homeId, communityId, place, tenures: [] });
}

function putTenure(step: TenureStep, fields: Fields, desk: Desk, { communityId }: Doing): void {
  const { homeId, place, tenureId, residentId, name, relation } = step;
  const { phone, ...days } = fields;
  const household = desk.get(households, homeId) ?? { _id: homeId, communityId, place, tenures: [] };
  const before = household.tenures.find(({ id }) => id === tenureId);
  const fresh = { id: tenureId, residentId, relation, origin: 'register' };
  const tenure = { ...fresh, ...before, ...days } as Tenure;
  const tenures = before
    ? household.tenures.map((one) => (one.id === tenureId ? tenure : one))
    : [...household.tenures, tenure];
  desk.put(households, { ...household, tenures });
  const resident = desk.get(residents, residentId);
  desk.put<Resident>(residents, {
    ...{ _id: residentId, communityId, name },
    ...resident,
    ...(phone === undefined ? {} : { phone: String(phone) }),
  });
}

function putStaff({ staffId, phone }: StaffStep, fields: Fields, desk: Desk, { communityId }: Doing): void {
  const before = desk.get(staffMembers, staffId);
  desk.put<StaffMember>(staffMembers, {
    ...{ _id: staffId, communityId, phone },
    ...before,
    ...fields,
  } as StaffMember);
}

function putItem({ itemId, name }: ItemStep, fields: Fields, desk: Desk, { communityId }: Doing): void {
  const before = desk.get(chargeItems, itemId);
  desk.put<ChargeItem>(chargeItems, {
    ...{ _id: itemId, communityId, name },
    ...before,
    ...fields,
  } as ChargeItem);
}

function putMeter(
  { meterId, homeId, serial }: MeterStep,
  fields: Fields,
  desk: Desk,
  { communityId }: Doing,
): void {
  const before = desk.get(meters, meterId);
  const fresh = { _id: meterId, communityId, homeId, serial };
  desk.put<MeterRecord>(meters, { ...fresh, ...before, ...fields } as MeterRecord);
}

function putAssignment(step: AssignmentStep, fields: Fields, desk: Desk, { communityId }: Doing): void {
  const { assignmentId, homeId, itemId, subject } = step;
  const before = desk.get(assignments, assignmentId);
  const fresh = {
    _id: assignmentId,
    communityId,
    homeId,
    chargeItemId: itemId,
    ...(subject ? { subject } : {}),
  };
  desk.put<ChargeAssignment>(assignments, { ...fresh, ...before, ...fields } as ChargeAssignment);
}

function putArrear(step: ArrearStep, desk: Desk, doing: Doing): void {
  const { key, homeId, partyId, itemId, amount } = step;
  const item = desk.get(chargeItems, itemId);
  if (!item) throw new Error(`${key} is for an item that is not there`);
  const bill = openingBill(step, item, doing.communityId);
  const account = desk.get(homeAccounts, homeId) ?? emptyAccount(homeId, doing.communityId);
  const opening = { key, homeId, partyId, source: `bills/${key}`, bill: { billId: key, amount } };
  desk.put(bills, bill);
  desk.put(homeAccounts, withOpeningBill(account, bill));
  desk.put(journals, openingJournal(opening, doing.communityId, doing));
}

function putPrepaid(step: PrepaidStep, desk: Desk, doing: Doing): void {
  const { key, homeId, partyId, amount } = step;
  const account = desk.get(homeAccounts, homeId) ?? emptyAccount(homeId, doing.communityId);
  const opening = { key, homeId, partyId, source: `homeAccounts/${homeId}`, prepaid: amount };
  desk.put(homeAccounts, withPrepaid(account, step));
  desk.put(journals, openingJournal(opening, doing.communityId, doing));
}

function putVoucher(step: VoucherStep, desk: Desk, doing: Doing): void {
  const { homeId } = step;
  const account = desk.get(homeAccounts, homeId) ?? emptyAccount(homeId, doing.communityId);
  desk.put(vouchers, openingVoucher(step, doing));
  desk.put(homeAccounts, withOpeningVoucher(account, step));
  desk.put(journals, voucherJournal(step, doing));
  desk.put(due, voucherEntry(step));
}

function putReading(step: ReadingStep, fields: Fields, desk: Desk, { communityId }: Doing): void {
  const { key, meterId, day } = step;
  const fresh = { _id: key, communityId, meterId, day };
  const reading = { ...fresh, ...desk.get(readings, key), ...fields } as MeterReading;
  desk.put(readings, reading);
  // Where the meter was replaced it goes by its new number from then on: the next months' readings name no other.
  const { serial, replaced } = reading;
  const meter = replaced && desk.get(meters, meterId);
  if (meter && meter.serial === replaced.serial) desk.put(meters, { ...meter, serial });
}
