import { button, h, openLayer, pageHead } from './layer';
import type { Prompts } from './prompts';
import type { Place, Track } from './track';

/** From outside: `'cancel'`, or the place itself, parts of it left out. */
export function askForPlace(prompts: Prompts, track: Track): Promise<Place | undefined> {
  const { latitude, longitude } = track.now;
  const here: Place = {
    name: '当前位置',
    address: `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`,
    latitude,
    longitude,
  };
  const places = [here, ...track.places];
  return prompts.ask<Place | undefined>({
    kind: 'chooseLocation',
    details: { places },
    read: (given) => {
      if (given === 'cancel') return undefined;
      if (typeof given === 'object' && given !== null) return { ...here, ...given };
      throw new Error(`chooseLocation is answered with 'cancel' or {name, address, latitude, longitude}`);
    },
    draw: (choose) => draw(places, choose),
  });
}

function draw(places: readonly Place[], choose: (place: Place | undefined) => void): () => void {
  let chosen = places[0]!;
  const map = h('div', 'place-map');
  map.append(sketch(chosen.name));
  const rows = places.map((place) => {
    const row = h('button', 'place-row', h('b', '', place.name), h('small', '', place.address));
    row.addEventListener('click', () => {
      chosen = place;
      map.replaceChildren(sketch(place.name));
      for (const other of rows) other.classList.toggle('is-chosen', other === row);
    });
    return row;
  });
  rows[0]!.classList.add('is-chosen');
  return openLayer(
    'page',
    '选择位置',
    pageHead('选择位置', () => choose(undefined)),
    map,
    h('div', 'place-list', ...rows),
    h(
      'footer',
      'album-foot',
      h('span', '', ''),
      button('system-button is-primary', '确定', () => choose(chosen)),
    ),
  );
}

/** `wx.openLocation`: the place on a page of its own. */
export function showPlace({ name, address, latitude, longitude }: Place): void {
  const map = h('div', 'place-map is-tall');
  map.append(sketch(name || '位置'));
  const close: () => void = openLayer(
    'page',
    '查看位置',
    pageHead('位置', () => close()),
    map,
    h(
      'div',
      'place-card',
      h('b', '', name || '位置'),
      h('small', '', address || `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`),
    ),
  );
}

/** Not a map: streets as lines, and a pin where the place would be. */
function sketch(name: string): HTMLElement {
  const picture = h('div', 'place-sketch');
  picture.innerHTML = `<svg viewBox="0 0 375 240" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><rect width="375" height="240" fill="#eef0ec"/>
    <g fill="none" stroke="#fff" stroke-width="14"><path d="M-10 60H390M-10 175H390M90 -10V250M285 -10V250"/><path d="M-10 240L200 -10" stroke-width="10"/></g>
    <g fill="#dfe5d8"><rect x="110" y="80" width="70" height="78" rx="6"/><rect x="200" y="80" width="66" height="34" rx="6"/><rect x="305" y="190" width="60" height="44" rx="6"/></g>
    </svg><svg class="place-pin" viewBox="0 0 44 64" aria-hidden="true"><path d="M22 64C7 44 0 34 0 22a22 22 0 0 1 44 0c0 12-7 22-22 42z" fill="#07c160"/><circle cx="22" cy="22" r="8" fill="#fff"/></svg>`;
  picture.append(h('span', 'place-label', name));
  return picture;
}
