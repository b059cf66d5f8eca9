import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Problem,
  problems,
  type TicketType,
  ticketTypes,
  type Urgency,
  urgencies,
} from '../../types/ticket';

/** One sentence written for this project, with what it asks for. */
export interface Sentence {
  readonly type: TicketType;
  readonly urgency: Urgency;
  readonly problem: Problem;
  readonly text: string;
}

function oneOf<Name extends string>(names: readonly Name[], name: string, line: string): Name {
  const found = names.find((known) => known === name);
  if (found === undefined) {
    throw new Error(`Unknown kind "${name}" in: ${line}`);
  }
  return found;
}

/** Reads a line `type, urgency, problem, text`, parted by tabs. Throws on an unknown kind or an empty text. */
export function readSentence(line: string): Sentence {
  const [type = '', urgency = '', problem = '', text = ''] = line.split('\t');
  if (text.trim() === '') {
    throw new Error(`No text in: ${line}`);
  }
  return {
    type: oneOf(ticketTypes, type, line),
    urgency: oneOf(urgencies, urgency, line),
    problem: oneOf(problems, problem, line),
    text,
  };
}

/** Every sentence of the `.tsv` files of a folder, files in the order of their names. */
export function readSentences(folder: string): Sentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map(readSentence);
}

/** What people say around a matter (`padding.txt`): what stands before it ends with a comma, what stands behind begins with one. */
export function readPadding(folder: string): string[] {
  return readFileSync(join(folder, 'padding.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
