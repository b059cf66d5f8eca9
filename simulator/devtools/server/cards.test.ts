import { Cards } from './cards';

const card = { chat: '邻居群', title: '访客码', path: 'pages/pass/pass?id=1' };

test('cards carry their sender and the business time, and are numbered', async () => {
  let now = 1000;
  const cards = new Cards(async () => now);
  await cards.add('o1', card);
  now = 2000;
  await cards.add('o2', { ...card, title: '通知' });
  expect(cards.after(0)).toEqual([
    { id: 1, openid: 'o1', at: 1000, ...card },
    { id: 2, openid: 'o2', at: 2000, ...card, title: '通知' },
  ]);
  expect(cards.after(1).map(({ title }) => title)).toEqual(['通知']);
});

test('numbers go on after a reset', async () => {
  const cards = new Cards(async () => 1);
  await cards.add('o1', card);
  cards.clear();
  expect(cards.after(0)).toEqual([]);
  await cards.add('o1', card);
  expect(cards.after(0).map(({ id }) => id)).toEqual([2]);
});
