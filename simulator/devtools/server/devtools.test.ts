import { request } from 'node:http';
import { join } from 'node:path';
import { type StandInCloud, startStandInCloud } from '../../phone/testing/standInCloud';
import { type Devtools, startDevtools } from './devtools';

let cloud: StandInCloud;
let devtools: Devtools;

beforeAll(async () => {
  cloud = await startStandInCloud();
  devtools = await startDevtools({
    controlUrl: cloud.gatewayUrl.replace('/gateway', '/control'),
    gatewayUrl: cloud.gatewayUrl,
    miniprogram: join(__dirname, '..', '..', 'phone', 'fixtures', 'native'),
    openids: ['oFirst', 'oSecond'],
    title: '模拟器 </script>',
    firstSnapshot: 'start',
  });
});
afterAll(async () => {
  await devtools?.stop();
  await cloud?.stop();
});

async function ask(method: string, path: string, body?: object) {
  const answer = await fetch(`${devtools.url}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as {
    code?: string;
    id: string;
    phones: { id: string; openid: string; url: string }[];
  };
}
const openids = async () => (await ask('GET', 'phones')).phones.map(({ openid }) => openid);
const idOf = async (wanted: string) =>
  (await ask('GET', 'phones')).phones.find(({ openid }) => openid === wanted)?.id ?? '';

test('the page carries its settings without breaking out of them', async () => {
  const page = await (await fetch(devtools.url)).text();
  const [, settings = ''] = /<script type="application\/json" id="settings">(.*?)<\/script>/.exec(page) ?? [];
  expect(JSON.parse(settings)).toEqual({ title: '模拟器 </script>', firstSnapshot: 'start' });
  expect(page).toContain('<title>模拟器 &lt;/script></title>');
});

test('a user has one phone', async () => {
  expect(await ask('POST', 'phones', { openid: 'oFirst' })).toMatchObject({ code: 'PHONE_EXISTS' });
});

test('choosing a user whose phone is there changes the two places', async () => {
  await ask('PUT', `phones/${await idOf('oFirst')}/user`, { openid: 'oSecond' });
  expect(await openids()).toEqual(['oSecond', 'oFirst']);
});

test('another user takes the place of the one before', async () => {
  await ask('PUT', `phones/${await idOf('oSecond')}/user`, { openid: 'oThird' });
  expect(await openids()).toEqual(['oThird', 'oFirst']);
});

test('there is room for six phones', async () => {
  for (const openid of ['o3', 'o4', 'o5', 'o6'])
    expect((await ask('POST', 'phones', { openid })).id).toBeTruthy();
  expect(await ask('POST', 'phones', { openid: 'o7' })).toMatchObject({ code: 'TOO_MANY_PHONES' });
  await ask('DELETE', `phones/${await idOf('o6')}`);
  expect(await openids()).toHaveLength(5);
});

test('an unknown phone and wrong input are refused by name', async () => {
  expect(await ask('GET', 'phones/p99/wxml')).toMatchObject({ code: 'PHONE_NOT_FOUND' });
  expect(await ask('PUT', `phones/${await idOf('oFirst')}/network`, { network: 'fast' })).toMatchObject({
    code: 'INVALID_PARAM',
  });
  expect(
    await ask('PUT', `phones/${await idOf('oFirst')}/location`, { latitude: 91, longitude: 0 }),
  ).toMatchObject({
    code: 'INVALID_PARAM',
  });
});

test('settings are kept for a phone that no browser shows; what needs one is refused', async () => {
  const id = await idOf('oFirst');
  expect(await ask('PUT', `phones/${id}/fontSize`, { size: 'large' })).toEqual({ ok: true });
  const { phones } = await ask('GET', 'phones');
  expect(phones.find((phone) => phone.id === id)).toMatchObject({ fontSize: 'large' });
  expect(await ask('POST', `phones/${id}/scan`, { result: 'x' })).toMatchObject({
    code: 'PHONE_NOT_RUNNING',
  });
  expect(await ask('GET', `phones/${id}/wxml`)).toMatchObject({ code: 'PHONE_NOT_RUNNING' });
});

test('a phone loaded anew begins with its settings', async () => {
  const id = await idOf('oFirst');
  await ask('PUT', `phones/${id}/network`, { network: 'slow' });
  await ask('PUT', `phones/${id}/fontSize`, { size: 'extraLarge' });
  await ask('PUT', `phones/${id}/theme`, { theme: 'dark' });
  const { phones } = await ask('GET', 'phones');
  const boot = await fetch(`${phones.find((phone) => phone.id === id)?.url}phone/boot`);
  expect(await boot.json()).toMatchObject({
    settings: { network: 'slow', fontSize: 'extraLarge', theme: 'dark' },
  });
});

test('a page from elsewhere may do nothing', async () => {
  const status = await new Promise((resolve) => {
    const call = request(
      `${devtools.url}phones`,
      { headers: { origin: 'https://evil.example' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    call.end();
  });
  expect(status).toBe(403);
});

test('a taken port is refused by name', async () => {
  const port = Number(new URL(devtools.url).port);
  const second = startDevtools({
    controlUrl: cloud.gatewayUrl,
    gatewayUrl: cloud.gatewayUrl,
    miniprogram: '.',
    openids: [],
    title: '',
    firstSnapshot: 'start',
    port,
  });
  await expect(second).rejects.toMatchObject({ code: 'PORT_IN_USE' });
});
