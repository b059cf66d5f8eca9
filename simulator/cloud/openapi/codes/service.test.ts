import { PNG } from 'pngjs';
import { Harness } from '../testing/harness';

let harness: Harness;
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.close());

const get = (args: Record<string, unknown>) => harness.call('wxacode.get', { path: 'a', ...args });

test('an image has the asked width, 430 pixels otherwise', async () => {
  for (const width of [undefined, 280, 1280]) {
    const { image } = await get({ width });
    expect(image?.subarray(1, 4).toString()).toBe('PNG');
    expect(image?.readUInt32BE(16)).toBe(width ?? 430);
  }
});

test.each([
  ['too narrow', { width: 279 }],
  ['too wide', { width: 1281 }],
  ['a width that is no number', { width: '430' }],
  ['an impossible colour', { line_color: { r: 300, g: 0, b: 0 } }],
  ['a colour of other letters', { line_color: { x: 1 } }],
])('%s is refused', async (_what, args) => {
  expect((await get(args)).errcode).toBe(40097);
});

test('colour and transparency are painted', async () => {
  const { image } = await get({ line_color: { r: '10', g: 20, b: 200 }, is_hyaline: true });
  expect(colours(image!)).toEqual(new Set(['255,255,255,0', '10,20,200,255']));
  expect(colours((await get({})).image!)).toEqual(new Set(['255,255,255,255', '0,0,0,255']));
});

test('the built mini-program says which pages there are, subpackages included', async () => {
  harness.build({ pages: ['pages/home/index'], subPackages: [{ root: 'staff/', pages: ['round/index'] }] });
  const unlimited = (page: string) => harness.call('wxacode.getUnlimited', { scene: 'a', page });
  expect((await unlimited('staff/round/index')).errcode).toBe(0);
  expect(await unlimited('pages/gone/index')).toMatchObject({
    errcode: 41030,
    errmsg: expect.stringMatching(/^invalid page rid: /),
  });
  harness.build({ pages: 'unreadable' });
  expect((await unlimited('pages/gone/index')).errcode).toBe(0);
});

function colours(image: Buffer): Set<string> {
  const { data } = PNG.sync.read(image);
  const found = new Set<string>();
  for (let at = 0; at < data.length; at += 4) found.add(data.subarray(at, at + 4).join());
  return found;
}
