import { recipes } from './recipes';

test('each recipe does something, and each fault that it names exists', () => {
  for (const { id, faults, network, isWalk } of recipes)
    expect([id, faults.length > 0 || network !== undefined || isWalk === true]).toEqual([id, true]);
  expect(recipes.find(({ id }) => id === 'busy-cloud')?.faults.map(({ point }) => point)).toEqual([
    'function.*',
    'database.commitTransaction',
  ]);
});
