import { ApiRefusal } from '../api/convention';
import { album } from './album';
import { button, h, openLayer, pageHead } from './layer';
import type { Prompts } from './prompts';

export interface Wanted {
  /** The interface that asks: the name it is answered by. */
  readonly kind: string;
  readonly count: number;
  readonly fromCamera: boolean;
  readonly fromAlbum: boolean;
}

/**
 * Lets the person take pictures from the album or with the camera. From outside: `'camera'`, `'cancel'`, or places in the
 * album, newest first. Refuses with `cancel`.
 */
export async function askForPictures(prompts: Prompts, wanted: Wanted): Promise<Blob[]> {
  const pictures = wanted.fromAlbum ? await album.pictures() : [];
  const shot = await album.shot();
  const chosen = await prompts.ask<Blob[]>({
    kind: wanted.kind,
    details: { count: wanted.count, pictures: pictures.length, camera: wanted.fromCamera },
    read: (given) => readChoice(given, wanted, pictures, shot),
    draw: (choose) => draw(wanted, pictures, shot, choose),
  });
  if (chosen.length === 0) throw new ApiRefusal('cancel');
  return chosen;
}

function readChoice(given: unknown, wanted: Wanted, pictures: readonly Blob[], shot: Blob): Blob[] {
  if (given === 'cancel') return [];
  if (given === 'camera' && wanted.fromCamera) return [shot];
  const found = Array.isArray(given) ? given.map((place) => pictures[Number(place)]) : [undefined];
  if (found.length > wanted.count || found.length === 0 || found.some((picture) => picture === undefined))
    throw new Error(
      `${wanted.kind} is answered with 'camera', 'cancel' or up to ${wanted.count} of ${pictures.length} places in the album, not ${JSON.stringify(given)}`,
    );
  return found as Blob[];
}

function draw(
  wanted: Wanted,
  pictures: readonly Blob[],
  shot: Blob,
  choose: (chosen: Blob[]) => void,
): () => void {
  const chosen: Blob[] = [];
  const done = button('system-button is-primary', '完成', () => choose(chosen));
  const grid = h('div', 'album-grid');
  const tiles = new Map(pictures.map((picture) => [picture, tile(picture)]));
  const show = () => {
    done.disabled = chosen.length === 0;
    done.textContent = chosen.length === 0 ? '完成' : `完成(${chosen.length})`;
    for (const [picture, { mark }] of tiles) {
      const place = chosen.indexOf(picture);
      mark.textContent = place < 0 ? '' : String(place + 1);
      mark.classList.toggle('is-chosen', place >= 0);
    }
  };
  if (wanted.fromCamera) grid.append(button('album-tile is-camera', '拍照', () => choose([shot])));
  for (const [picture, { element }] of tiles) {
    element.addEventListener('click', () => {
      const place = chosen.indexOf(picture);
      if (place >= 0) chosen.splice(place, 1);
      else if (chosen.length < wanted.count) chosen.push(picture);
      show();
    });
    grid.append(element);
  }
  show();
  const foot = h('footer', 'album-foot', h('span', '', `最多选 ${wanted.count} 张`), fileEntry(choose), done);
  return openLayer(
    'page',
    '相册',
    pageHead('所有照片', () => choose([])),
    grid,
    foot,
  );
}

function tile(picture: Blob): { element: HTMLElement; mark: HTMLElement } {
  const element = button('album-tile', '', () => {});
  const image = h('img', '');
  image.src = URL.createObjectURL(picture);
  image.alt = '照片';
  const mark = h('i', 'album-mark');
  element.append(image, mark);
  return { element, mark };
}

/** A real file of the computer, for a person at the screen. */
function fileEntry(choose: (chosen: Blob[]) => void): HTMLElement {
  const input = h('input', '');
  input.type = 'file';
  input.accept = 'image/*';
  input.hidden = true;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    album.add(file);
    choose([file]);
  });
  return h('label', 'system-link', '从电脑选一张', input);
}
