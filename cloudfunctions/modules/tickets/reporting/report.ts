import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import type { Instant } from '../../../../types/day';
import { placeName } from '../../../../types/place';
import { type Decision, toDo, toRefuse } from '../../../kernel/decision';
import { limits } from '../../../kernel/limits';
import type { Changing } from '../../../kernel/routes';
import { householdOf, residentsByIds, staffOf } from '../../people';
import { mendedLately, repeatWithin } from '../returns';
import { termsOf } from '../termsStore';
import { countOpenOf, reportedSince } from '../ticketsStore';
import { answerGiven, type Waiting } from './afterwards';
import { filesOf, newTicket } from './newTicket';
import { opened } from './opened';
import { buildingName } from './places';
import { isEmergency, whenUploaded } from './uploaded';

/** An owner, a family member or a tenant reports something about a home (B1). Refuses as the contract says. */
export const report: Changing<ParsedOf<'tickets.report'>, void, Waiting, TicketView> = {
  prepare: whenUploaded<ParsedOf<'tickets.report'>>(filesOf, isEmergency),

  async decide({ homeId, ...said }, { caller, now, newId }): Promise<Decision<Waiting>> {
    const held = caller.homes.find((home) => home.homeId === homeId);
    if (!held) return toRefuse('NOT_ALLOWED');
    const { communityId, residentId } = held;
    const [household, residents, terms, open, staff, earlier] = await Promise.all([
      householdOf(homeId),
      residentsByIds([residentId]),
      termsOf(communityId),
      countOpenOf(caller.openid),
      staffOf(communityId),
      reportedSince(homeId, (now - repeatWithin) as Instant),
    ]);
    if (!household) return toRefuse('NOT_ALLOWED');
    const isUrgent = said.urgency === 'emergency';
    if (!isUrgent && open >= limits.openTicketsPerPerson) return toRefuse('TOO_MANY_TICKETS');
    // Whoever has so many open is told to call, where somebody listens at once.
    if (isUrgent && open >= limits.openWithEmergencies) return toRefuse('TOO_MANY_EMERGENCIES');
    const [{ name = '', phone = '' } = {}] = residents;
    const made = newTicket(
      said,
      {
        ...{ communityId, homeId, place: placeName(household.place), channel: 'app' },
        building: buildingName(household.place.building),
        reporter: { openid: caller.openid, residentId, name, phone },
        mendedLately: mendedLately(earlier, now),
        sender: { openid: caller.openid },
      },
      { now, terms, newId: newId() },
    );
    if (!made.ok) return { kind: 'refuse', refusal: made.refusal };
    const watchers = { household, staff };
    return toDo(
      { ticketId: made.value._id, isUrgent: made.value.urgency === 'emergency' },
      opened(made.value, { now, terms, watchers, what: 'ticketReported' }),
    );
  },

  answer: answerGiven,
};
