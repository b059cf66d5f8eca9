import { existsSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What is wrong with how a command was called, in one sentence for whoever called it. */
export class WrongOption extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<Wanted extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Wanted }>
>['values'];

/** The options of a command. Throws WrongOption for one that it does not know, or that lacks its value. */
export function readOptions<Wanted extends Options>(words: readonly string[], options: Wanted): Read<Wanted> {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new WrongOption(`${first.replace(/\.$/, '')}; there are ${known.join(', ')}.`);
  }
}

/** Of digits alone, up to nine of them. Throws WrongOption. */
export function wholeNumber(name: string, text: string, least = 0): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number < least)
    throw new WrongOption(`--${name} is a whole number from ${least} on, not ${text || 'nothing'}.`);
  return number;
}

/** `7`, or all of `101-140`, at most 10,000. Throws WrongOption. */
export function seedsOf(text: string): readonly number[] {
  const [, first = '', last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === '' || count < 1 || count > 10_000)
    throw new WrongOption(
      `--seed is a whole number, or two rising ones like 101-140, not ${text || 'nothing'}.`,
    );
  return Array.from({ length: count }, (_, index) => Number(first) + index);
}

/** Throws WrongOption for anything that is none of them; absent stays absent. */
export function oneOf<Choice extends string>(
  name: string,
  text: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  const found = choices.find((choice) => choice === text);
  if (text !== undefined && found === undefined)
    throw new WrongOption(`--${name} is ${choices.join(' or ')}, not ${text || 'nothing'}.`);
  return found;
}

/** Throws WrongOption where there is none; absent stays absent. */
export function existingFile(name: string, path: string | undefined): string | undefined {
  if (path !== undefined && !existsSync(path)) throw new WrongOption(`--${name}: there is no file ${path}.`);
  return path;
}

/**
 * A command: its exit code is what it gives, 2 with one sentence where it was called wrongly. A reader that has seen enough (`| head`) ends it
 * quietly.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
