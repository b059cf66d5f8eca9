import type { OutputOf, ParsedOf } from '../../../types/contract';
import { addMonths, dayOf, firstDayOf, type Month, startOfDay } from '../../../types/day';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { changes } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { keepFile, linksTo } from '../../platform/files';
import { writeXlsx } from '../setup';
import { rowsOf } from './exportRows';

type Input = ParsedOf<'desk.export'>;
interface Made extends Input {
  readonly exportId: string;
}

/** A month of a community as xlsx. Who took it out is in the audit; the link expires, the same request gives the same file again. */
export const exportMonth: Changing<Input, void, Made, OutputOf<'desk.export'>> = {
  decide: async ({ communityId, month, what }, { newId }) => {
    const exportId = newId();
    return toDo(
      { communityId, month, what, exportId },
      changes({
        audit: [
          {
            what: 'exported',
            beneficiary: { communityId },
            subjects: [`communities/${communityId}`],
            facts: { month, what },
          },
        ],
      }),
    );
  },
  answer: async (made, { now }) => exported(made, dayOf(now)),
};

async function exported(
  { communityId, month, what, exportId }: Made,
  today: ReturnType<typeof dayOf>,
): Promise<Outcome<OutputOf<'desk.export'>>> {
  const of = month as Month;
  const range = { from: startOfDay(firstDayOf(of)), to: startOfDay(firstDayOf(addMonths(of, 1))) };
  const sheet = await rowsOf[what]({ communityId, month: of, range, today });
  const file = await keepFile(
    `exports/${communityId}/${exportId}/${sheet.name}${month}.xlsx`,
    writeXlsx([{ name: sheet.name, rows: [sheet.heading, ...sheet.rows] }]),
  );
  const link = (await linksTo([file])).get(file);
  return link === undefined ? refused('BUSY') : granted({ link, rows: sheet.rows.length });
}
