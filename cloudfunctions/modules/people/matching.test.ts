import { addDays } from '../../../types/day';
import { matches } from './matching';
import { fits, type SecondFact } from './secondFact';
import { postFor } from './staffMember';
import { household, registered, today } from './testing/homes';

const place = { building: '3栋', unit: '2', room: '1201' };
const surname = (text: string): SecondFact => ({ kind: 'surname', surname: text });
const room = (text: string): SecondFact => ({ kind: 'room', room: text });

test.each([
  ['张三丰', surname('张'), true],
  ['欧阳锋', surname('欧阳'), true],
  ['张三丰', surname('张三丰'), true],
  ['张三丰', surname(' 张 '), true],
  ['张三丰', surname('三'), false],
  ['张三丰', surname('李'), false],
  ['张三丰', surname('·'), false],
  ['Anna Smith', surname('smith'), true],
  ['Anna Smith', surname('s'), false],
  ['阿依古丽·买买提', surname('阿依古丽'), true],
  ['张三丰', room('1201'), true],
  ['张三丰', room('1201室'), true],
  ['张三丰', room('３-2-１２０１'), true],
  ['张三丰', room('01201'), true],
  ['张三丰', room('120'), false],
  ['张三丰', room('201'), false],
  ['张三丰', room('1'), false],
])('%s, %j: %s', (name, fact, expected) => {
  expect(fits(fact, { name, place }, false)).toBe(expected);
});

test('a room that a printed code told proves nothing', () => {
  expect(fits(room('1201'), { name: '张三', place }, true)).toBe(false);
  expect(fits(surname('张'), { name: '张三', place }, true)).toBe(true);
});

describe('homes that fit', () => {
  const zhang = { _id: 'r-a', version: 1, communityId: 'c1', name: '张三', phone: '138' };
  const li = { _id: 'r-b', version: 1, communityId: 'c1', name: '李四', phone: '138' };
  const home = household(registered('a', 'owner'), registered('b', 'family'));
  const proof = { communityId: 'c1', secondFact: surname('李') };

  test('of a couple with one number the one whose name fits', () => {
    expect(matches([home], [zhang, li], proof, today)).toMatchObject([{ tenure: { id: 'b' }, resident: li }]);
  });

  test('one tenure a home, even where both fit', () => {
    const by = { ...proof, secondFact: room('1201') };
    expect(matches([home], [zhang, li], by, today)).toMatchObject([{ tenure: { id: 'a' } }]);
  });

  test.each([
    ['another community', [home], { ...proof, communityId: 'c2' }],
    ['another home than the printed one', [home], { ...proof, homeId: 'h2' }],
    ['a tenure that is over', [household(registered('b', 'family', { to: addDays(today, -1) }))], proof],
    ['nobody of that number', [household(registered('x', 'owner'))], proof],
  ])('not %s', (_name, homes, by) => {
    expect(matches(homes, [zhang, li], by, today)).toEqual([]);
  });
});

describe('a post', () => {
  const member = {
    _id: 's',
    version: 1,
    communityId: 'c1',
    name: '钱敏',
    phone: '138',
    duties: ['finance' as const],
    skills: [],
    areas: [],
    from: today,
  };
  const me = { name: '钱敏', openid: 'o-me' };

  test('is taken up by the name, and again by the same account', () => {
    expect(postFor([member], me, today)).toBe(member);
    const mine = { ...member, openid: 'o-me' };
    expect(postFor([mine], me, today)).toBe(mine);
  });

  test.each([
    ['another name', { ...member, name: '钱' }],
    ['other hands', { ...member, openid: 'o-you' }],
    ['not yet', { ...member, from: addDays(today, 1) }],
    ['no more', { ...member, to: addDays(today, -1) }],
  ])('is not: %s', (_name, other) => {
    expect(postFor([other], me, today)).toBeUndefined();
  });
});
