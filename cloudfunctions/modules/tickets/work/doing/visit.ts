import type { Material } from '../../../../../types/contract/tickets';
import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { moved } from '../../life';
import type { KeptFile, Ticket } from '../../ticket';
import { type Acting, moving, plainly } from '../acting';
import { checklistOf } from './checklists';
import { readPlaceCode, type Shown, shownBy } from './placeCode';

/** B1's figure, for each of before and after. */
const mostPhotos = 9;
const words: Readonly<Record<Shown, string>> = { home: '已扫门牌码', building: '已扫楼栋码' };

/**
 * B5: the engineer is at the place. The checklist begins anew: it is of this visit. Refuses TICKET_MOVED, WRONG_CODE; INVALID_INPUT
 * where there is neither a code nor a reason.
 */
export function checkIn(
  ticket: Ticket,
  { code, cannotScan }: { readonly code?: string | undefined; readonly cannotScan?: string | undefined },
  acting: Acting,
): Outcome<Ticket> {
  const shown = code === undefined ? undefined : shownAt(ticket, code);
  const note = shown ? words[shown] : `没有扫码：${cannotScan ?? ''}`;
  const there = moved(ticket, 'checkIn', moving(acting, { note: plainly(note) }));
  if (!there.ok) return there;
  if (code !== undefined && !shown) return refused('WRONG_CODE');
  if (!shown && cannotScan === undefined) return refused('INVALID_INPUT', { field: 'code' });
  const { cannotScan: _earlier, ...rest } = there.value;
  return granted({
    ...rest,
    checkedInAt: acting.now,
    checklist: itemsOf(ticket).map((item) => ({ item })),
    ...(shown || cannotScan === undefined ? {} : { cannotScan }),
  });
}

/** Ticks an item of the checklist, or takes the tick away. Refuses TICKET_MOVED, INVALID_INPUT for what is no item. */
export function tick(
  ticket: Ticket,
  { item, isDone }: { readonly item: string; readonly isDone: boolean },
  acting: Acting,
): Outcome<Ticket> {
  const obstacle = notAtWork(ticket, acting);
  if (obstacle) return obstacle;
  if (!ticket.checklist.some((one) => one.item === item)) return refused('INVALID_INPUT', { field: 'item' });
  const at = isDone ? { at: acting.now } : {};
  // What was ticked before keeps its time.
  const checklist = ticket.checklist.map((one) =>
    one.item !== item || (isDone && one.at !== undefined) ? one : { item, ...at },
  );
  return granted({ ...ticket, checklist });
}

/** Photos of before or after; one that is there already is not added again. Refuses TICKET_MOVED, PHOTOS_TOO_MANY. */
export function addPhotos(
  ticket: Ticket,
  { when, photos }: { readonly when: 'before' | 'after'; readonly photos: readonly KeptFile[] },
  acting: Acting,
): Outcome<Ticket> {
  const obstacle = notAtWork(ticket, acting);
  if (obstacle) return obstacle;
  const fresh = photos.filter(({ fileId }) => !ticket[when].some((photo) => photo.fileId === fileId));
  const all = [...ticket[when], ...fresh];
  return all.length > mostPhotos ? refused('PHOTOS_TOO_MANY') : granted({ ...ticket, [when]: all });
}

/** The whole list of what was used. Refuses TICKET_MOVED. */
export function setMaterials(
  ticket: Ticket,
  materials: readonly Material[],
  acting: Acting,
): Outcome<Ticket> {
  return notAtWork(ticket, acting) ?? granted({ ...ticket, materials });
}

function shownAt(ticket: Ticket, scanned: string): Shown | undefined {
  const code = readPlaceCode(scanned);
  return code && shownBy(code, ticket);
}

/** A linked task was opened with its own items. */
function itemsOf({ channel, checklist, problem, homeId }: Ticket): readonly string[] {
  return channel === 'linked'
    ? checklist.map(({ item }) => item)
    : checklistOf(problem, homeId !== undefined);
}

function notAtWork({ state }: Ticket, { as }: Acting) {
  if (as !== 'assignee') return refused('NOT_ALLOWED');
  return state === 'working' ? undefined : refused('TICKET_MOVED');
}
