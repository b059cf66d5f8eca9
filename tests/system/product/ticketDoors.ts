import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import type { ActionName, InputOf } from '../../../types/contract';
import type { Instant } from '../../../types/day';
import { type Persona, people } from './community';
import { openidOf, type World } from './world';

type Doors<A extends ActionName> = {
  readonly [K in A]: { input: InputOf<K>; people: readonly Persona[] };
};
type TicketAction = Extract<
  ActionName,
  | `tickets.${string}`
  | `ticketWork.${string}`
  | `ticketDesks.${string}`
  | `roster.${string}`
  | `knowledge.${string}`
>;

/** Each action has a ticket of its own, so that what one does leaves the others alone. */
const of = (action: TicketAction) => ({ ticketId: `ticket-${action}` });
const household: readonly Persona[] = ['owner', 'family', 'tenant'];
const leaders: readonly Persona[] = ['supervisor', 'projectManager'];
const desk: readonly Persona[] = ['customerService', ...leaders];
const workers: readonly Persona[] = ['engineer', 'guard'];
const staff: readonly Persona[] = [...workers, ...desk];
const everybodyAtHome: readonly Persona[] = [...household, 'ownerNextDoor'];
const window = { from: 1_796_000_000_000, to: 1_796_003_600_000 };
const report: Omit<InputOf<'tickets.report'>, 'homeId'> = {
  ...{ type: 'repair', problem: 'leak', urgency: 'general', text: '水管漏水', photos: [] },
};
const signature = 'cloud://env.b/people/x/s.png';

/** A repair of home yunqi-1201 that its owner has reported and that the engineer is working on. */
export function seededTicket(ticketId: string, now: Instant): Omit<Ticket, 'version'> {
  return {
    ...{ _id: ticketId, communityId: 'yunqi', number: '20261101-0001', type: 'repair', problem: 'leak' },
    ...{ urgency: 'general', title: { text: '水管漏水', check: 'passed' }, channel: 'app', state: 'working' },
    ...{ text: { text: '水管漏水', check: 'passed' }, photos: [], reportedAt: now, movedAt: now },
    ...{ homeId: 'yunqi-1201', place: '3栋2单元1201', building: '3栋' },
    reporter: { openid: openidOf('owner'), residentId: 'resident-owner', name: '王芳', phone: '13900000000' },
    assignee: {
      ...{ staffId: 'engineer', openid: openidOf('engineer'), name: '张建国', phone: '13800000000' },
      givenAt: now,
    },
    ...{ turned: [], clocks: [], steps: [], checklist: [], before: [], after: [], materials: [] },
    ...{ comebacks: 0, answers: [], revisits: [], taskIds: [] },
  };
}

export async function seedTickets(world: World): Promise<void> {
  for (const action of Object.keys(ticketDoors) as TicketAction[])
    await world.seed('tickets', { ...seededTicket(of(action).ticketId, world.ports.now()) });
}

/** Who may do what about tickets: written by hand a second time. */
export const ticketDoors: Doors<TicketAction> = {
  'tickets.recognise': { input: { text: '水管漏水' }, people },
  'tickets.form': { input: { homeId: 'yunqi-1201' }, people: household },
  'tickets.mine': { input: { homeId: 'yunqi-1201', which: 'open' }, people: household },
  'tickets.ticket': { input: of('tickets.ticket'), people: [...household, 'engineer', ...desk] },
  'tickets.report': { input: { homeId: 'yunqi-1201', ...report }, people: household },
  'tickets.takeReport': {
    input: {
      communityId: 'yunqi',
      channel: 'phone',
      place: { kind: 'home', building: '3', unit: '2', room: '1201' },
      ...report,
    },
    people: staff,
  },
  'tickets.add': {
    input: { ...of('tickets.add'), text: '还在漏', photos: [] },
    people: [...household, 'customerService'],
  },
  'tickets.cancel': {
    input: { ...of('tickets.cancel'), reason: '自己修好了' },
    people: [...household, 'customerService'],
  },
  'tickets.confirmAppointment': {
    input: of('tickets.confirmAppointment'),
    people: [...household, 'customerService'],
  },
  'tickets.acceptWork': { input: { ...of('tickets.acceptWork'), signature }, people: household },
  'tickets.rejectWork': {
    input: { ...of('tickets.rejectWork'), reason: '还在漏', photos: [] },
    people: [...household, 'customerService'],
  },
  'tickets.rate': { input: { ...of('tickets.rate'), stars: 5, words: [], photos: [] }, people: household },
  'tickets.judgeAnswer': {
    input: { ...of('tickets.judgeAnswer'), helped: true },
    people: [...household, 'customerService'],
  },
  'tickets.answer': { input: { ...of('tickets.answer'), text: '已经安排' }, people: desk },
  'tickets.grade': { input: { ...of('tickets.grade'), grade: 'major', reason: '影响多户' }, people: desk },
  'tickets.correct': {
    input: {
      ...of('tickets.correct'),
      type: 'repair',
      problem: 'burst',
      urgency: 'emergency',
      reason: '是爆管',
    },
    people: ['customerService', 'supervisor'],
  },

  'ticketWork.queue': { input: { communityId: 'yunqi' }, people: staff },
  'ticketWork.why': { input: of('ticketWork.why'), people: ['engineer', ...desk] },
  'ticketWork.colleagues': { input: of('ticketWork.colleagues'), people: ['engineer', ...leaders] },
  // Any of them may have been offered it, or take what waits for anybody.
  'ticketWork.accept': { input: of('ticketWork.accept'), people: workers },
  'ticketWork.decline': {
    input: { ...of('ticketWork.decline'), reason: '在处理急单' },
    people: ['engineer'],
  },
  'ticketWork.transfer': {
    input: { ...of('ticketWork.transfer'), to: 'guard', reason: '离得近' },
    people: ['engineer'],
  },
  'ticketWork.override': {
    input: { ...of('ticketWork.override'), to: 'guard', reason: '更合适' },
    people: leaders,
  },
  'ticketWork.checkIn': {
    input: { ...of('ticketWork.checkIn'), cannotScan: '门牌掉了' },
    people: ['engineer'],
  },
  'ticketWork.tick': {
    input: { ...of('ticketWork.tick'), item: '敲门', isDone: true },
    people: ['engineer'],
  },
  'ticketWork.addPhotos': {
    input: { ...of('ticketWork.addPhotos'), when: 'before', photos: [] },
    people: ['engineer'],
  },
  'ticketWork.setMaterials': {
    input: { ...of('ticketWork.setMaterials'), materials: [] },
    people: ['engineer'],
  },
  'ticketWork.pause': {
    input: { ...of('ticketWork.pause'), reason: 'part', note: '等软管' },
    people: ['engineer', 'supervisor'],
  },
  'ticketWork.resume': { input: of('ticketWork.resume'), people: ['engineer', 'supervisor'] },
  'ticketWork.postpone': {
    input: { ...of('ticketWork.postpone'), reason: '缺配件', appointment: window },
    people: ['engineer'],
  },
  'ticketWork.finish': {
    input: { ...of('ticketWork.finish'), result: '换了软管', signature },
    people: ['engineer'],
  },
  'ticketWork.revisit': {
    input: { ...of('ticketWork.revisit'), isSatisfied: true, note: '满意' },
    people: desk,
  },
  'ticketWork.plan': {
    input: { ...of('ticketWork.plan'), text: '先报价再施工', dueOn: '2026-12-01' },
    people: desk,
  },
  'ticketWork.takeRating': {
    input: { ...of('ticketWork.takeRating'), stars: 5, words: [] },
    people: ['customerService'],
  },
  'ticketWork.giveUpRating': {
    input: { ...of('ticketWork.giveUpRating'), reason: '没有人接' },
    people: ['customerService'],
  },
  'ticketWork.afterCheck': { input: { ...of('ticketWork.afterCheck'), verdict: 'good' }, people: leaders },
  'ticketWork.openContact': { input: of('ticketWork.openContact'), people: ['engineer', ...desk] },
  'ticketWork.list': { input: { communityId: 'yunqi', which: 'open' }, people: desk },
  'ticketWork.find': {
    input: { communityId: 'yunqi', building: '3', unit: '2', room: '1201' },
    people: desk,
  },

  'ticketDesks.customer': { input: { communityId: 'yunqi' }, people: desk },
  'ticketDesks.supervisor': { input: { communityId: 'yunqi' }, people: leaders },
  'ticketDesks.month': { input: { communityId: 'yunqi', month: '2026-10' }, people: leaders },
  'ticketDesks.rectifications': {
    input: { communityId: 'yunqi' },
    people: [...everybodyAtHome, ...staff, 'finance', 'committee'],
  },
  'ticketDesks.terms': { input: { communityId: 'yunqi' }, people: desk },
  'ticketDesks.setTerms': { input: { communityId: 'yunqi', terms: usualTerms }, people: ['projectManager'] },

  'roster.switchDuty': { input: { communityId: 'yunqi', isOnDuty: true }, people: staff },
  'roster.week': { input: { communityId: 'yunqi', from: '2026-11-02' }, people: staff },
  'roster.setShift': {
    input: { communityId: 'yunqi', staffId: 'engineer', day: '2026-11-02', shift: { from: 480, to: 1080 } },
    people: leaders,
  },
  'roster.copyWeek': { input: { communityId: 'yunqi', from: '2026-11-02' }, people: leaders },

  'knowledge.ask': {
    input: { communityId: 'yunqi', text: '几点有热水' },
    people: [...everybodyAtHome, ...staff],
  },
  'knowledge.list': { input: { communityId: 'yunqi' }, people: desk },
  'knowledge.save': {
    input: { communityId: 'yunqi', question: '几点有热水', answer: '全天有' },
    people: desk,
  },
  'knowledge.remove': { input: { communityId: 'yunqi', entryId: 'none' }, people: desk },
};
