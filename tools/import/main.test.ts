import { runImport } from './main';

test.each([['--file', 'a.csv'], ['--give-up']])(
  'a cloud that is not there is one sentence, and what starts one: %s',
  async (...words) => {
    const said: string[] = [];
    const write = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation((text) => said.push(String(text)) > 0);
    try {
      const asked = [...words, '--community', 'yunqi', '--cloud', 'http://127.0.0.1:9'];
      expect(await runImport(asked)).toBe(1);
    } finally {
      write.mockRestore();
    }
    expect(said.join('')).toBe(
      'no local cloud answers at http://127.0.0.1:9: npm start, or npm run cloud, starts one\n',
    );
  },
);
