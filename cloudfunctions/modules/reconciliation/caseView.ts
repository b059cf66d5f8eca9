import type { OutputOf, ParsedOf } from '../../../types/contract';
import type { CaseView, ReconciledDay } from '../../../types/contract/reconciliation';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { staffMembersByIds } from '../people';
import { actionsFor, type Case } from './case';
import { caseById, casesOf, lastReconciledDays } from './casesStore';

/** Cases as finance sees them; who looks after them by name. One read. */
async function caseViews(found: readonly Case[]): Promise<readonly CaseView[]> {
  const staffIds = found
    .flatMap(({ ownerId, resolution }) => [ownerId, resolution?.by])
    .filter((id) => id !== undefined);
  const names = new Map((await staffMembersByIds(staffIds)).map(({ _id, name }) => [_id, name]));
  return found.map((one) => caseView(one, names));
}

function caseView(
  { _id, version: _version, ownerId, resolution, homeId: _home, merchantId: _merchant, ...rest }: Case,
  names: ReadonlyMap<string, string>,
): CaseView {
  const owner = ownerId === undefined ? undefined : names.get(ownerId);
  return {
    caseId: _id,
    ...rest,
    actions: rest.state === 'open' ? actionsFor[rest.cause] : [],
    ...(owner === undefined ? {} : { owner }),
    ...(resolution ? { resolution: { ...resolution, by: names.get(resolution.by) ?? '' } } : {}),
  };
}

/** The answer of every action about one case. */
export async function answerCase({ caseId }: { readonly caseId: string }): Promise<Outcome<CaseView>> {
  const found = await caseById(caseId);
  const [view] = found ? await caseViews([found]) : [];
  return view ? granted(view) : refused('NOT_ALLOWED');
}

/** Open ones the oldest first, resolved ones the newest first; 20 a page. */
export async function listCases({
  communityId,
  which,
  after,
}: ParsedOf<'reconciliation.cases'>): Promise<Outcome<OutputOf<'reconciliation.cases'>>> {
  const { rows, next } = await casesOf(communityId, which, after);
  const page = { cases: await caseViews(rows) };
  return granted(next === undefined ? page : { ...page, next });
}

/** The last 31 days, newest first. */
export async function listDays({
  communityId,
}: ParsedOf<'reconciliation.days'>): Promise<Outcome<readonly ReconciledDay[]>> {
  const days = await lastReconciledDays(communityId);
  return granted(
    days.map(({ day, state, rows, matched, differences, received, refunded, at, failure }) => ({
      day,
      state,
      rows,
      matched,
      differences,
      received,
      refunded,
      ...(at === undefined ? {} : { at }),
      ...(failure === undefined ? {} : { failure }),
    })),
  );
}
