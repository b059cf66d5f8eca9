import { album } from '../system/album';
import { askForPictures } from '../system/albumSheet';
import { h, openLayer, pageHead } from '../system/layer';
import { localFiles } from '../system/localFiles';
import type { PhoneSystem } from '../system/phoneSystem';
import { asChosen, compressed, sizeOf } from '../system/pictures';
import { viewPictures } from '../system/viewer';
import { ApiRefusal, asynchronous, performing } from './convention';

type Source = 'album' | 'camera';

/** Pictures: chosen, looked at, made smaller, kept. */
export function mediaApi({ prompts, privacy, permissions }: PhoneSystem) {
  const choose = async (
    kind: string,
    count: number,
    sources: readonly Source[],
    sizes: readonly string[],
  ) => {
    await privacy.need('选中的照片或视频', kind);
    const [fromCamera, fromAlbum] = [sources.includes('camera'), sources.includes('album')];
    const pictures = await askForPictures(prompts, { kind, count, fromCamera, fromAlbum });
    const files = await Promise.all(
      pictures.map((picture) => asChosen(picture, sizes.includes('compressed'))),
    );
    return files.map((content) => ({ content, path: localFiles.add(content) }));
  };
  return {
    chooseMedia: asynchronous('chooseMedia', async (options) => {
      const { count = 9, mediaType = ['image', 'video'], sourceType = both, sizeType = anySize } = options;
      if (!mediaType.some((type) => type === 'image' || type === 'mix'))
        throw new ApiRefusal('video is not supported by the simulator');
      const files = await choose('chooseMedia', Math.min(count, 20), sourceType, sizeType);
      const tempFiles = await Promise.all(files.map(describe));
      return { type: 'image', tempFiles };
    }),
    chooseImage: asynchronous('chooseImage', async (options) => {
      const { count = 9, sourceType = both, sizeType = anySize } = options;
      const files = await choose('chooseImage', count, sourceType as Source[], sizeType);
      return {
        tempFilePaths: files.map(({ path }) => path),
        tempFiles: files.map(({ path, content }) => ({ path, size: content.size })),
      };
    }),
    ...pictureApi(),
    saveImageToPhotosAlbum: performing('saveImageToPhotosAlbum', async ({ filePath }) => {
      const content = await localFiles.read(filePath);
      await sizeOf(content);
      await privacy.need('相册（仅写入）', 'saveImageToPhotosAlbum', 103);
      await permissions.need('scope.writePhotosAlbum');
      album.add(content);
    }),
  };
}

function pictureApi() {
  return {
    compressImage: asynchronous(
      'compressImage',
      async ({ src, quality, compressedWidth, compressedHeight }) => {
        const small = await compressed(await localFiles.read(src), {
          ...(quality === undefined ? {} : { quality }),
          width: compressedWidth,
          height: compressedHeight,
        });
        return { tempFilePath: localFiles.add(small) };
      },
    ),
    getImageInfo: asynchronous('getImageInfo', async ({ src }) => {
      const content = await localFiles.read(src);
      const { width, height } = await sizeOf(content);
      const type = typeNames[content.type] ?? ('unknown' as const);
      return { width, height, type, orientation: 'up' as const, path: src };
    }),
    previewImage: performing('previewImage', ({ urls, current }) => viewPictures(urls, current)),
    previewMedia: performing('previewMedia', ({ sources, current = 0 }) => {
      if (sources.some(({ type }) => type === 'video'))
        throw new ApiRefusal('video is not supported by the simulator');
      viewPictures(
        sources.map(({ url }) => url),
        sources[current]?.url,
      );
    }),
    openDocument: performing('openDocument', async ({ filePath, fileType }) => {
      await localFiles.read(filePath);
      const kind = fileType ?? filePath.split('.').at(-1) ?? '';
      if (!documents.includes(kind)) throw new ApiRefusal('filetype not supported');
      const close: () => void = openLayer(
        'page',
        '文档',
        pageHead(kind.toUpperCase(), () => close()),
        h('p', 'system-text', `已打开 ${filePath.split('/').at(-1)}。模拟手机不显示文档内容。`),
      );
    }),
  };
}

const both: readonly Source[] = ['album', 'camera'];
const anySize: readonly string[] = ['original', 'compressed'];
const documents = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];
const typeNames: Readonly<Record<string, 'jpeg' | 'png' | 'gif'>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
};

async function describe({ path, content }: { path: string; content: Blob }) {
  const { width, height } = await sizeOf(content);
  return {
    tempFilePath: path,
    size: content.size,
    fileType: 'image' as const,
    width,
    height,
    duration: 0,
    thumbTempFilePath: '',
  };
}
