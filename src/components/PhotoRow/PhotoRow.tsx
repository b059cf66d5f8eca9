import { Image, Text, View } from '@tarojs/components';
import type { UploadsHook } from '../../hooks/useUploads';
import { showPhotos } from '../../services/media';
import type { LocalFile, Progress } from '../../services/uploads';
import { Icon } from '../Icon/Icon';

export interface PhotoRowProps {
  readonly uploads: UploadsHook;
  /** Requirement B1: up to 9. */
  readonly most?: number;
  /** What the pictures are of: 现场照片. */
  readonly label?: string;
}

/** Photos that are being added: each shows how far it is, can be taken away, and sent again where it failed. */
export function PhotoRow({ uploads, most = 9, label = '照片' }: PhotoRowProps) {
  const { files, progress, choose, remove, retry } = uploads;
  const paths = files.map(({ path }) => path);
  return (
    <View className="photos" ariaLabel={`${label}，${files.length} 张`}>
      {files.map((file, index) => (
        <Photo
          key={file.key}
          file={file}
          name={`${label} ${index + 1}`}
          progress={progress.get(file.key)}
          onShow={() => showPhotos(paths, file.path)}
          onRemove={() => remove(file.key)}
          onRetry={() => retry(file.key)}
        />
      ))}
      {files.length < most && (
        <View
          id="photo-add"
          className="photos__cell"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={`添加${label}，已有 ${files.length} 张，最多 ${most} 张`}
          onClick={() => void choose(most - files.length)}
        >
          <View className="photos__add">
            <Icon name="camera" />
            <Text className="type-second">{files.length === 0 ? '拍照' : `${files.length}/${most}`}</Text>
          </View>
        </View>
      )}
    </View>
  );
}

interface PhotoProps {
  readonly file: LocalFile;
  readonly name: string;
  readonly progress: Progress | undefined;
  readonly onShow: () => void;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
}

function Photo({ file, name, progress, onShow, onRemove, onRetry }: PhotoProps) {
  const state = file.fileId === undefined ? progressWords(progress) : undefined;
  const hasFailed = progress === 'failed';
  return (
    <View className="photos__cell">
      <Image
        className="photos__picture"
        src={file.path}
        mode="aspectFill"
        ariaRole="button"
        ariaLabel={`${name}${state ? `，${state}` : ''}，点开看大图`}
        onClick={hasFailed ? onRetry : onShow}
      />
      {state !== undefined && (
        <View
          className={`photos__state${hasFailed ? ' photos__state--failed' : ''}`}
          onClick={hasFailed ? onRetry : onShow}
        >
          {state}
        </View>
      )}
      <View
        className="photos__remove"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={`删除${name}`}
        onClick={onRemove}
      >
        <View className="photos__cross">
          <Icon name="close" />
        </View>
      </View>
    </View>
  );
}

/** What stands over a picture that is not in the cloud yet. */
export function progressWords(progress: Progress | undefined): string {
  if (progress === 'failed') return '没传上，点这里重传';
  return progress === undefined || progress === 'waiting' ? '等待上传' : `${Math.round(progress.percent)}%`;
}
