import { Image, View } from '@tarojs/components';
import type { TicketFile } from '../../../types/contract/tickets';
import { showPhotos } from '../../services/media';

export interface PhotoStripProps {
  readonly files: readonly TicketFile[];
  /** What screen readers say they are. */
  readonly label: string;
}

/** Photos of a ticket, by links that expire; what WeChat has not passed says so, to its sender. A tap shows them large. */
export function PhotoStrip({ files, label }: PhotoStripProps) {
  const urls = files.flatMap(({ link }) => (link === undefined ? [] : [link]));
  if (files.length === 0) return null;
  const note = checkWords(files);
  return (
    <View className="strip">
      <View className="strip__row">
        {files.map(({ link, fileId, check, at }, index) =>
          link === undefined ? (
            <View key={fileId ?? `${at} ${index + 1}`} className="strip__none">
              {check === 'refused' ? '没有通过' : '检查中'}
            </View>
          ) : (
            <Image
              key={fileId ?? link}
              className="strip__picture"
              src={link}
              mode="aspectFill"
              lazyLoad
              ariaRole="button"
              ariaLabel={`${label} ${index + 1}，点开看大图`}
              onClick={() => showPhotos(urls, link)}
            />
          ),
        )}
      </View>
      {note && <View className="type-second tone-warn">{note}</View>}
    </View>
  );
}

/** What the sender (who alone is given a file's id) is told while others do not see it; others, that more may come. */
export function checkWords(files: readonly Pick<TicketFile, 'check' | 'fileId'>[]): string | undefined {
  const mine = files.filter(({ fileId }) => fileId !== undefined);
  const refused = mine.filter(({ check }) => check === 'refused').length;
  if (refused > 0) return `${refused} 张照片没有通过微信的内容检查，只有您能看到，可以另拍一张补上。`;
  if (mine.some(({ check }) => check === 'pending')) return '微信正在检查照片，通过后别人才能看到。';
  return files.some(({ check }) => check === 'pending') ? '照片还在微信检查，通过后就能看到。' : undefined;
}
