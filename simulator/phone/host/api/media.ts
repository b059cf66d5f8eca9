import { album } from '../system/album';
import { askForMedia, type Wanted } from '../system/albumSheet';
import { filmInfo, isFilm } from '../system/films';
import { h, openLayer, pageHead } from '../system/layer';
import { localFiles } from '../system/localFiles';
import type { PhoneSystem } from '../system/phoneSystem';
import { asChosen, compressed, sizeOf } from '../system/pictures';
import { viewMedia } from '../system/viewer';
import { ApiRefusal, asynchronous, performing } from './convention';

type Source = 'album' | 'camera';

/** Pictures and films: chosen, looked at, made smaller, kept. */
export function mediaApi(system: PhoneSystem) {
  return { ...choosing(system), ...pictureApi(), ...keeping(system) };
}

interface Choice extends Pick<Wanted, 'kind' | 'count' | 'pictures' | 'films' | 'mixed'> {
  readonly sources: readonly Source[];
  readonly sizes: readonly string[];
}

function choosing({ prompts, privacy }: PhoneSystem) {
  const choose = async ({ sources, sizes, ...wanted }: Choice) => {
    await privacy.need('选中的照片或视频', wanted.kind);
    const [fromCamera, fromAlbum] = [sources.includes('camera'), sources.includes('album')];
    const chosen = await askForMedia(prompts, { ...wanted, fromCamera, fromAlbum });
    const files = await Promise.all(
      chosen.map((one) => (isFilm(one) ? one : asChosen(one, sizes.includes('compressed')))),
    );
    return files.map((content) => ({ content, path: localFiles.add(content) }));
  };
  return {
    chooseMedia: asynchronous('chooseMedia', async (options) => {
      const { count = 9, mediaType = ['image', 'video'], sourceType = both, sizeType = anySize } = options;
      const mixed = mediaType.includes('mix');
      const [pictures, films] = [mixed || mediaType.includes('image'), mixed || mediaType.includes('video')];
      const wanted = { kind: 'chooseMedia', count: Math.min(count, 20), pictures, films, mixed };
      const files = await choose({ ...wanted, sources: sourceType, sizes: sizeType });
      const tempFiles = await Promise.all(files.map(describe));
      return { type: mixed ? 'mix' : tempFiles[0]!.fileType, tempFiles };
    }),
    chooseImage: asynchronous('chooseImage', async (options) => {
      const { count = 9, sourceType = both, sizeType = anySize } = options;
      const wanted = { kind: 'chooseImage', count, pictures: true, films: false, mixed: false };
      const files = await choose({ ...wanted, sources: sourceType as Source[], sizes: sizeType });
      return {
        tempFilePaths: files.map(({ path }) => path),
        tempFiles: files.map(({ path, content }) => ({ path, size: content.size })),
      };
    }),
    chooseVideo: asynchronous('chooseVideo', async ({ sourceType = both }) => {
      const wanted = { kind: 'chooseVideo', count: 1, pictures: false, films: true, mixed: false };
      const [file] = await choose({ ...wanted, sources: sourceType as Source[], sizes: anySize });
      const { tempFilePath, size, width, height, duration } = await describe(file!);
      return { tempFilePath, size, width, height, duration };
    }),
  };
}

function keeping({ privacy, permissions }: PhoneSystem) {
  const keep = async (name: string, content: Blob) => {
    await privacy.need('相册（仅写入）', name, 103);
    await permissions.need('scope.writePhotosAlbum');
    album.add(content);
  };
  return {
    saveImageToPhotosAlbum: performing('saveImageToPhotosAlbum', async ({ filePath }) => {
      const content = await localFiles.read(filePath);
      await sizeOf(content);
      await keep('saveImageToPhotosAlbum', content);
    }),
    saveVideoToPhotosAlbum: performing('saveVideoToPhotosAlbum', async ({ filePath }) => {
      const content = await localFiles.read(filePath);
      if (!isFilm(content)) throw new ApiRefusal('invalid video');
      await keep('saveVideoToPhotosAlbum', content);
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
    previewImage: performing('previewImage', ({ urls, current = urls?.[0] }) => {
      if (!Array.isArray(urls)) throw new ApiRefusal('parameter error: parameter.urls should be Array');
      viewMedia(
        urls.map((url) => ({ url })),
        urls.indexOf(current ?? ''),
      );
    }),
    previewMedia: performing('previewMedia', ({ sources, current = 0 }) => {
      viewMedia(
        sources.map(({ url, type, poster }) => (type === 'video' ? { url, film: { poster } } : { url })),
        current,
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
  if (isFilm(content)) {
    const { cover, ...info } = await filmInfo(content);
    const thumbTempFilePath = localFiles.add(cover);
    return {
      tempFilePath: path,
      size: content.size,
      fileType: 'video' as const,
      ...info,
      thumbTempFilePath,
    };
  }
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
