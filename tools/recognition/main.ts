import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isSure, recognise, sureFrom } from '../../cloudfunctions/modules/tickets/recognition/recognise';
import { existingFile, readOptions } from '../options';
import { measure } from './measure';

/** One text as one line of JSON. */
export function lineOf(text: string): string {
  const found = recognise(text);
  const { type, typeConfidence, problem, problemConfidence, urgency, urgencyConfidence } = found;
  const named = { type, typeConfidence, urgency, urgencyConfidence, problem, problemConfidence };
  return JSON.stringify({ ...named, isSure: isSure(found) }, (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(4)) : value,
  );
}

/**
 * npm run classify: one text per line on the input, one JSON per line. `--measure <csv>` instead compares with a file that
 * has the columns title, text, gold_category, weak_category.
 */
export async function runClassify(args: string[], input: NodeJS.ReadableStream): Promise<number> {
  const values = readOptions(args, { measure: { type: 'string' } });
  const table = existingFile('measure', values.measure);
  if (table !== undefined) {
    const figures = measure(readFileSync(table, 'utf8'), sureFrom.problem);
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return 0;
  }
  for await (const text of createInterface({ input })) {
    process.stdout.write(`${lineOf(text)}\n`);
  }
  return 0;
}
