import { ApiRefusal } from '../api/convention';
import { assetUrl } from '../builtins/assets';
import { button, h, openLayer } from './layer';
import { localFiles } from './localFiles';

/** Pictures over the whole screen; a tap closes them, the arrows turn the page. */
export function viewPictures(urls: readonly string[], current = urls[0]): void {
  if (!Array.isArray(urls) || urls.length === 0)
    throw new ApiRefusal('parameter error: parameter.urls should have at least 1 item');
  let place = Math.max(0, urls.indexOf(current ?? ''));
  const image = h('img', 'viewer-picture');
  image.alt = '预览';
  const count = h('div', 'viewer-count');
  const turn = (by: number) => {
    place = (place + by + urls.length) % urls.length;
    count.textContent = `${place + 1} / ${urls.length}`;
    const source = urls[place]!;
    void (async () => {
      image.src = localFiles.url(source) ?? (await assetUrl(source, ''));
    })();
  };
  const several = urls.length > 1;
  const close = openLayer(
    'dark',
    '预览图片',
    image,
    count,
    several ? button('viewer-turn is-left', '‹', () => turn(-1)) : undefined,
    several ? button('viewer-turn is-right', '›', () => turn(1)) : undefined,
  );
  image.addEventListener('click', () => close());
  turn(0);
}
