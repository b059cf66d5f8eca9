import { ApiRefusal } from '../api/convention';
import { assetUrl } from '../builtins/assets';
import { filmInfo } from './films';
import { button, h, openLayer } from './layer';
import { localFiles } from './localFiles';

/** A picture to look at, or a film, which shows its poster or its first picture. */
export interface Viewed {
  readonly url: string;
  readonly film?: { readonly poster?: string | undefined };
}

/** Pictures and films over the whole screen; a tap closes them, the arrows turn the page. Films are not played. */
export function viewMedia(items: readonly Viewed[], first = 0): void {
  if (items.length === 0) throw new ApiRefusal('parameter error: parameter.urls should have at least 1 item');
  let place = Math.max(0, first);
  const image = h('img', 'viewer-picture');
  image.alt = '预览';
  const count = h('div', 'viewer-count');
  const note = h('div', 'viewer-film', '视频：模拟手机只显示封面');
  const turn = (by: number) => {
    place = (place + by + items.length) % items.length;
    count.textContent = `${place + 1} / ${items.length}`;
    const item = items[place]!;
    note.hidden = item.film === undefined;
    void pictureOf(item).then((source) => {
      image.src = source;
    });
  };
  const several = items.length > 1;
  const close = openLayer(
    'dark',
    '预览图片',
    image,
    count,
    note,
    several ? button('viewer-turn is-left', '‹', () => turn(-1)) : undefined,
    several ? button('viewer-turn is-right', '›', () => turn(1)) : undefined,
  );
  image.addEventListener('click', () => close());
  turn(0);
}

async function pictureOf({ url, film }: Viewed): Promise<string> {
  const shown = film ? film.poster : url;
  if (shown) return localFiles.url(shown) ?? (await assetUrl(shown, ''));
  const content = await localFiles.read(url).catch(() => undefined);
  return content ? URL.createObjectURL((await filmInfo(content)).cover) : '';
}
