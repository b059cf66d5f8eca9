import type { Cloud } from '../../../simulator/cloud/cloud';
import { billMonth } from '../billMonth';
import { DemoPhone } from '../demoPhone';
import { demoCommunity, demoRegister } from '../importDemo';
import { settleIn } from '../settleIn';
import { demoUsers, withDuty } from '../users';
import { collectMonth } from './collectMonth';
import { liveByRoster } from './keepRoster';
import { liveTickets } from './liveTickets';
import { callersOf, settleNeighbours, settleStaff } from './neighbours';
import type { StoryClock } from './storyClock';
import { storyDays } from './ticketStories';

const { id: communityId } = demoCommunity;

/** Owners of the register who use the mini-program. */
const neighbourCount = 24;

/** As they stand, row behind row. */
const buildingRows = [
  ['1栋', '2栋', '3栋', '4栋'],
  ['5栋', '6栋', '7栋', '8栋'],
  ['9栋', '10栋', '11栋', '12栋'],
] as const;

/**
 * What the community lives through until today, so that desks are not empty: most homes pay, some owe for months, things break and are
 * mended. All of it by the actions of the people's own phones, at its own time.
 */
export async function tellMonth(
  cloud: Cloud,
  clock: StoryClock,
  tell: (line: string) => void,
): Promise<void> {
  const register = demoRegister(clock.today);
  clock.goBack(storyDays);
  await settleIn(cloud.gatewayUrl);
  const staff = await settleStaff(cloud, register);
  const neighbours = await settleNeighbours(cloud, register, neighbourCount);
  await placeBuildings(cloud);
  const callers = callersOf(register, neighbours);
  const acts = [
    ...(await liveTickets(cloud, clock, { neighbours, callers, staff })),
    ...liveByRoster(cloud, clock),
  ];
  await clock.tell(acts.filter(({ at }) => at < clock.firstOfMonth));
  clock.reachFirstOfMonth();
  tell('住户和员工都进来了，正在出上个月的账单。');
  await billMonth(cloud.gatewayUrl, clock.today);
  tell('账单出好了，正在过这个月：缴费、报修、排班。');
  const payers = { demoHomes: await demoHomes(cloud), neighbours, staff };
  const rest = acts.filter(({ at }) => at >= clock.firstOfMonth);
  await clock.tell([...collectMonth(cloud, clock, payers), ...rest]);
}

/** The project manager says how the buildings stand: ways are told by it. */
async function placeBuildings({ gatewayUrl }: Cloud): Promise<void> {
  const phone = await DemoPhone.of(gatewayUrl, withDuty('项目经理').openid);
  const terms = await phone.ask('ticketDesks.terms', { communityId });
  const rows = buildingRows.map((row) => [...row]);
  await phone.ask('ticketDesks.setTerms', { communityId, terms: { ...terms, buildingRows: rows } });
}

async function demoHomes({ gatewayUrl }: Cloud): Promise<readonly string[]> {
  const homes = demoUsers.map(async ({ openid }) => {
    const phone = await DemoPhone.of(gatewayUrl, openid);
    return (await phone.ask('people.whoAmI', {})).homes.map(({ homeId }) => homeId);
  });
  return (await Promise.all(homes)).flat();
}
