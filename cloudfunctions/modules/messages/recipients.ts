import type { Day } from '../../../types/day';
import type { Duty } from '../../../types/role';
import type { Addressee } from '../../kernel/message';
import { householdsHeldBy, householdsOfResidents, isOnStaff, opensHome, staffOf } from '../people';

/** One who is to be told. Without `openid` WeChat cannot reach them. */
export interface Recipient {
  readonly openid?: string;
  readonly residentId?: string;
  readonly staffId?: string;
}

/** Who is meant today: a person, everybody who holds a resident's tenures, everybody on a duty. At least one row, reached or not. */
export async function recipientsOf(
  { openid, residentId, duty }: Addressee,
  communityId: string | undefined,
  today: Day,
): Promise<readonly Recipient[]> {
  if (openid !== undefined) return [{ openid }];
  if (residentId !== undefined) return holdersOf(residentId, today);
  if (duty === undefined || communityId === undefined) return [];
  const staff = (await staffOf(communityId)).filter(
    (member) => isOnStaff(member, today) && member.duties.includes(duty as Duty),
  );
  const bound = staff.filter((member) => member.openid !== undefined);
  if (bound.length > 0) return bound.map((member) => ({ openid: member.openid, staffId: member._id }));
  return staff.length > 0 ? staff.map(({ _id }) => ({ staffId: _id })) : [{}];
}

/** Who a recipient is to a community, so that staff know whom to call: a resident where they live there, else a colleague. */
export async function personBehind(
  { openid, residentId, staffId }: Recipient,
  communityId: string,
): Promise<Pick<Recipient, 'residentId' | 'staffId'>> {
  if (openid === undefined || residentId !== undefined || staffId !== undefined)
    return { residentId, staffId };
  const lives = await residentBehind(openid, communityId);
  if (lives !== undefined) return { residentId: lives };
  const member = (await staffOf(communityId)).find((one) => one.openid === openid);
  return { staffId: member?._id };
}

/** The resident as whom an account lives in a community. */
async function residentBehind(openid: string, communityId: string): Promise<string | undefined> {
  const households = await householdsHeldBy(openid);
  const tenures = households
    .filter((household) => household.communityId === communityId)
    .flatMap((household) => household.tenures);
  return tenures.find(({ holder }) => holder?.openid === openid)?.residentId;
}

async function holdersOf(residentId: string, today: Day): Promise<readonly Recipient[]> {
  const households = await householdsOfResidents([residentId]);
  const tenures = households.flatMap((household) => household.tenures);
  const openids = tenures
    .filter((tenure) => tenure.residentId === residentId && opensHome(tenure, today))
    .flatMap(({ holder }) => (holder ? [holder.openid] : []));
  const each = [...new Set(openids)].map((openid) => ({ openid, residentId }));
  return each.length > 0 ? each : [{ residentId }];
}
