import type { CloudContext } from '../core/context';
import { createTestContext } from '../gateway/testContext';
import { UserService } from './service';

let context: CloudContext;
let users: UserService;

beforeEach(() => {
  context = createTestContext();
  users = new UserService(context);
});
afterEach(() => context.state.close());

test('a made-up user looks like a real one', () => {
  const user = users.create({ name: '王芳' });
  expect(user.openid).toMatch(/^o[A-Za-z0-9_-]{27}$/);
  expect(user.unionid).toMatch(/^o[A-Za-z0-9_-]{27}$/);
  expect(user.unionid).not.toBe(user.openid);
  expect(user.phone).toMatch(/^13\d{9}$/);
  expect(user).toMatchObject({ name: '王芳', nickname: '王芳', avatar: null });
});

test('what is given is kept, users are listed in the order they came', () => {
  const openid = `o${'x'.repeat(27)}`;
  users.create({ name: 'first' });
  users.create({ openid, name: 'second', phone: '13800138000', nickname: '二' });
  expect(users.list().map(({ name }) => name)).toEqual(['first', 'second']);
  expect(users.find('second')).toMatchObject({ openid, phone: '13800138000', nickname: '二' });
  expect(users.find(openid)?.name).toBe('second');
  expect(users.find('nobody')).toBeUndefined();
});

test.each([
  ['an openid of digits', { openid: '1'.repeat(28) }, 'openid and unionid'],
  ['a short openid', { openid: 'oShort' }, 'openid and unionid'],
  ['a unionid of another form', { unionid: 'u1' }, 'openid and unionid'],
  ['a phone number that is none', { phone: '12345' }, 'not a mainland mobile number'],
  ['a name that is taken', { name: 'taken' }, 'a user named taken already'],
  ['an openid that is taken', { openid: `o${'t'.repeat(27)}` }, 'already'],
])('%s is refused', (_what, wanted, complaint) => {
  users.create({ name: 'taken', openid: `o${'t'.repeat(27)}` });
  expect(() => users.create(wanted)).toThrow(complaint);
});

test('nickname, phone and avatar can change, nothing else', () => {
  const { openid, unionid } = users.create({ name: 'a' });
  users.update(openid, { phone: '13900139000', avatar: 'cloud://x' });
  expect(users.find(openid)).toMatchObject({ unionid, phone: '13900139000', avatar: 'cloud://x' });
  expect(() => users.update(openid, { phone: '1' })).toThrow('mobile number');
  expect(() => users.update('a', { phone: '13900139000' })).toThrow('there is no user a');
});

test('a session leads to its user and ends with the state it belongs to', () => {
  const { openid } = users.create();
  context.state.saveSnapshot('before');
  const session = users.openSession(openid);
  expect(users.sessionUser(session)?.openid).toBe(openid);
  expect(users.sessionUser('forged')).toBeUndefined();
  context.state.resetTo('before');
  expect(users.sessionUser(session)).toBeUndefined();
  expect(users.find(openid)).toBeDefined();
});

test('a visit is noted in business time', () => {
  const { openid } = users.create();
  expect(users.lastSeen(openid)).toBeUndefined();
  users.openSession(openid);
  expect(users.lastSeen(openid)).toBe(context.clock.now());
  context.clock.set(context.clock.now() + 1000);
  users.seen(openid);
  expect(users.lastSeen(openid)).toBe(context.clock.now());
});
