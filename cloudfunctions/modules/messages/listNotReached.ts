import type { ParsedOf } from '../../../types/contract';
import type { NotReached, NotReachedPage } from '../../../types/contract/messages';
import { granted, type Outcome } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { residentsByIds, staffMembersByIds } from '../people';
import { countNotReached, inboxRowsByIds, marksOf, type NotReachedRow, notReachedOf } from './messagesStore';

/** Whom messages did not reach, newest first, with how to reach them: in full, for they are to be called. */
export async function listNotReached(
  { communityId, among, which, after }: ParsedOf<'messages.listNotReached'>,
  _context: Context,
): Promise<Outcome<NotReachedPage>> {
  const [page, open] = await Promise.all([
    notReachedOf({ communityId, among, state: which }, after),
    countNotReached(communityId, among),
  ]);
  const rows = await shown(page.rows);
  return granted(page.next === undefined ? { rows, open } : { rows, open, next: page.next });
}

/** At most one page of rows. Four reads at once. */
export async function shown(rows: readonly NotReachedRow[]): Promise<readonly NotReached[]> {
  const ids = <K extends keyof NotReachedRow>(name: K) =>
    rows.flatMap((row) => (row[name] === undefined ? [] : [row[name] as string]));
  const [residents, staff, messages, marks] = await Promise.all([
    residentsByIds(ids('residentId')),
    staffMembersByIds([...ids('staffId'), ...ids('settledBy')]),
    inboxRowsByIds(ids('_id')),
    marksOf(ids('openid')),
  ]);
  const people = new Map([...residents, ...staff].map((person) => [person._id, person]));
  const read = new Set(messages.filter(({ isRead }) => isRead).map(({ _id }) => _id));
  const readUpTo = new Map(marks.map((mark) => [mark._id, mark.readUpTo]));
  return rows.map((row) => {
    const person = people.get(row.residentId ?? row.staffId ?? '');
    const isSeen = read.has(row._id) || (readUpTo.get(row.openid ?? '') ?? 0) >= row.at;
    return view(row, {
      name: person?.name,
      phone: person?.phone,
      isSeen,
      by: people.get(row.settledBy ?? '')?.name,
    });
  });
}

interface Known {
  readonly name: string | undefined;
  readonly phone: string | undefined;
  readonly isSeen: boolean;
  readonly by: string | undefined;
}

function view(row: NotReachedRow, { name, phone, isSeen, by }: Known): NotReached {
  const { _id, subject, title, body, at, reason, how, note, settledAt } = row;
  return {
    notReachedId: _id,
    subject,
    title,
    body,
    at,
    reason,
    isSeen,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(how === undefined || settledAt === undefined
      ? {}
      : { settled: { how, by: by ?? '', at: settledAt, ...(note === undefined ? {} : { note }) } }),
  };
}
