import { citiesOf, provinces } from './regions';
import { regionValues } from './regionValues';

test('all provinces have cities, none twice', () => {
  expect(provinces).toHaveLength(34);
  for (const province of provinces) {
    const cities = citiesOf(province);
    expect(cities.length).toBeGreaterThan(0);
    expect(new Set(cities).size).toBe(cities.length);
  }
});

test('names come back as they went in', () => {
  const value = ['广东省', '深圳市', '南山区'];
  const region = regionValues('region', '', value)!;
  expect(region.value(region.places(value))).toEqual(value);
});

test('a level cuts the columns', () => {
  expect(regionValues('province', '', [])?.columns([])).toHaveLength(1);
  expect(regionValues('city', '', [])?.value([9, 1])).toEqual(['江苏省', '无锡市']);
});

test('a level that is not recorded is refused', () => {
  expect(regionValues('sub-district', '', [])).toBeUndefined();
});

test('any stands first in every column and has nothing below it but any', () => {
  const region = regionValues('region', '全部', [])!;
  expect(region.value([0, 0, 0])).toEqual(['全部', '全部', '全部']);
  expect(region.columns([0])[1]).toEqual(['全部']);
  expect(region.columns([1])[1]).toEqual(['全部', '北京市']);
});

test('a district unknown here is offered if the page gave it, and is empty otherwise', () => {
  const value = ['河北省', '邯郸市', '丛台区'];
  const region = regionValues('region', '', value)!;
  expect(region.value(region.places(value))).toEqual(value);
  expect(region.value([2, 0, 0])).toEqual(['河北省', '石家庄市', '']);
});
