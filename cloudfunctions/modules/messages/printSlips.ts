import type { ParsedOf } from '../../../types/contract';
import type { SlipSheet } from '../../../types/contract/messages';
import { addFen, type Fen, sumFen } from '../../../types/money';
import { placeName } from '../../../types/place';
import { granted, refused } from '../../../types/refusal';
import { changes } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { readByIds } from '../../platform/database';
import { keepFile, linksTo } from '../../platform/files';
import { isScene, miniProgramCode } from '../../platform/messages/miniProgramCode';
import { choosePayment, type HomeAccount, homeAccounts } from '../charging';
import { communityById, type Home, homesByIds } from '../community';
import { type Household, households, isCurrent } from '../people';
import { type Picture, pictureOf } from './slips/picture';
import { printSheet, type Slip } from './slips/slip';

interface Made {
  readonly communityId: string;
  readonly homeIds: readonly string[];
  /** Where the sheet is kept; each member of staff has one, the last. */
  readonly path: string;
}

/** Where a slip's code leads: binding, with the home named. */
const bindPage = 'packages/homes/bind/index';

/**
 * Bill slips (缴费通知单) for homes whose people the mini-program does not reach. Each carries what the people who live there now would
 * pay with one tap, never a predecessor's debt, and the code that leads to bind and pay. Who printed which is in the audit.
 */
export const printSlips: Changing<ParsedOf<'messages.printSlips'>, undefined, Made, SlipSheet> = {
  async decide({ communityId, homeIds }, { caller }) {
    const wanted = [...new Set(homeIds)];
    const homes = (await homesByIds(wanted)).filter((home) => home.communityId === communityId);
    if (homes.length < wanted.length) return toRefuse('HOME_NOT_FOUND');
    const subjects = wanted.map((homeId) => `homeAccounts/${homeId}`);
    const note = { what: 'slipsPrinted', beneficiary: { communityId }, subjects };
    const path = `slips/${communityId}/${caller.openid}.pdf`;
    return toDo({ communityId, homeIds: wanted, path }, changes({ audit: [note] }));
  },
  async answer(made, context) {
    const due = await dueOf(made, context);
    if (due.length === 0) return refused('NO_SLIP_DUE');
    const codes = await Promise.all(due.map(({ home }) => codeOf(home)));
    const pictures = codes.filter((code): code is Picture => code !== undefined);
    if (pictures.length < due.length) return refused('SLIP_CODE_UNAVAILABLE');
    const slips = due.map(({ slip }, index) => ({ ...slip, code: pictures[index] as Picture }));
    const fileId = await keepFile(made.path, printSheet(slips));
    const link = (await linksTo([fileId])).get(fileId);
    if (link === undefined) return refused('BUSY');
    return granted({ link, slips: slips.length, withoutDue: made.homeIds.length - slips.length });
  },
};

interface Due {
  readonly home: Home;
  readonly slip: Omit<Slip, 'code'>;
}

async function dueOf({ communityId, homeIds }: Made, { today }: Context): Promise<readonly Due[]> {
  const [community, homes, accounts, lived] = await Promise.all([
    communityById(communityId),
    homesByIds(homeIds),
    readByIds(homeAccounts, homeIds),
    readByIds(households, homeIds),
  ]);
  return homeIds.flatMap((homeId): readonly Due[] => {
    const [home, account, household] = [homes, accounts, lived].map((rows) =>
      rows.find(({ _id }) => _id === homeId),
    ) as [Home | undefined, HomeAccount | undefined, Household | undefined];
    const body = account && household && bodyOf(account, household, today);
    if (!home || !body) return [];
    const { name = '', servicePhone } = community ?? {};
    const head = { communityName: name, place: placeName(home.place), on: today };
    return [{ home, slip: { ...head, ...body, ...(servicePhone === undefined ? {} : { servicePhone }) } }];
  });
}

/** What one tap of the people who live there now would pay; undefined where that is nothing. */
function bodyOf(
  account: HomeAccount,
  { tenures }: Household,
  today: Context['today'],
): Pick<Slip, 'rows' | 'covered' | 'amount'> | undefined {
  const partyIds = tenures.filter((tenure) => isCurrent(tenure, today)).map(({ residentId }) => residentId);
  // No payer: another person's live order holds its vouchers, and they are not counted on here.
  const choosing = choosePayment(account, { payer: { openid: '', partyIds }, today });
  if (choosing.kind !== 'chosen' || choosing.choice.amount === 0) return undefined;
  const { bills, amount } = choosing.choice;
  const rows = bills.flatMap(({ billId, principal, lateFee }) => {
    const bill = account.openBills.find((open) => open.billId === billId);
    return bill ? [{ itemName: bill.itemName, period: bill.period, amount: addFen(principal, lateFee) }] : [];
  });
  const covered: Fen = sumFen(
    bills.flatMap(({ vouchers, prepaid }) => [prepaid, ...vouchers.map((voucher) => voucher.amount)]),
  );
  return { rows, covered, amount };
}

/** A home whose name no code can carry leads to binding all the same, without the home. */
async function codeOf({ _id, communityId }: Home): Promise<Picture | undefined> {
  const scenes = [`h=${_id}&c=${communityId}`, `c=${communityId}`, 'bind'];
  const scene = scenes.find(isScene) ?? 'bind';
  const bytes = await miniProgramCode(bindPage, scene);
  return bytes && pictureOf(bytes);
}
