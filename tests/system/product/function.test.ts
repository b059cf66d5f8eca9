import { type Cloud, startCloud } from '../../../simulator/cloud/cloud';
import { home, tenure } from './community';
import { type Database, loadProductSdk } from './sdk';

jest.setTimeout(240_000);

/** The built function, called from a phone as WeChat calls it: identity, permission for the phone number, answer. */
describe('the function api', () => {
  let cloud: Cloud;
  let db: Database;

  beforeAll(async () => {
    cloud = await startCloud({ dist: 'dist' });
    db = loadProductSdk(cloud.env);
    const { home: place, household } = home('yunqi-1201', 'yunqi', '1201', [
      tenure('z', 'owner', undefined, { residentId: 'zhang' }),
    ]);
    const resident = { _id: 'zhang', version: 1, communityId: 'yunqi', name: '张三丰', phone: '13812345678' };
    await db.collection('communities').add({ data: { _id: 'yunqi', version: 1, name: '云栖苑' } });
    await db.collection('homes').add({ data: { version: 1, ...place } });
    await db.collection('households').add({ data: { version: 1, ...household } });
    await db.collection('residents').add({ data: resident });
  });
  afterAll(() => cloud?.stop());

  test('binds a home by the number WeChat gives, and answers the same when asked again', async () => {
    const phone = await logIn('zhang', '13812345678');
    const { code: phoneCode } = await phone('phoneCode', {});
    const secondFact = { kind: 'surname', surname: '张' };
    const input = { communityId: 'yunqi', phoneCode, secondFact };
    const request = { action: 'people.bindHome', input, requestId: 'request-1' };
    const bound = await phone('call', { name: 'api', data: request });
    const homes = [{ homeId: 'yunqi-1201', state: 'bound', place: '3栋2单元1201' }];
    expect(bound.result).toEqual({ ok: true, value: { homes } });
    expect((await phone('call', { name: 'api', data: request })).result).toEqual(bound.result);
    const who = await phone('call', { name: 'api', data: { action: 'people.whoAmI', input: {} } });
    expect(who.result).toMatchObject({ ok: true, value: { homes: [{ relation: 'owner' }] } });
  });

  test('a stranger is refused, in one sentence', async () => {
    const phone = await logIn('stranger', '13900000000');
    const data = { action: 'people.members', input: { homeId: 'yunqi-1201' } };
    const { result } = await phone('call', { name: 'api', data });
    expect(result).toEqual({
      ok: false,
      refusal: { code: 'NOT_ALLOWED', sentence: '您没有权限进行这项操作，如有疑问请联系客服。' },
    });
  });

  test.each(['job', 'tick'])('%s is closed to phones', async (name) => {
    const phone = await logIn('stranger', '13900000000');
    const answer = await phone('call', { name, data: {} });
    expect(answer.result).toBeUndefined();
    expect(JSON.stringify(answer)).toMatch(/permission|rule|denied|-50/i);
  });

  async function logIn(user: string, phone: string) {
    const post = async (route: string, body: object, session = '') => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` };
      const sent = { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await fetch(`${cloud.gatewayUrl}/${route}`, sent);
      return (await answer.json()) as { session?: string; code?: string; result?: unknown };
    };
    const { session } = await post('login', { user, create: true, phone });
    return (route: string, body: object) => post(route, body, session);
  }
});
