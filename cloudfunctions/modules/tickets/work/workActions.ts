import type { ParsedOf } from '../../../../types/contract';
import type { Fen } from '../../../../types/money';
import { refused } from '../../../../types/refusal';
import { keptFiles } from '../reporting/files';
import type { KeptFile } from '../ticket';
import { ticketsByIds } from '../ticketsStore';
import { appointmentDue } from './appointmentDue';
import { finish } from './doing/finish';
import { confirmAppointment, pause, postpone, resume } from './doing/standstill';
import { addPhotos, checkIn, setMaterials, tick } from './doing/visit';
import { type Done, onTicket } from './onTicket';
import { silenceWords, spanWords, tellAssignee, tellReporter, tellRevisitor } from './told';

/** B5: at the place, by a code or with a reason why not. */
export const checkInTicket = onTicket<ParsedOf<'ticketWork.checkIn'>>({
  what: 'ticketCheckedIn',
  as: ['assignee'],
  rule: ({ ticket, input, acting }) => checkIn(ticket, input, acting),
  facts: ({ cannotScan }) => ({ isScanned: cannotScan === undefined }),
  tell: (_before, after) => tellReporter(after, 'ticketMoved', { change: '有进展：师傅已到场' }),
});

/** B5: one item of the door-step checklist. */
export const tickItem = onTicket<ParsedOf<'ticketWork.tick'>>({
  what: 'ticketItemTicked',
  as: ['assignee'],
  rule: ({ ticket, input, acting }) => tick(ticket, input, acting),
});

/** B5: photos of before and after, the engineer's own. */
export const addWorkPhotos = onTicket<ParsedOf<'ticketWork.addPhotos'>>({
  what: 'ticketPhotosAdded',
  as: ['assignee'],
  files: ({ photos }) => photos,
  rule: ({ ticket, input, acting }) =>
    addPhotos(ticket, { when: input.when, photos: kept(input.photos, acting) }, acting),
  afterwards: 'check',
});

/** B5: what was used. */
export const setTicketMaterials = onTicket<ParsedOf<'ticketWork.setMaterials'>>({
  what: 'ticketMaterialsSet',
  as: ['assignee'],
  rule: ({ ticket, input, acting }) =>
    setMaterials(
      ticket,
      input.materials.map((one) => ({ ...one, price: one.price as Fen })),
      acting,
    ),
});

const waitsFor = { owner: '等业主', part: '等配件' } as const;

/** B3: the clocks stand still for a named reason. */
export const pauseTicket = onTicket<ParsedOf<'ticketWork.pause'>>({
  what: 'ticketPaused',
  as: ['assignee', 'supervisor'],
  rule: ({ ticket, input, acting }) => pause(ticket, input, acting),
  reason: ({ reason }) => reason,
  tell: (_before, after) =>
    tellReporter(after, 'ticketMoved', {
      change: `有进展：${after.paused ? waitsFor[after.paused.reason] : '暂停'}`,
    }),
  afterwards: 'dispatch',
});

/** B3: and go on. */
export const resumeTicket = onTicket<ParsedOf<'ticketWork.resume'>>({
  what: 'ticketResumed',
  as: ['assignee', 'supervisor'],
  rule: ({ ticket, acting }) => resume(ticket, acting),
});

/** B5: not today, but then; the owner says whether. */
export const postponeTicket = onTicket<ParsedOf<'ticketWork.postpone'>>({
  what: 'ticketPostponed',
  as: ['assignee'],
  rule: ({ ticket, input, acting }) => postpone(ticket, input, acting),
  reason: ({ reason }) => reason,
  tell: (_before, after) =>
    tellReporter(
      after,
      'appointmentProposed',
      after.appointment ? { when: spanWords(after.appointment) } : {},
    ),
  more: (after) => ({ due: appointmentDue(after) }),
  afterwards: 'dispatch',
});

/** B5: the owner agrees, or names another time. */
export const confirmTicketAppointment = onTicket<ParsedOf<'tickets.confirmAppointment'>>({
  what: 'appointmentConfirmed',
  as: ['reporter', 'customerService'],
  rule: ({ ticket, input, acting }) => confirmAppointment(ticket, input.other, acting),
  tell: (_before, after) =>
    tellAssignee(after, 'workMoved', {
      change: after.appointment ? `约在 ${spanWords(after.appointment)}` : '时间已确认',
    }),
});

/** B5: done, signed by the engineer; the owner is asked to accept, whoever revisits an emergency to ask (B3). A task is told to nobody: its desk sees it. */
export const finishTicket = onTicket<ParsedOf<'ticketWork.finish'>>({
  what: 'ticketFinished',
  as: ['assignee'],
  files: ({ signature }) => [signature],
  rule: async ({ ticket, input, acting }) => {
    const [signature] = kept([input.signature], acting);
    if (!signature) return refused('FILE_NOT_YOURS');
    return finish(ticket, { result: input.result, signature }, await ticketsByIds(ticket.taskIds), acting);
  },
  tell: (before, after) => [
    ...tellReporter(after, 'ticketFinished', silenceWords(after)),
    ...tellRevisitor(before, after),
  ],
  afterwards: 'dispatch',
});

function kept(fileIds: readonly string[], { who, now }: Done<unknown>['acting']): readonly KeptFile[] {
  return keptFiles(fileIds, who.openid, now);
}
