import { areaList } from '@vant/area-data';

/**
 * All provinces of China with their cities and districts for `<picker mode="region">`, short enough for the phone's bundle: provinces
 * parted by `;`, within one its cities by `,`, within one its districts by spaces; each two digits of its code and then its name.
 */
export function packedRegions(): string {
  const below = (list: Readonly<Record<string, string>>, code: string, digits: number) =>
    Object.entries(list)
      .filter(([one]) => one.startsWith(code.slice(0, digits)))
      .map(([one, name]) => ({ code: one, text: one.slice(digits, digits + 2) + name }));
  return below(areaList.province_list, '', 0)
    .map((province) => {
      const cities = below(areaList.city_list, province.code, 2).map((city) => {
        const districts = below(areaList.county_list, city.code, 4).map(({ text }) => text);
        return [city.text, ...districts].join(' ');
      });
      return [province.text, ...cities].join(',');
    })
    .join(';');
}
