import type { PickerValues } from './pickerValues';
import { citiesOf, districtsOf, provinces } from './regions';

const depths: Readonly<Record<string, number>> = { province: 1, city: 2, region: 3 };

/**
 * Names of a province, its city and its district. `customItem` stands first in every column and means "any". A district that the
 * page itself gave is offered although it may not be recorded here. Undefined for a level that is not known (`sub-district`).
 */
export function regionValues(level: string, customItem: string, given: unknown): PickerValues | undefined {
  const depth = depths[level];
  if (depth === undefined) return undefined;
  const any = customItem ? [customItem] : [];
  const [, givenCity, givenDistrict] = names(given);
  const columnsAt = (chosen: readonly number[]) => {
    const all = [...any, ...provinces];
    const cities = [...any, ...citiesOf(at(all, chosen[0]))];
    const city = at(cities, chosen[1]);
    const own = city !== '' && city === givenCity && givenDistrict ? [givenDistrict] : [];
    return [all, cities, [...new Set([...any, ...districtsOf(city), ...own])]].slice(0, depth);
  };
  return {
    columns: columnsAt,
    places: (value) => {
      const found: number[] = [];
      for (const name of names(value).slice(0, depth))
        found.push(Math.max(0, columnsAt(found)[found.length]!.indexOf(name)));
      return Array.from({ length: depth }, (_one, column) => found[column] ?? 0);
    },
    value: (chosen) => columnsAt(chosen).map((texts, column) => at(texts, chosen[column])),
  };
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function at(texts: readonly string[], place = 0): string {
  return texts[Math.min(place, texts.length - 1)] ?? '';
}
