import { oneOf, type PendingPrompt, Prompts } from './prompts';

interface Drawn {
  answer(value: string): void;
  isClosed: boolean;
}

function question(kind: string, drawn: Drawn[] = []) {
  return {
    kind,
    read: oneOf(kind, 'yes', 'no'),
    draw: (answer: (value: 'yes' | 'no') => void) => {
      const shown: Drawn = { answer: (value) => answer(value as 'yes' | 'no'), isClosed: false };
      drawn.push(shown);
      return () => {
        shown.isClosed = true;
      };
    },
  };
}

test('a question waits for a tap, and is taken off by it', async () => {
  const opened: PendingPrompt[] = [];
  const prompts = new Prompts((prompt) => opened.push(prompt));
  const drawn: Drawn[] = [];
  const asked = prompts.ask({ ...question('pay', drawn), details: { fee: 1 } });
  expect(opened).toEqual([{ kind: 'pay', details: { fee: 1 } }]);
  expect(prompts.pending()).toEqual(opened);
  drawn[0]!.answer('yes');
  expect(await asked).toBe('yes');
  expect(drawn[0]!.isClosed).toBe(true);
  expect(prompts.pending()).toEqual([]);
});

test('an answer from outside goes to the oldest open question of its kind', async () => {
  const prompts = new Prompts();
  const first = prompts.ask(question('pay'));
  const second = prompts.ask(question('pay'));
  const other = prompts.ask(question('scan'));
  prompts.answerNext('pay', 'no');
  prompts.answerNext('pay', 'yes');
  prompts.answerNext('scan', 'yes');
  expect(await Promise.all([first, second, other])).toEqual(['no', 'yes', 'yes']);
});

test('answers given ahead are taken in their order, and nothing is shown', async () => {
  const opened: PendingPrompt[] = [];
  const prompts = new Prompts((prompt) => opened.push(prompt));
  prompts.answerNext('pay', 'no');
  prompts.answerNext('pay', 'yes');
  expect(await prompts.ask(question('pay'))).toBe('no');
  expect(await prompts.ask(question('pay'))).toBe('yes');
  expect(opened).toEqual([]);
});

test('a wrong answer is refused: at once when the question is open, by the asker when it was given ahead', async () => {
  const prompts = new Prompts();
  const words = `pay is answered with 'yes' or 'no', not "maybe"`;
  const asked = prompts.ask(question('pay'));
  expect(() => prompts.answerNext('pay', 'maybe')).toThrow(words);
  prompts.answerNext('pay', 'yes');
  expect(await asked).toBe('yes');
  prompts.answerNext('pay', 'maybe');
  await expect(prompts.ask(question('pay'))).rejects.toThrow(words);
});

test('answers given ahead can be forgotten', () => {
  const prompts = new Prompts();
  prompts.answerNext('pay', 'yes');
  prompts.forget();
  void prompts.ask(question('pay'));
  expect(prompts.pending()).toHaveLength(1);
});
