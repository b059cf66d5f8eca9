import { ApiRefusal } from '../api/convention';
import { album } from './album';
import { filmInfo, isFilm, sampleFilm } from './films';
import { button, h, openLayer, pageHead } from './layer';
import type { Prompts } from './prompts';

export interface Wanted {
  /** The interface that asks: the name it is answered by. */
  readonly kind: string;
  readonly count: number;
  readonly fromCamera: boolean;
  readonly fromAlbum: boolean;
  readonly pictures: boolean;
  readonly films: boolean;
  /** Whether pictures and films may be chosen together. */
  readonly mixed: boolean;
}

/** What there is to choose from. */
interface Offer {
  /** Pictures first. */
  readonly album: readonly Blob[];
  /** What the camera takes as a picture and as a film, as far as each is wanted. */
  readonly shots: { readonly camera?: Blob; readonly record?: Blob };
  readonly covers: ReadonlyMap<Blob, Blob>;
}

/**
 * Lets the person take pictures and films from the album or with the camera. From outside: `'camera'` (a picture), `'record'` (a
 * film), `'cancel'`, or places in the album: pictures first, then films, each newest first. Refuses with `cancel`.
 */
export async function askForMedia(prompts: Prompts, wanted: Wanted): Promise<Blob[]> {
  const offer = await offered(wanted);
  const chosen = await prompts.ask<Blob[]>({
    kind: wanted.kind,
    details: { count: wanted.count, pictures: offer.album.length, camera: wanted.fromCamera },
    read: (given) => readChoice(given, wanted, offer),
    draw: (choose) => draw(wanted, offer, choose),
  });
  if (chosen.length === 0) throw new ApiRefusal('cancel');
  return chosen;
}

async function offered(wanted: Wanted): Promise<Offer> {
  const { fromAlbum, fromCamera } = wanted;
  const pictures = fromAlbum && wanted.pictures ? await album.pictures() : [];
  const films = fromAlbum && wanted.films ? album.films() : [];
  const covers = await Promise.all(films.map(async (film) => [film, (await filmInfo(film)).cover] as const));
  const shots = {
    ...(fromCamera && wanted.pictures ? { camera: await album.shot() } : {}),
    ...(fromCamera && wanted.films ? { record: sampleFilm() } : {}),
  };
  return { album: [...pictures, ...films], shots, covers: new Map(covers) };
}

function readChoice(given: unknown, wanted: Wanted, { album: kept, shots }: Offer): Blob[] {
  if (given === 'cancel') return [];
  const shot = given === 'camera' || given === 'record' ? shots[given] : undefined;
  if (shot) return [shot];
  const found = Array.isArray(given) ? given.map((place) => kept[Number(place)]) : [undefined];
  const isRight = found.length > 0 && found.every((one) => one !== undefined);
  if (!isRight || found.length > wanted.count || !mayStandTogether(found, wanted))
    throw new Error(
      `${wanted.kind} is answered with ${[...Object.keys(shots), 'cancel'].map((one) => `'${one}'`).join(', ')} or up to ${wanted.count} of ${kept.length} places in the album, not ${JSON.stringify(given)}`,
    );
  return found;
}

function mayStandTogether(chosen: readonly Blob[], { mixed }: Wanted): boolean {
  return mixed || new Set(chosen.map(isFilm)).size < 2;
}

const shotNames = { camera: '拍照', record: '录像' } as const;

function draw(wanted: Wanted, offer: Offer, choose: (chosen: Blob[]) => void): () => void {
  const chosen: Blob[] = [];
  const done = button('system-button is-primary', '完成', () => choose(chosen));
  const grid = h('div', 'album-grid');
  const tiles = new Map(offer.album.map((one) => [one, tile(one, offer.covers.get(one))]));
  const show = () => {
    done.disabled = chosen.length === 0;
    done.textContent = chosen.length === 0 ? '完成' : `完成(${chosen.length})`;
    for (const [one, { mark }] of tiles) {
      const place = chosen.indexOf(one);
      mark.textContent = place < 0 ? '' : String(place + 1);
      mark.classList.toggle('is-chosen', place >= 0);
    }
  };
  for (const [how, shot] of Object.entries(offer.shots) as [keyof typeof shotNames, Blob][])
    grid.append(button('album-tile is-camera', shotNames[how], () => choose([shot])));
  for (const [one, { element }] of tiles) {
    element.addEventListener('click', () => {
      const place = chosen.indexOf(one);
      if (place >= 0) chosen.splice(place, 1);
      else if (chosen.length < wanted.count && mayStandTogether([...chosen, one], wanted)) chosen.push(one);
      show();
    });
    grid.append(element);
  }
  show();
  const limit = h('span', '', `最多选 ${wanted.count} ${wanted.films ? '个' : '张'}`);
  const foot = h('footer', 'album-foot', limit, fileEntry(wanted, choose), done);
  return openLayer(
    'page',
    '相册',
    pageHead('所有照片', () => choose([])),
    grid,
    foot,
  );
}

function tile(content: Blob, cover: Blob | undefined): { element: HTMLElement; mark: HTMLElement } {
  const element = button('album-tile', '', () => {});
  const image = h('img', '');
  image.src = URL.createObjectURL(cover ?? content);
  image.alt = cover ? '视频' : '照片';
  const mark = h('i', 'album-mark');
  element.append(image, mark);
  if (cover) element.append(h('span', 'album-film', '视频'));
  return { element, mark };
}

/** A real file of the computer, for a person at the screen. */
function fileEntry({ pictures, films }: Wanted, choose: (chosen: Blob[]) => void): HTMLElement {
  const input = h('input', '');
  input.type = 'file';
  input.accept = [pictures ? 'image/*' : '', films ? 'video/*' : ''].filter(Boolean).join(',');
  input.hidden = true;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    album.add(file);
    choose([file]);
  });
  return h('label', 'system-link', films ? '从电脑选一个' : '从电脑选一张', input);
}
