import { packedRegions } from '../../server/packedRegions';
import { unpackRegions } from './regions';
import { regionValues } from './regionValues';

const provinces = unpackRegions(packedRegions());

test('all 34 provinces have cities, all cities districts; no code stands twice, no name twice under the same', () => {
  expect(provinces).toHaveLength(34);
  const cities = provinces.flatMap(({ parts }) => parts);
  const districts = cities.flatMap(({ parts }) => parts);
  expect(districts.length).toBeGreaterThan(3000);
  for (const { parts } of [...provinces, ...cities]) {
    expect(parts.length).toBeGreaterThan(0);
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  }
  const codes = [...provinces, ...cities, ...districts].map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
});

test('names come back as they went in, with their codes', () => {
  const region = regionValues(provinces, 'region', '');
  const places = region.places(['河北省', '邯郸市', '丛台区']);
  expect(region.value(places)).toEqual(['河北省', '邯郸市', '丛台区']);
  expect(region.codes(places)).toEqual(['130000', '130400', '130403']);
});

test('a name that is not known stands at the first of its column', () => {
  const region = regionValues(provinces, 'region', '');
  expect(region.value(region.places(['浙江省', '无此市', '无此区']))).toEqual(['浙江省', '杭州市', '上城区']);
});

test('a level cuts the columns; one without data has those of a region', () => {
  expect(regionValues(provinces, 'province', '').columns([])).toHaveLength(1);
  const city = regionValues(provinces, 'city', '');
  expect(city.value([9, 1])).toEqual(['江苏省', '无锡市']);
  expect(city.codes([9, 1])).toEqual(['320000', '320200']);
  expect(regionValues(provinces, 'sub-district', '').columns([])).toHaveLength(3);
});

test('any stands first in every column, has nothing below it but any, and no code', () => {
  const region = regionValues(provinces, 'region', '全部');
  expect(region.value([0, 0, 0])).toEqual(['全部', '全部', '全部']);
  expect(region.codes([0, 0, 0])).toEqual([]);
  expect(region.columns([0])[1]).toEqual(['全部']);
  expect(region.columns([1])[1]).toEqual(['全部', '北京市']);
  expect(region.codes([1, 1, 0])).toEqual(['110000', '110100']);
});
