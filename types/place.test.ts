import { maskedPlace, placeKey, placeName, placePartKey } from './place';

test.each([
  [{ building: '3', unit: '2', room: '1201' }, '3-2-1201', '3栋2单元1201'],
  [{ building: '３号楼', unit: '2单元', room: '1201室' }, '3-2-1201', '３号楼2单元1201室'],
  [{ building: 'a座', unit: '01', room: '0502' }, 'A-1-502', 'a座01单元0502'],
  [{ building: '栋', unit: '0', room: ' 1 2 ' }, '栋-0-12', '栋0单元 1 2 '],
])('%j', (place, key, name) => {
  expect(placeKey(place)).toBe(key);
  expect(placeName(place)).toBe(name);
});

test('the room stays hidden', () => {
  expect(maskedPlace({ building: '3栋', unit: '2单元', room: '1201' })).toBe('3-2-***');
});

test('a key is its own key', () => {
  for (const part of ['3号楼', '0012室', 'Ｂ座', '1201'])
    expect(placePartKey(placePartKey(part))).toBe(placePartKey(part));
});
