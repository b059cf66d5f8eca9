import { addMonths, type Day, monthOf } from '../../types/day';
import { noFen, subtractFen } from '../../types/money';
import { type DemoHome, demoHomes } from './community/homes';
import { Random } from './community/random';
import { DemoPhone } from './demoPhone';
import { demoCommunity, demoSeed } from './importDemo';
import { demoUsers } from './users';

const { id: communityId } = demoCommunity;

/** Milliseconds between two looks at the run. */
const pause = 200;

/**
 * Finance bills last month, and takes what some homes have transferred, by the actions anybody uses: so the desk has a month to show.
 * The run is drafted and published by the function that does so for every community.
 */
export async function billMonth(gatewayUrl: string, today: Day): Promise<void> {
  const finance = demoUsers.find(({ duty }) => duty?.includes('财务'));
  if (!finance) return;
  const phone = await DemoPhone.of(gatewayUrl, finance.openid);
  const month = addMonths(monthOf(today), -1);
  const { billRunId } = await phone.ask('charging.startBillRun', { communityId, month });
  await until(phone, billRunId, 'drafted');
  await phone.ask('charging.publishBillRun', { billRunId });
  await until(phone, billRunId, 'published');
  for (const [index, home] of payingHomes().entries()) await transfer(phone, home, `T${index + 1}`);
}

async function until(phone: DemoPhone, billRunId: string, state: 'drafted' | 'published'): Promise<void> {
  while ((await phone.ask('charging.billRun', { billRunId })).state !== state)
    await new Promise((resolve) => setTimeout(resolve, pause));
}

/** Two to five homes of each building; nobody's who has a phone in the demo. */
function payingHomes(): readonly DemoHome[] {
  const homes = demoHomes(new Random(demoSeed));
  const buildings = [...new Set(homes.map(({ building }) => building))];
  return buildings.flatMap((name, index) =>
    homes
      .filter(({ building, room }) => building === name && room !== '1201')
      .slice(0, 2 + ((index * 3) % 4)),
  );
}

/** All that the first party of a home owes. */
async function transfer(phone: DemoPhone, { building, unit, room }: DemoHome, number: string): Promise<void> {
  const { homeId, parties } = await phone.ask('counter.findHome', { communityId, building, unit, room });
  const party = parties.find(({ owed, name }) => owed > 0 && name !== '');
  if (!party) return;
  const { partyId, owed, toTake: amount, name: payerName } = party;
  const paid = { homeId, partyId, amount, payerName, voucherNumber: number };
  const expected = { expectedPrepaid: noFen, expectedUsed: subtractFen(owed, amount) };
  await phone.ask('counter.take', { ...paid, ...expected, channel: 'transfer' });
}
