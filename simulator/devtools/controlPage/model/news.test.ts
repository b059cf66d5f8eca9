import { newsOf } from './news';

const message = {
  id: 1,
  openid: 'o1',
  title: '工单进度',
  fields: [{ label: '工单', value: '漏水' }],
  at: 1000,
};
const card = { id: 1, openid: 'o2', chat: '邻居群', title: '访客码', path: 'pages/pass/pass', at: 2000 };

test('messages and cards are one list, newest first', () => {
  expect(newsOf([message, { ...message, id: 2, page: 'pages/a/a', at: 3000 }], [card])).toEqual([
    { key: 'message-2', kind: 'message', openid: 'o1', text: '工单进度：漏水', path: 'pages/a/a', at: 3000 },
    {
      key: 'card-1',
      kind: 'card',
      openid: 'o2',
      text: '发到邻居群：访客码',
      path: 'pages/pass/pass',
      at: 2000,
    },
    { key: 'message-1', kind: 'message', openid: 'o1', text: '工单进度：漏水', at: 1000 },
  ]);
});

test('of one instant the later one stands above', () => {
  const rows = newsOf([message, { ...message, id: 2 }], []);
  expect(rows.map(({ key }) => key)).toEqual(['message-2', 'message-1']);
});
