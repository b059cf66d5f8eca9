import { mayCreate, mayInvoke, mayQuery, mayTouchFile, type RuleWorld, ruleFor, withOpenid } from './decide';

const me = 'oMe00000000000000000000000me';
const documents: Record<string, { [field: string]: string | boolean | string[] }> = {
  'room.r1': { _id: 'r1', owner: me, members: [me, 'other'] },
  'room.r2': { _id: 'r2', owner: 'other', members: ['other'] },
  [`user.${me}`]: { _id: me, isManager: true, room: 'r1' },
};
let fetched: string[] = [];
const world: RuleWorld = {
  auth: { openid: me },
  now: 1_000_000,
  get: (collection, id) => {
    fetched.push(`${collection}.${id}`);
    return documents[`${collection}.${id}`];
  },
};
beforeEach(() => {
  fetched = [];
});

const owner = 'doc._openid == auth.openid';
const inRoom = `auth.openid in get(\`database.room.\${doc.room}\`).members && doc.withdrawn == false`;

test.each<[string, boolean | string, unknown, boolean]>([
  ['true allows everything', true, {}, true],
  ['false allows nothing', false, { _openid: me }, false],
  ['the text "true" is true', 'true', {}, true],
  ['own rows by openid', owner, { _openid: me }, true],
  ['=== is ==', 'auth.openid === doc._openid', { _openid: me }, true],
  ['sides may be swapped', 'auth.openid == doc._openid', { _openid: me, a: 1 }, true],
  ['no condition on the owner', owner, { a: 1 }, false],
  ["somebody else's rows", owner, { _openid: 'other' }, false],
  ['doc(id) alone does not imply the owner', owner, { _id: 'x' }, false],
  ['doc(id) with the owner', owner, { _id: 'x', _openid: me }, true],
  ['in with only me', owner, { _openid: { $in: [me] } }, true],
  ['in with somebody else too', owner, { _openid: { $in: [me, 'other'] } }, false],
  ['$eq', owner, { _openid: { $eq: me } }, true],
  ['a regular expression guarantees nothing', owner, { _openid: /^o/ }, false],
  ['$and', owner, { $and: [{ a: 1 }, { _openid: me }] }, true],
  ['$or: one branch leaks', owner, { $or: [{ _openid: me }, { a: 1 }] }, false],
  ['$or: every branch is mine', owner, { $or: [{ _openid: me, a: 1 }, { _openid: me }] }, true],
  ['an empty $or guarantees nothing', owner, { $or: [] }, false],
  ['$or beside the owner', owner, { _openid: me, $or: [{ a: 1 }, { a: 2 }] }, true],
  ['$nor guarantees nothing', owner, { $nor: [{ _openid: { $ne: me } }] }, false],
  ['documented: age > 10 with gt(10)', 'doc.age > 10', { age: { $gt: 10 } }, true],
  ['documented: age > 10 with gt(8)', 'doc.age > 10', { age: { $gt: 8 } }, false],
  ['gte(10) is not > 10', 'doc.age > 10', { age: { $gte: 10 } }, false],
  ['gte(10) is >= 10', 'doc.age >= 10', { age: { $gte: 10 } }, true],
  ['a range of another type', 'doc.age > 10', { age: { $gt: '11' } }, false],
  ['lte(9) is < 10', 'doc.age < 10', { age: { $lte: 9 } }, true],
  ['an equality inside the range', 'doc.age <= 10', { age: 10 }, true],
  ['the constant may stand left', '10 < doc.age', { age: 11 }, true],
  ['!= from a range', 'doc.age != 10', { age: { $gt: 10 } }, true],
  ['!= from $ne', 'doc.age != 10', { age: { $ne: 10 } }, true],
  ['!= from $nin', 'doc.age != 10', { age: { $nin: [9, 10] } }, true],
  ['!= from nothing', 'doc.age != 10', {}, false],
  ['in a list', "doc.state in ['a','b']", { state: 'b' }, true],
  ['outside the list', "doc.state in ['a','b']", { state: 'c' }, false],
  ['several values in the list', "doc.state in ['a','b']", { state: { $in: ['a', 'b'] } }, true],
  ['not in', "!(doc.state in ['a','b'])", { state: 'c' }, true],
  ['not in, nothing known', "!(doc.state in ['a','b'])", {}, false],
  ['me in a list of openids', `auth.openid in ['zzz', '${me}']`, {}, true],
  ['me in the whole array', 'auth.openid in doc.members', { members: [me, 'x'] }, true],
  ['one member of the array proves nothing', 'auth.openid in doc.members', { members: me }, false],
  ['either side of ||', `doc.published == true || ${owner}`, { published: true }, true],
  ['a field as condition', 'doc.published', { published: true }, true],
  ['a text is not true', 'doc.published', { published: 'yes' }, false],
  ['nested fields, dotted', "doc.a.b == 'x'", { 'a.b': 'x' }, true],
  ['nested fields, whole object', "doc.a.b == 'x'", { a: { b: 'x' } }, true],
  ['array position', "doc.list[0] == 'zzz'", { 'list.0': 'zzz' }, true],
  ['quoted field', "doc['state'] == 'a'", { state: 'a' }, true],
  ['now against a date', 'doc.until > now', { until: { $gt: new Date(2_000_000) } }, true],
  ['now against a number', 'doc.until > now', { until: 999_999 }, false],
  ['null for a missing login field', 'auth.uid == null', {}, true],
  ['get: a member of the room', inRoom, { room: 'r1', withdrawn: false }, true],
  ['get: not a member', inRoom, { room: 'r2', withdrawn: false }, false],
  ['get: the other condition is missing', inRoom, { room: 'r1' }, false],
  ['get: no such document', inRoom, { room: 'r9', withdrawn: false }, false],
  ['get: variable as one-member in', inRoom, { room: { $in: ['r1'] }, withdrawn: false }, true],
  ['get: variable with two values', inRoom, { room: { $in: ['r1', 'r1x'] }, withdrawn: false }, false],
  ['get: variable as a range', inRoom, { room: { $gt: 'r' }, withdrawn: false }, false],
  ['get by my openid', `get(\`database.user.\${auth.openid}\`).isManager`, {}, true],
  ['get of doc(id)', `get(\`database.room.\${doc._id}\`).owner == auth.openid`, { _id: 'r1' }, true],
  [
    'get in get',
    `get(\`database.room.\${get(\`database.user.\${auth.openid}\`).room}\`).owner == auth.openid`,
    {},
    true,
  ],
  ['get by a fixed path', "get('database.room.r1').owner == auth.openid", {}, true],
])('a query under a rule: %s', (_name, rule, filter, allowed) => {
  expect(mayQuery(rule, filter, world)).toBe(allowed);
});

test('nobody logged in has no auth', () => {
  expect(mayQuery('auth != null', {}, { ...world, auth: null })).toBe(false);
  expect(mayQuery('auth == null', {}, { ...world, auth: null })).toBe(true);
});

test('get runs once for each document and not at all when the rule is decided before', () => {
  mayQuery(
    `get(\`database.room.\${doc._id}\`).owner == 'x' || get(\`database.room.\${doc._id}\`).owner == 'y'`,
    { _id: 'r1' },
    world,
  );
  expect(fetched).toEqual(['room.r1']);
  mayQuery(`${owner} || get('database.room.r1').open`, { _openid: me }, world);
  expect(fetched).toEqual(['room.r1']);
});

test('each alternative of an or reads its own document, as the documented five reads do', () => {
  const filter = { $or: ['r1', 'r2', 'r3', 'r4', 'r5'].map((_id) => ({ _id })) };
  expect(mayQuery(`get(\`database.room.\${doc._id}\`).owner != 'nobody'`, filter, world)).toBe(true);
  expect(fetched).toHaveLength(5);
});

test.each<[string, string, string]>([
  ['more than 1,024 characters', `doc.a == '${'x'.repeat(1024)}'`, 'longer than 1024'],
  ['a fourth get', Array(4).fill("get('database.a.b').c").join(' || '), 'more than 3 times'],
  ['get three deep', "get(get(get('database.a.b').c).d).e", 'deeper than 2'],
  ['request', 'request.data.a == 1', 'names request'],
  ['another function', 'has(doc.a)', 'calls a function'],
  ['a method', 'doc.a.includes(1)', 'calls a function'],
  ['get without a path', 'get().a', 'exactly one path'],
  ['a path of another form', "get('room.r1').a", 'database.collection.id'],
  ['arithmetic', 'doc.a + 1 > 2', 'operator +'],
  ['a conditional', 'doc.a ? true : false', 'ConditionalExpression'],
  ['an array with an object in it', 'doc.a in [doc.b]', 'other than numbers and texts'],
  ['broken syntax', 'doc.a ==', 'security rule'],
  ['an unclosed template', `get(\`database.a.\${doc.x).b`, 'security rule'],
])('a rule is refused by name: %s', (_name, rule, complaint) => {
  expect(() => mayQuery(rule, {}, world)).toThrow(complaint);
});

test.each<[string, string, { [field: string]: string | number }, boolean]>([
  ['the publisher is me', 'doc.publisher == auth.openid', { publisher: me }, true],
  ['the publisher is another', 'doc.publisher == auth.openid', { publisher: 'other' }, false],
  ['a missing field', 'doc.publisher == auth.openid', {}, false],
  ['a negative number', 'doc.n in [-1, 2]', { n: -1 }, true],
  ['a negative bound', 'doc.n > -5', { n: -1 }, true],
  ['numbers are not texts', 'doc.n == 1', { n: '1' }, false],
  ['negation of a missing field', '!doc.hidden', {}, true],
])('new content under a create rule: %s', (_name, rule, content, allowed) => {
  expect(mayCreate(rule, content, world)).toBe(allowed);
});

test('a rule for an operation goes before write, and no rule refuses', () => {
  expect(ruleFor({ write: true, delete: false }, 'delete')).toBe(false);
  expect(ruleFor({ write: true, delete: false }, 'update')).toBe(true);
  expect(ruleFor({ write: true }, 'read')).toBe(false);
  expect(ruleFor({ read: true }, 'create')).toBe(false);
});

test('functions follow their own rule, then *, then auth != null', () => {
  const rules = { '*': { invoke: 'auth!==null' }, payNotify: { invoke: false }, open: { invoke: true } };
  expect(mayInvoke(rules, 'api', world)).toBe(true);
  expect(mayInvoke(rules, 'api', { ...world, auth: null })).toBe(false);
  expect(mayInvoke(rules, 'payNotify', world)).toBe(false);
  expect(mayInvoke(rules, 'open', { ...world, auth: null })).toBe(true);
  expect(mayInvoke({}, 'api', world)).toBe(true);
  expect(mayInvoke({}, 'constructor', { ...world, auth: null })).toBe(false);
});

test('files follow resource.openid', () => {
  const rule = "auth.loginType != 'ANONYMOUS' && auth.openid == resource.openid";
  expect(mayTouchFile(rule, me, world)).toBe(true);
  expect(mayTouchFile(rule, 'other', world)).toBe(false);
  expect(mayTouchFile('resource.openid == auth.openid', null, world)).toBe(false);
  expect(mayTouchFile('resource.openid != null', null, world)).toBe(false);
});

test('{openid} is replaced wherever it is the whole text', () => {
  const value = { a: '{openid}', b: ['{openid}', 'x{openid}'], c: { d: '{openid}' } };
  expect(withOpenid(value, me)).toEqual({ a: me, b: [me, 'x{openid}'], c: { d: me } });
});
