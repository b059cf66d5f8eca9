import type { ParsedOf } from '../../../types/contract';
import type { Day } from '../../../types/day';
import { granted } from '../../../types/refusal';
import { changes, replace, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { type MeterRecord, meterById, meters, readings, readingsAround } from './chargingStore';
import { checkReading, readingSentences } from './checkReading';
import type { MeterReading, Reading } from './meterUse';

type Made = { readonly meterId: string; readonly day: Day };

/** `_id` of a reading: one day has one. */
function readingId(meterId: string, day: Day): string {
  return `${meterId}·${day}`;
}

/**
 * A reading by hand; another one of the same day takes the place of the first (a bill that was made with it is reissued by finance).
 * Writes the meter too, so that two readings of it follow each other. Refuses READING_NOT_SOUND (`why` says in a sentence).
 */
export const recordReading: Changing<ParsedOf<'charging.recordReading'>, void, Made, Made> = {
  decide: async ({ meterId, ...input }, { today }): Promise<Decision<Made>> => {
    // The contract has checked that it is a day.
    const reading: Reading = readingOf({ ...input, day: input.day as Day });
    const [meter, around] = await Promise.all([meterById(meterId), readingsAround(meterId, reading.day)]);
    if (!meter) return toRefuse('NOT_ALLOWED');
    const checked = checkReading(reading, { start: meter.start.reading, readings: around, today });
    if (checked.kind === 'refused')
      return toRefuse('READING_NOT_SOUND', { why: readingSentences[checked.reason] });
    const made = { meterId, day: reading.day };
    if (checked.is === 'same') return toDo(made, changes({}));
    const there = around.find(({ day }) => day === reading.day);
    const isNewest = around.every(({ day }) => day <= reading.day);
    return toDo(
      made,
      changes({
        writes: [
          save(readings, there, recordOf(meter, reading)),
          replace(meters, meter, isNewest ? { ...meter, serial: reading.serial } : meter),
        ],
        audit: [
          {
            what: there ? 'readingCorrected' : 'readingRecorded',
            beneficiary: { homeId: meter.homeId, communityId: meter.communityId },
            subjects: [`readings/${readingId(meterId, reading.day)}`],
            facts: { value: reading.value, ...(there ? { before: there.value } : {}) },
          },
        ],
      }),
    );
  },
  answer: async (made) => granted(made),
};

function readingOf({
  day,
  serial,
  value,
  replaced,
}: Omit<Reading, 'replaced'> & {
  readonly replaced?: { readonly serial: string; readonly lastValue: number } | undefined;
}): Reading {
  return { day, serial, value, ...(replaced ? { replaced } : {}) };
}

/** A reading as it lies on disk. */
function recordOf(
  { _id: meterId, communityId }: Pick<MeterRecord, '_id' | 'communityId'>,
  reading: Reading,
): Omit<MeterReading, 'version'> {
  return { _id: readingId(meterId, reading.day), communityId, meterId, ...reading };
}
