import { granted, refused } from '../../types/refusal';
import { type PageOf, pagesAnew } from './pagesAnew';

const pages: Readonly<Record<string, PageOf<number>>> = {
  '': { rows: [1, 2], next: 'b', total: 5 },
  b: { rows: [3, 4], next: 'c' },
  c: { rows: [5] },
};
const asking = (refusing?: string) => {
  const asked: string[] = [];
  const askPage = async (after = '') => {
    asked.push(after);
    return after === refusing ? refused('NOT_ALLOWED') : granted(pages[after] ?? { rows: [] });
  };
  return { asked, askPage };
};

test.each([
  [2, [1, 2], 'b', ['']],
  [3, [1, 2, 3, 4], 'c', ['', 'b']],
  [9, [1, 2, 3, 4, 5], undefined, ['', 'b', 'c']],
])(
  'of %i rows that were there, as many pages are asked for once more',
  async (atLeast, rows, next, asked) => {
    const one = asking();
    expect(await pagesAnew(one.askPage, atLeast)).toEqual(granted({ rows, next, total: 5 }));
    expect(one.asked).toEqual(asked);
  },
);

test.each(['', 'b'])('a refusal of the page %j is the whole answer', async (refusing) => {
  expect(await pagesAnew(asking(refusing).askPage, 4)).toEqual(refused('NOT_ALLOWED'));
});
