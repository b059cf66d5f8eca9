import type { ParsedOf } from '../../../types/contract';
import type { ImportView } from '../../../types/contract/setup';
import type { Outcome, RefusalCode } from '../../../types/refusal';
import { granted, refused } from '../../../types/refusal';
import { changes, joined, replace, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { jobOf } from '../../platform/jobStore';
import { startJob } from '../../platform/jobs';
import { answerBegun, type MadeImport } from './checkImport';
import { type ImportRecord, type ImportStanding, standingMark } from './importRecord';
import { importById, importStandings, imports, standingOf } from './importStore';

type Opening = ParsedOf<'setup.applyImport'>['opening'];

/**
 * Row G6: brings a checked, error-free file in, from here on only forward. Refuses IMPORT_NOT_READY, IMPORT_HAS_PROBLEMS,
 * IMPORT_GIVEN_UP, IMPORT_ALREADY_APPLIED, IMPORT_UNDECIDED, IMPORT_RUNNING, IMPORT_OUTDATED, OPENING_TOTALS_DIFFER (with the file's totals).
 */
export const applyImport: Changing<ParsedOf<'setup.applyImport'>, void, MadeImport, ImportView> = {
  decide: async ({ importId, opening }, { now }): Promise<Decision<MadeImport>> => {
    const record = await importById(importId);
    if (!record) return toRefuse('NOT_ALLOWED');
    const { communityId } = record;
    const [standing, job] = await Promise.all([standingOf(communityId), jobOf('applyImport', importId)]);
    // Begun before, and stuck: it goes on, from the start, past what is there already.
    const goesOn = record.state === 'applying' && job?.state === 'stuck';
    const allowed = goesOn ? granted(undefined) : mayApply(record, standing, opening);
    if (!allowed.ok) return { kind: 'refuse', refusal: allowed.refusal };
    return toDo(
      { importId },
      joined(
        changes({
          writes: [
            replace(imports, record, { ...record, state: 'applying' }),
            save(importStandings, standing, { ...(standing ?? { _id: communityId }), applying: importId }),
          ],
          audit: [
            {
              what: 'importBegun',
              beneficiary: { communityId },
              subjects: [`imports/${importId}`],
              ...(opening ? { facts: opening } : {}),
            },
          ],
        }),
        startJob({ kind: 'applyImport', key: importId, communityId, input: { importId } }, job, now),
      ),
    );
  },
  answer: answerBegun,
};

/** May this import begin now. Pure. */
export function mayApply(
  record: ImportRecord,
  standing: ImportStanding | undefined,
  opening: Opening,
): Outcome<void> {
  const { state, findings, _id } = record;
  const code = stateRefusal[state];
  if (code) return refused(code);
  if (!findings) return refused('IMPORT_NOT_READY');
  if (standing?.applying !== undefined && standing.applying !== _id) return refused('IMPORT_RUNNING');
  if (standingMark(standing) !== findings.comparedWith) return refused('IMPORT_OUTDATED');
  if (Object.keys(record.decisions ?? {}).length < findings.conflicts) return refused('IMPORT_UNDECIDED');
  const {
    hasOpening,
    openingArrears: arrears,
    openingPrepaid: prepaid,
    openingVouchers: vouchers,
  } = findings;
  const isReconciled =
    opening?.arrears === arrears && opening.prepaid === prepaid && (opening.vouchers ?? 0) === vouchers;
  return hasOpening && !isReconciled
    ? refused('OPENING_TOTALS_DIFFER', { arrears, prepaid, ...(vouchers > 0 ? { vouchers } : {}) })
    : granted(undefined);
}

const stateRefusal: Readonly<Partial<Record<ImportRecord['state'], RefusalCode>>> = {
  checking: 'IMPORT_NOT_READY',
  rejected: 'IMPORT_HAS_PROBLEMS',
  givenUp: 'IMPORT_GIVEN_UP',
  undoing: 'IMPORT_GIVEN_UP',
  applying: 'IMPORT_ALREADY_APPLIED',
  applied: 'IMPORT_ALREADY_APPLIED',
};
