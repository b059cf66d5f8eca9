import type { ParsedOf } from '../../../../types/contract';
import type { ReportForm } from '../../../../types/contract/tickets';
import { placeName } from '../../../../types/place';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import { maskedName, maskedPhone } from '../../../kernel/mask';
import type { Context } from '../../../kernel/routes';
import { communityById } from '../../community';
import { householdOf, readForCaller, residentsByIds } from '../../people';
import { termsOf } from '../termsStore';
import type { Terms } from '../ticket';
import { folderOf } from './files';

/** What the report screen needs to begin. Three reads at once. */
export async function reportForm(
  { homeId }: ParsedOf<'tickets.form'>,
  { caller }: Context,
): Promise<Outcome<ReportForm>> {
  const held = caller.homes.find((home) => home.homeId === homeId);
  if (!held) return refused('NOT_ALLOWED');
  const [household, residents, community, terms] = await Promise.all([
    readForCaller(caller)?.held.find(({ _id }) => _id === homeId) ?? householdOf(homeId),
    residentsByIds([held.residentId]),
    communityById(held.communityId),
    termsOf(held.communityId),
  ]);
  if (!household || !community) return refused('NOT_ALLOWED');
  const [{ name = '', phone = '' } = {}] = residents;
  return granted({
    ...{
      homeId,
      communityId: held.communityId,
      communityName: community.name,
      place: placeName(household.place),
    },
    contact: { name: maskedName(name), phone: phone && maskedPhone(phone) },
    folder: folderOf(caller.openid),
    promises: promisesOf(terms),
    ...(community.servicePhone === undefined ? {} : { servicePhone: community.servicePhone }),
  });
}

function promisesOf({ emergency, general, enquiry }: Terms): ReportForm['promises'] {
  return [
    { urgency: 'emergency', respond: emergency.respond, arrive: emergency.arrive },
    { urgency: 'general', respond: general.respond, close: general.close },
    { urgency: 'enquiry', answer: enquiry.answer },
  ];
}
