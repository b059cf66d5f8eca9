import type { ParsedOf } from '../../../types/contract';
import type { OpenObjection } from '../../../types/contract/people';
import { placeName } from '../../../types/place';
import { granted, type Outcome } from '../../../types/refusal';
import { limits } from '../../kernel/limits';
import type { Context } from '../../kernel/routes';
import { heldTenures } from './household';
import { householdsUnderObjection, residentsByIds } from './peopleStore';
import { isSuspended } from './tenure';

/** Row A1: objections that wait for customer service, oldest first; at most 100 of them. Two reads. */
export async function listObjections(
  { communityId }: ParsedOf<'people.objections'>,
  { today }: Context,
): Promise<Outcome<readonly OpenObjection[]>> {
  const households = await householdsUnderObjection(communityId);
  const contested = households
    .flatMap((household) => heldTenures(household, today).map((tenure) => ({ household, tenure })))
    .flatMap(({ household, tenure }) => {
      const { objection } = tenure.holder;
      return objection ? [{ household, tenure, objection }] : [];
    })
    .sort((a, b) => a.objection.at - b.objection.at)
    .slice(0, limits.documentsPerQuery);
  const people = await residentsByIds(contested.map(({ tenure }) => tenure.residentId));
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return granted(
    contested.map(({ household, tenure, objection }) => ({
      homeId: household._id,
      place: placeName(household.place),
      tenureId: tenure.id,
      name: names.get(tenure.residentId) ?? '',
      relation: tenure.relation,
      at: objection.at,
      isSuspended: isSuspended(tenure),
    })),
  );
}
