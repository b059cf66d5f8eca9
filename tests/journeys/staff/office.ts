import { type WrittenSheet, writeXlsx } from '../../../cloudfunctions/modules/setup/spreadsheet';
import { put } from '../../system/product/billingWorld';
import { payee } from '../../system/product/community';
import type { World } from '../../system/product/world';
import type { OwnerPhone } from '../owner/ownerPhone';

/** Taps the first thing of this class, where there are no words to tap by. */
export function tapOn(phone: OwnerPhone, selector: string): Promise<void> {
  return phone.tapsOn(selector);
}

/** Takes one of a few, where other things on the page say the same. */
export function choosesOption(phone: OwnerPhone, name: string): Promise<void> {
  return phone.chooses(name);
}

/** Waits longer than for a tap: the cloud works on it, and the page looks every 5 s. */
export async function seesInTime(phone: OwnerPhone, ...texts: readonly string[]): Promise<void> {
  for (let left = 4; left > 1; left -= 1) {
    const isThere = await phone.sees(...texts).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  await phone.sees(...texts);
}

/** The file that this phone fetches next, by the link it was given; begin to wait before the tap that makes it. */
export async function nextFile(phone: OwnerPhone): Promise<Buffer> {
  const fetched = await phone.phone.page.waitForRequest((each) => each.url().endsWith('/phone/outside'));
  const { url } = fetched.postDataJSON() as { readonly url: string };
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

/** What the person takes from a chat the next time a file is asked for. */
async function fileInChat(phone: OwnerPhone, name: string, content: Buffer): Promise<void> {
  await phone.control.answerNext('chooseMessageFile', { name, base64: content.toString('base64') });
}

/** Looks up a home of 3栋 2单元, as the counter and the objections ask for it. */
export async function looksUp(phone: OwnerPhone, room: string): Promise<void> {
  await phone.writes('building', '3');
  await phone.writes('unit', '2');
  await phone.writes('room', room);
  await phone.taps('查这套房');
}

/** A sheet of homes: room and area. */
export async function homesInChat(
  phone: OwnerPhone,
  homes: readonly (readonly [string, string])[],
): Promise<void> {
  const rows = homes.map(([room, area]) => ['3栋', '2单元', room, area]);
  const sheet = { name: '楼栋房屋', rows: [['楼栋', '单元', '房号', '建筑面积'], ...rows] };
  await sheetsInChat(phone, '云栖苑房屋.xlsx', [sheet]);
}

/** A spreadsheet with these sheets. */
export async function sheetsInChat(
  phone: OwnerPhone,
  name: string,
  sheets: readonly WrittenSheet[],
): Promise<void> {
  await fileInChat(phone, name, writeXlsx(sheets));
}

export async function pdfInChat(phone: OwnerPhone): Promise<void> {
  await fileInChat(phone, '发票.pdf', Buffer.from('%PDF-1.4'));
}

/** Yunqi can be billed: a payee, a property fee, and both homes have it. */
export async function seedFees(world: World): Promise<void> {
  await put(world, 'communities', {
    _id: 'yunqi',
    version: 1,
    name: '云栖苑',
    payee,
    settings: { autoPublish: false, prepayCap: 2_000_000, collectsUtilities: true },
  });
  const price = { kind: 'flat', price: { value: 19150, decimals: 4 } };
  await world.seed('chargeItems', {
    _id: 'yunqi-fee',
    communityId: 'yunqi',
    name: '物业费',
    purpose: 'propertyFee',
    method: 'area',
    payeeId: payee.payeeId,
    unit: '㎡',
    meterDecimals: 0,
    due: { monthsAfter: 1, day: 25 },
    tariffs: [{ from: '2020-01-01', basis: '物业服务合同第八条', price }],
  });
  const assignment = (homeId: string, liablePartyId: string) => ({
    _id: `${homeId}-fee`,
    communityId: 'yunqi',
    homeId,
    chargeItemId: 'yunqi-fee',
    liablePartyId,
    from: '2020-01-01',
    exceptions: [],
  });
  await world.seed(
    'chargeAssignments',
    assignment('yunqi-1201', 'resident-t-owner'),
    assignment('yunqi-1202', 'resident-t-next'),
  );
}

/** A difference that reconciliation has found: we have a payment that WeChat has not. */
export async function seedCase(world: World): Promise<void> {
  await world.seed('cases', {
    _id: 'case-1',
    communityId: 'yunqi',
    cause: 'paidHereOnly',
    day: '2026-11-09',
    state: 'open',
    openedAt: world.ports.now(),
    ours: 9_600,
    place: '3栋2单元1201',
    homeId: 'yunqi-1201',
  });
}

/** Somebody whom a message did not reach. */
export async function seedNotReached(world: World): Promise<void> {
  await world.seed('notReached', {
    _id: 'missed-1',
    communityId: 'yunqi',
    kind: 'billPublished',
    subject: 'bill',
    title: '本期账单出来了',
    body: '3栋2单元1202，物业费 ¥200.00',
    at: world.ports.now() + 3_600_000,
    reason: 'noAccount',
    among: 'residents',
    residentId: 'resident-t-next',
    state: 'open',
  });
}

/** A post that the register has for the stranger's phone number, and nobody has taken up. */
export async function seedOpenPost(world: World): Promise<void> {
  await world.seed('staffMembers', {
    _id: 'new-colleague',
    communityId: 'yunqi',
    name: '周敏',
    phone: '13857120005',
    duties: ['customerService'],
    skills: [],
    areas: [],
    from: '2020-01-01',
  });
}
