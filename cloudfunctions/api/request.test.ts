import { parseRequest } from './request';

const code = (event: unknown) => {
  const parsed = parseRequest(event);
  return parsed.ok ? undefined : parsed.refusal;
};
const leaving = { action: 'people.leaveHome', input: { homeId: 'h1' }, requestId: 'request-1' };

test('what the contract knows passes; WeChat’s own additions are left alone', () => {
  expect(parseRequest({ ...leaving, userInfo: { appId: 'wx', openId: 'o' } })).toEqual({
    ok: true,
    value: leaving,
  });
  expect(parseRequest({ action: 'people.whoAmI', input: {} })).toMatchObject({ ok: true });
});

test.each([
  undefined,
  null,
  7,
  'people.whoAmI',
  [],
  {},
  { action: 7 },
  { action: 'nobody.knows', input: {} },
])('no action we know: %j', (event) => {
  expect(code(event)).toMatchObject({ code: 'UNKNOWN_ACTION' });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no action', (action) => {
  expect(code({ action, input: {} })).toMatchObject({ code: 'UNKNOWN_ACTION' });
});

test.each([
  [{}, 'homeId'],
  [{ homeId: 5 }, 'homeId'],
  [{ homeId: { $ne: null } }, 'homeId'],
  [{ homeId: 'a b' }, 'homeId'],
  [{ homeId: '../x' }, 'homeId'],
  [{ homeId: 'x'.repeat(97) }, 'homeId'],
  [{ homeId: 'h1', openid: 'o' }, 'input'],
  [undefined, 'input'],
  ['h1', 'input'],
])('input %j is refused by its field', (input, field) => {
  expect(code({ ...leaving, input })).toMatchObject({ code: 'INVALID_INPUT', details: { field } });
});

test('a novel is refused before it is read', () => {
  expect(code({ ...leaving, input: { homeId: 'x'.repeat(200_000) } })).toMatchObject({
    code: 'INVALID_INPUT',
  });
});

test.each([undefined, '', 'short', 'has space', 'x'.repeat(65), 12345678, { $ne: 1 }])(
  'a change with the request id %j is refused',
  (requestId) => {
    expect(code({ ...leaving, requestId })).toMatchObject({ code: 'REQUEST_ID_MISSING' });
  },
);

test('text is trimmed, and carries nothing invisible', () => {
  const asked = (name: string) =>
    parseRequest({
      action: 'people.acceptInvitation',
      input: { invitationId: 'i', name },
      requestId: 'request-1',
    });
  expect(asked(' 张三 ')).toMatchObject({ value: { input: { name: '张三' } } });
  for (const name of ['', '   ', '张\u0000三', '张\u202e三', '张\n三', '三'.repeat(31)])
    expect(asked(name)).toMatchObject({ refusal: { code: 'INVALID_INPUT', details: { field: 'name' } } });
});

test.each(['2026-02-30', '2026-2-3', 'tomorrow', '2026-11-10T00:00:00Z'])('%s is no day', (until) => {
  const input = { homeId: 'h1', relation: 'tenant', until };
  expect(code({ action: 'people.inviteMember', input, requestId: 'request-1' })).toMatchObject({
    details: { field: 'until' },
  });
});
