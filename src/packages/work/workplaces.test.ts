import { workplacesOf } from './workplaces';

test.each([
  ['finance', 8],
  ['customerService', 8],
  ['projectManager', 4],
  ['guard', 1],
  ['committee', 0],
] as const)('%s finds %i places of work', (duty, places) => {
  expect(workplacesOf({ duties: [duty] })).toHaveLength(places);
});

test('two duties see each place once', () => {
  const titles = workplacesOf({ duties: ['finance', 'customerService'] }).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toHaveLength(12);
});
