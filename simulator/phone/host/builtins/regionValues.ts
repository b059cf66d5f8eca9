import type { PickerValues } from './pickerValues';
import type { Region } from './regions';

const depths: Readonly<Record<string, number>> = { province: 1, city: 2 };

/**
 * Names of a province, its city and its district, and their codes. `customItem` stands first in every column and means "any"; it has
 * no code. Any other level than `province` and `city` has all three columns.
 */
export function regionValues(
  provinces: readonly Region[],
  level: string,
  customItem: string,
): Required<PickerValues> {
  const depth = depths[level] ?? 3;
  const any: readonly Region[] = customItem ? [{ name: customItem, code: '', parts: [] }] : [];
  const columnsAt = (chosen: readonly number[]) => {
    const all = [...any, ...provinces];
    const cities = [...any, ...(at(all, chosen[0])?.parts ?? [])];
    const districts = [...any, ...(at(cities, chosen[1])?.parts ?? [])];
    return [all, cities, districts].slice(0, depth);
  };
  const chosenAt = (chosen: readonly number[]) =>
    columnsAt(chosen).map((regions, column) => at(regions, chosen[column]));
  return {
    columns: (chosen) => columnsAt(chosen).map((regions) => regions.map(({ name }) => name)),
    places: (value) => {
      const names: readonly unknown[] = Array.isArray(value) ? value : [];
      const found: number[] = [];
      while (found.length < depth) {
        const column = found.length;
        const place = columnsAt(found)[column]!.findIndex(({ name }) => name === names[column]);
        found.push(Math.max(0, place));
      }
      return found;
    },
    value: (chosen) => chosenAt(chosen).map((region) => region?.name ?? ''),
    codes: (chosen) => chosenAt(chosen).flatMap((region) => (region?.code ? [region.code] : [])),
  };
}

function at(regions: readonly Region[], place = 0): Region | undefined {
  return regions[Math.min(place, regions.length - 1)];
}
