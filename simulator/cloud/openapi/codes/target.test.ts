import { type CodeTarget, codeText, readCodeText } from './codeText';
import { type App, limitedTarget, squareTarget, unlimitedTarget } from './target';

const unbuilt: App = { appid: 'wx1', pages: undefined };
const built: App = { appid: 'wx1', pages: ['pages/home/index', 'staff/round/index'] };

test('every allowed character of a scene comes back out of the text', () => {
  for (const scene of ["AZaz09!#$&'()*+,/:;=?@-._~", '0'.repeat(32)]) {
    const made = unlimitedTarget({ scene, page: 'pages/visit/index', env_version: 'trial' }, unbuilt);
    const target = readCodeText(codeText(made)) as CodeTarget;
    expect(target).toMatchObject({ appid: 'wx1', envVersion: 'trial', kind: 'wxCode' });
    const [page, query = ''] = target.path.split('?');
    expect(page).toBe('pages/visit/index');
    expect(decodeURIComponent(query.replace('scene=', ''))).toBe(scene);
  }
});

test.each([
  ['no scene', {}, 40169],
  ['an empty scene', { scene: '' }, 40169],
  ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
  ['a scene that is no text', { scene: 801 }, 40169],
  ['a space in the scene', { scene: 'a b' }, 40129],
  ['a percent sign in the scene', { scene: 'a%20b' }, 40129],
  ['Chinese in the scene', { scene: '三栋' }, 40129],
  ['the reserved word in the scene', { scene: 'scancode_time=1' }, 85096],
  ['the reserved word in the page', { scene: 'a', page: 'pages/scancode_time' }, 85096],
  ['a slash before the page', { scene: 'a', page: '/pages/home/index' }, 41030],
  ['a query behind the page', { scene: 'a', page: 'pages/home/index?a=1' }, 41030],
  ['a page that is no text', { scene: 'a', page: 5 }, 41030],
  ['an unheard-of version', { scene: 'a', env_version: 'release_error' }, 40097],
] as const)('%s is refused', (_what, args, errcode) => {
  expect(() => unlimitedTarget(args, unbuilt)).toThrow(expect.objectContaining({ errcode }));
});

describe('once the mini-program is built', () => {
  test('its pages are known, those of subpackages too', () => {
    for (const page of built.pages ?? [])
      expect(unlimitedTarget({ scene: 'a', page }, built).path).toBe(`${page}?scene=a`);
  });

  test('another page is refused unless check_path is false', () => {
    const args = { scene: 'a', page: 'pages/gone/index' };
    expect(() => unlimitedTarget(args, built)).toThrow(expect.objectContaining({ errcode: 41030 }));
    expect(unlimitedTarget({ ...args, check_path: false }, built).path).toBe('pages/gone/index?scene=a');
  });

  test('no page means the home page', () => {
    expect(unlimitedTarget({ scene: 'a' }, built).path).toBe('pages/home/index?scene=a');
  });
});

test('codes with a path of their own lead there', () => {
  const path = 'pages/bill/index?month=2026-11';
  expect(limitedTarget({ path, env_version: 'develop' }, built)).toEqual({
    appid: 'wx1',
    path,
    envVersion: 'develop',
    kind: 'wxCode',
  });
  expect(squareTarget({ path: `/${path}`, env_version: 'develop' }, built)).toEqual({
    appid: 'wx1',
    path,
    envVersion: 'release',
    kind: 'qrCode',
  });
});

test('a path that is missing or too long is refused', () => {
  const refusal = expect.objectContaining({ errcode: 40159 });
  for (const path of ['', undefined, 5, 'a'.repeat(1025)])
    expect(() => limitedTarget({ path }, built)).toThrow(refusal);
  expect(() => squareTarget({ path: 'a'.repeat(129) }, built)).toThrow(refusal);
  expect(() => limitedTarget({ path: 'scancode_time' }, built)).toThrow(
    expect.objectContaining({ errcode: 85096 }),
  );
});

test('the text inside a code is read back, other texts are none of ours', () => {
  const target = { appid: 'wx1', path: 'a/b?c=d#e', envVersion: 'trial', kind: 'qrCode' } as const;
  expect(readCodeText(codeText(target))).toEqual(target);
  for (const text of ['', 'https://example.com', 'wxacode://wx1/a', 'wxacode://wx1/a#beta.wxCode'])
    expect(readCodeText(text)).toBeUndefined();
});
