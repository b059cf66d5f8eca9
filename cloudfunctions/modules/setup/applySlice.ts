import { dayOf } from '../../../types/day';
import { type Changes, changes, joined, replace, save } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import { limits } from '../../kernel/limits';
import type { Ports } from '../../kernel/ports';
import { bringAbout } from '../../platform/bulk';
import { DecideAgain } from '../../platform/commit';
import type { SliceOf } from '../../platform/jobs';
import { channelOfNewPayees } from '../../platform/pay';
import { settle } from '../../platform/settle';
import { type Community, communities, communityById, homesAfter } from '../community';
import { startCounting } from '../desk';
import { startReconciling } from '../reconciliation';
import { bringIn } from './bringIn';
import { filesDue } from './importFiles';
import type { ImportRecord, PlannedStep } from './importRecord';
import { importById, importStandings, imports, standingOf } from './importStore';
import { readPlan } from './planFiles';
import type { Desk } from './records/desk';
import { loadDesk } from './records/loadDesk';
import { documentsOf } from './records/stepDocuments';
import { homeOfStep } from './register/step';
import { groupsOf } from './slicePages';

/** Where the next slice begins: a file of the plan, and in a live community a commit of it. */
interface Cursor {
  readonly file: number;
  readonly commit: number;
}

/** Ours: commits of one slice, so that it takes a second or two. */
const commitsAtOnce = 20;

/**
 * Brings one slice of a checked import in. While the community is being prepared nobody sees it, and a file of the plan is written
 * by the hundred documents; in a live one every home is an audited commit. Both may be begun again at any point: what is there
 * already is left alone.
 */
export const applySlice: SliceOf = async (job, ports) => {
  const record = await importById(String(job.input.importId));
  const community = record && (await communityById(record.communityId));
  if (record?.state !== 'applying' || !record.findings || !community) return { changes: changes({}) };
  const { file, commit } = (job.cursor as Cursor | undefined) ?? { file: 0, commit: 0 };
  const fileId = record.findings.planFileIds[file];
  if (fileId === undefined) return { changes: await end(record, community, ports) };
  const steps = await readPlan(fileId);
  const isPreparing = community.state === 'preparing';
  const work = { record, isPreparing, ports };
  if (isPreparing) {
    await bringInUnseen(steps, work);
    return { changes: changes({}), cursor: { file: file + 1, commit: 0 } satisfies Cursor };
  }
  const commits = groupsOf(steps).flatMap(commitsOf);
  let leftOut = 0;
  for (const group of commits.slice(commit, commit + commitsAtOnce))
    leftOut += await commitGroup(group, work);
  const counted = { ...record, leftOut: record.leftOut + leftOut };
  const isThrough = commit + commitsAtOnce >= commits.length;
  const next = isThrough ? { file: file + 1, commit: 0 } : { file, commit: commit + commitsAtOnce };
  return {
    changes: changes({ writes: leftOut > 0 ? [replace(imports, record, counted)] : [] }),
    cursor: next satisfies Cursor,
  };
};

interface Work {
  readonly record: ImportRecord;
  readonly isPreparing: boolean;
  readonly ports: Ports;
}

function authorOf({ communityId }: ImportRecord) {
  return { action: 'job.applyImport', actor: { as: 'job' }, communityId };
}

/** Nothing is left out: nobody else has written there. */
async function bringInUnseen(planned: readonly PlannedStep[], work: Work): Promise<void> {
  const desk = await loadDesk(planned.map(({ step }) => step));
  bringAll(planned, desk, work);
  for (const { collection, wanted, there } of desk.moved())
    await bringAbout(collection, { wanted, there }, authorOf(work.record), work.ports);
}

/** Leaves room for the audit entry and for documents that several steps share. */
const documentsAtOnce = limits.documentsPerCommit - 4;

/** Parts of a group that fit in one commit. */
function commitsOf(group: readonly PlannedStep[]): readonly (readonly PlannedStep[])[] {
  const parts: PlannedStep[][] = [];
  let names = new Set<string>();
  for (const planned of group) {
    const own = documentsOf(planned.step).map((name) => name.join('/'));
    const together = new Set([...names, ...own]);
    const last = parts.at(-1);
    if (last && together.size <= documentsAtOnce) {
      last.push(planned);
      names = together;
    } else {
      parts.push([planned]);
      names = new Set(own);
    }
  }
  return parts;
}

async function commitGroup(group: readonly PlannedStep[], work: Work): Promise<number> {
  const { record, ports } = work;
  const decide = async () => {
    const desk = await loadDesk(group.map(({ step }) => step));
    const leftOut = bringAll(group, desk, work);
    const { writes, journal } = desk.forCommit();
    if (writes.length + journal.length === 0) return toDo(leftOut, changes({}));
    const [first] = group;
    const homeId = first && homeOfStep(first.step);
    const { communityId, _id } = record;
    const beneficiary = homeId === undefined ? { communityId } : { communityId, homeId };
    const subjects = [`imports/${_id}`];
    const facts = { records: writes.length };
    return toDo(
      leftOut,
      changes({ writes, journal, audit: [{ what: 'imported', beneficiary, subjects, facts }] }),
    );
  };
  const done = await settle({ author: authorOf(record), decide }, ports);
  if (!done.ok) throw new DecideAgain(`a home of ${record._id} is busy`);
  return done.value;
}

function bringAll(planned: readonly PlannedStep[], desk: Desk, { record, isPreparing, ports }: Work): number {
  const now = ports.now();
  const doing = { now, today: dayOf(now), communityId: record.communityId };
  const terms = { isPreparing, decisions: record.decisions ?? {} };
  return planned.reduce((leftOut, one) => leftOut + bringIn(one, desk, { ...doing, ...terms }), 0);
}

/** All slices are done: from this commit on a new community's homes can be bound and paid for. */
async function end(record: ImportRecord, community: Community, ports: Ports): Promise<Changes> {
  const { communityId, findings, _id: importId } = record;
  const [standing, homes] = await Promise.all([
    standingOf(communityId),
    homesAfter(communityId, undefined, 1),
  ]);
  const { applying: _done, givenUp: _gone, ...rest } = standing ?? { _id: communityId };
  const baseFileId = findings?.baseFileId;
  if (baseFileId === undefined) throw new Error(`${importId} was never checked`);
  const applied = { importId, baseFileId };
  const becomesLive = community.state === 'preparing' && homes.length > 0;
  const payee = community.payee ?? payeeOf(record);
  const next: Community = {
    ...community,
    ...(payee ? { payee } : {}),
    ...(becomesLive ? { state: 'live' } : {}),
  };
  const today = dayOf(ports.now());
  const everyDay = becomesLive
    ? [await startReconciling(communityId, today), await startCounting(communityId, today)]
    : [];
  const applying = changes({
    writes: [
      replace(imports, record, {
        ...{ ...record, state: 'applied', appliedAt: ports.now() },
        ...(becomesLive ? { madeLive: true } : {}),
      }),
      save(importStandings, standing, { ...rest, applied }),
      ...(becomesLive || payee !== community.payee ? [replace(communities, community, next)] : []),
    ],
    audit: [
      {
        what: becomesLive ? 'communityLive' : 'importApplied',
        beneficiary: { communityId },
        subjects: [`imports/${importId}`, `communities/${communityId}`],
        facts: { leftOut: record.leftOut },
      },
    ],
    due: [filesDue(importId, ports.now())],
  });
  return joined(applying, ...everyDay);
}

function payeeOf({ findings }: ImportRecord): Community['payee'] {
  const payee = findings?.payee;
  if (!payee) return undefined;
  const { name, merchantId } = payee;
  return { payeeId: merchantId, name, merchantId, channel: channelOfNewPayees() };
}
