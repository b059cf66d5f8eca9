import { existingFile, oneOf, readOptions, runCommand, seedsOf, WrongOption, wholeNumber } from './options';

test('seeds: one, or a rising span', () => {
  expect(seedsOf('7')).toEqual([7]);
  expect(seedsOf('5-7')).toEqual([5, 6, 7]);
  for (const text of ['', '5-3', '7-', '-1', '-', 'abc', '1.5', '1-2-3', '1-99999', '1e3', ' 7'])
    expect(() => seedsOf(text)).toThrow(WrongOption);
});

test('whole numbers, choices, files', () => {
  expect(wholeNumber('steps', '2000', 1)).toBe(2000);
  for (const text of ['0', '', '1.5', 'abc', '-1', '1e9', '0x10'])
    expect(() => wholeNumber('steps', text, 1)).toThrow(WrongOption);
  expect(oneOf('part', 'real', ['real', 'rules'])).toBe('real');
  expect(oneOf('part', undefined, ['real', 'rules'])).toBeUndefined();
  expect(() => oneOf('part', 'foo', ['real', 'rules'])).toThrow('--part is real or rules, not foo.');
  expect(existingFile('measure', __filename)).toBe(__filename);
  expect(() => existingFile('measure', 'nowhere.csv')).toThrow('--measure: there is no file nowhere.csv.');
});

test.each([[['--foo']], [['--seed']], [['--seed', '--steps', '3']], [['word']]])(
  'what was called wrongly is said in one sentence that names what there is: %j',
  async (words) => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const before = process.exitCode;
    const options = { seed: { type: 'string', default: '1' }, steps: { type: 'string' } } as const;
    await runCommand(async () => {
      readOptions(words, options);
      return 0;
    });
    expect(process.exitCode).toBe(2);
    process.exitCode = before;
    expect(said.mock.calls.map(([text]) => text)).toEqual([
      expect.stringMatching(/^[^\n]+there are --seed, --steps\.\n$/),
    ]);
    said.mockRestore();
  },
);
