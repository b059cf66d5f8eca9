import { readPlaceCode, shownBy } from './placeCode';

const atHome = { communityId: 'yunqi', homeId: 'yunqi-1201', building: '3栋' };
const { homeId: _home, ...inTheOpen } = atHome;

describe('a scanned code', () => {
  test.each([
    ['packages/homes/bind/index?scene=h%3Dyunqi-1201%26c%3Dyunqi', 'home'],
    ['h=yunqi-1201&c=yunqi', 'home'],
    ['h%3Dyunqi-1201%26c%3Dyunqi', 'home'],
    ['yunqi-1201', 'home'],
    ['b=3&c=yunqi', 'building'],
    ['packages/homes/bind/index?scene=b%3D3%26c%3Dyunqi', 'building'],
    ['b=3%E6%A0%8B&c=yunqi', 'building'],
  ])('%s stands at the place', (scanned, shown) => {
    const code = readPlaceCode(scanned);
    expect(code && shownBy(code, atHome)).toBe(shown);
  });

  test.each([
    ['the home next door', 'h=yunqi-1202&c=yunqi'],
    ['a home of another community', 'h=yunqi-1201&c=wutong'],
    ['another building', 'b=4&c=yunqi'],
    ['the building of that name in another community', 'b=3&c=wutong'],
    ['a building of no community', 'b=3'],
    ['the code of a slip without a home', 'c=yunqi'],
    ['a page without a scene', 'pages/home/index?from=share'],
    ['half a percent sign', '%3D%'],
    ['some other code', 'https://example.com/x'],
  ])('%s does not', (_what, scanned) => {
    const code = readPlaceCode(scanned);
    expect(code && shownBy(code, atHome)).toBeUndefined();
  });

  test("a place of the common area has its building's code and no home's", () => {
    expect(shownBy({ kind: 'building', building: '3号楼', communityId: 'yunqi' }, inTheOpen)).toBe(
      'building',
    );
    expect(shownBy({ kind: 'home', homeId: 'yunqi-1201' }, inTheOpen)).toBeUndefined();
  });
});
