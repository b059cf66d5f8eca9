import type { Cloud } from '../../../simulator/cloud/cloud';
import { DemoPhone } from '../demoPhone';
import { demoRegister } from '../importDemo';
import { demoUsers } from '../users';
import { collectMonth } from './collectMonth';
import { liveTickets } from './liveTickets';
import { settleNeighbours, settleStaff } from './neighbours';
import type { StoryClock } from './storyClock';

/** Owners of the register who use the mini-program. */
const neighbourCount = 24;

/**
 * What the community lives through between its bills and today, so that desks are not empty: most homes pay, some owe for months, things
 * break and are mended. All of it by the actions of the people's own phones, at its own time.
 */
export async function tellMonth(cloud: Cloud, clock: StoryClock): Promise<void> {
  const register = demoRegister(clock.today);
  const staff = await settleStaff(cloud, register);
  const neighbours = await settleNeighbours(cloud, register, neighbourCount);
  const payers = { demoHomes: await demoHomes(cloud), neighbours, staff };
  const tickets = await liveTickets(cloud, clock, { neighbours, staff });
  await clock.tell([...collectMonth(cloud, clock, payers), ...tickets]);
}

async function demoHomes({ gatewayUrl }: Cloud): Promise<readonly string[]> {
  const homes = demoUsers.map(async ({ openid }) => {
    const phone = await DemoPhone.of(gatewayUrl, openid);
    return (await phone.ask('people.whoAmI', {})).homes.map(({ homeId }) => homeId);
  });
  return (await Promise.all(homes)).flat();
}
