import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import type { Day, Instant } from '../../../../types/day';
import { placeName } from '../../../../types/place';
import { staffIdIn } from '../../../kernel/caller';
import { type Decision, toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { homeAt } from '../../community';
import {
  type Household,
  householdOf,
  isCurrent,
  opensHome,
  type Resident,
  residentsByIds,
  type StaffMember,
  staffOf,
} from '../../people';
import { mendedLately, repeatWithin } from '../returns';
import { termsOf } from '../termsStore';
import type { Ticket } from '../ticket';
import { reportedSince } from '../ticketsStore';
import { answerGiven, type Waiting } from './afterwards';
import { takerName } from './names';
import { filesOf, newTicket, type Reported } from './newTicket';
import { opened } from './opened';
import { buildingName } from './places';
import { isEmergency, whenUploaded } from './uploaded';

type TakeReport = ParsedOf<'tickets.takeReport'>;

/** Where it is, and who lives there. */
interface Whereabouts extends Pick<Reported, 'place' | 'building'> {
  readonly household?: Household;
}

/**
 * Staff take down what came by phone, over the counter or on the way, or what they found on patrol (E3). Somebody of the home whose number was given, or its owner, stands as
 * the reporter and finds the ticket on the phone; of what was found on patrol in the common area whoever found it. Refuses HOME_NOT_FOUND, and as a report does.
 */
export const takeReport: Changing<TakeReport, void, Waiting, TicketView> = {
  prepare: whenUploaded<TakeReport>(filesOf, isEmergency),

  async decide(input, context): Promise<Decision<Waiting>> {
    const { communityId, channel, place, contact, ...said } = input;
    const { caller, now, today, newId } = context;
    const [where, terms, staff] = await Promise.all([
      whereabouts(communityId, place),
      termsOf(communityId),
      staffOf(communityId),
    ]);
    const taker = staff.find(({ _id }) => _id === staffIdIn(context.caller, communityId));
    if (!where) return toRefuse('HOME_NOT_FOUND');
    if (!taker) return toRefuse('NOT_ALLOWED');
    const { household, ...spot } = where;
    const finder = channel === 'patrol' && !household && !contact ? { openid: caller.openid } : {};
    const reporter = { ...(await reporterOf({ household, contact, taker, today })), ...finder };
    const made = newTicket(
      said,
      {
        ...{ communityId, channel, reporter, ...spot },
        ...(household ? await ofHome(household._id, now) : {}),
        sender: { openid: caller.openid, staffId: taker._id, by: takerName(taker) },
      },
      { now, terms, newId: newId() },
    );
    if (!made.ok) return { kind: 'refuse', refusal: made.refusal };
    const watchers = household ? { household, staff } : { staff };
    return toDo(
      { ticketId: made.value._id, isUrgent: made.value.urgency === 'emergency' },
      opened(made.value, { now, terms, watchers, what: 'ticketTaken' }),
    );
  },

  answer: answerGiven,
};

async function whereabouts(
  communityId: string,
  place: TakeReport['place'],
): Promise<Whereabouts | undefined> {
  const building = buildingName(place.building);
  if (place.kind === 'common') return { place: `${building} ${place.where}`, building };
  const home = await homeAt(communityId, place);
  const household = home && (await householdOf(home._id));
  return (
    household && {
      place: placeName(household.place),
      building: buildingName(household.place.building),
      household,
    }
  );
}

/** One read. */
async function ofHome(homeId: string, now: Instant): Promise<Pick<Reported, 'homeId' | 'mendedLately'>> {
  const earlier = await reportedSince(homeId, (now - repeatWithin) as Instant);
  return { homeId, mendedLately: mendedLately(earlier, now) };
}

/** Of the home whoever has the given number, else who was named, else the owner; nobody's is the taker's own. */
async function reporterOf({
  household,
  contact,
  taker,
  today,
}: {
  readonly household: Household | undefined;
  readonly contact: TakeReport['contact'];
  readonly taker: StaffMember;
  readonly today: Day;
}): Promise<Ticket['reporter']> {
  const takenBy = taker._id;
  const tenures = household?.tenures.filter((tenure) => isCurrent(tenure, today)) ?? [];
  const residents = await residentsByIds(tenures.map(({ residentId }) => residentId));
  const owner = tenures.find(({ relation }) => relation === 'owner')?.residentId;
  const known = contact
    ? residents.find(({ phone }) => phone === contact.phone)
    : residents.find(({ _id }) => _id === owner);
  if (!known && contact) return { ...contact, takenBy };
  if (!known) return { name: taker.name, phone: taker.phone, takenBy, isTaker: true };
  const tenure = tenures.find(({ residentId }) => residentId === known._id);
  const openid = tenure && opensHome(tenure, today) ? { openid: tenure.holder.openid } : {};
  return { ...openid, ...named(known), takenBy };
}

function named({ _id, name, phone = '' }: Resident) {
  return { residentId: _id, name, phone };
}
