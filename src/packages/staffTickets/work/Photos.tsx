import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Button, Card, Icon, Refusal } from '@/components';
import { PhotoRow } from '@/components/PhotoRow/PhotoRow';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { fileIdsOf, useUploads } from '@/hooks/useUploads';
import { dropFile } from '@/services/media';
import type { LocalFile } from '@/services/uploads';
import { clockWords } from '@/words/timeWords';
import { useWorkFolder } from '../useWorkFolder';
import type { WorkProps } from './workProps';
import { notYetIn } from './workWords';

type When = 'before' | 'after';
const names = { before: '修之前', after: '修之后' } as const;
/** Requirement B1: up to 9 of each. */
const most = 9;

/** 前后照片: what is taken is sent by itself, and survives a restart until it is. */
export function Photos({ ticket, onChanged }: WorkProps) {
  const { before, after, can } = ticket;
  const mayAdd = can.includes('ticketWork.addPhotos');
  if (!mayAdd && before.length + after.length === 0) return null;
  return (
    <Card>
      <View className="stack">
        <View className="part">
          <View className={before.length > 0 && after.length > 0 ? 'part__done' : 'part__open'}>
            <Icon name="check" />
          </View>
          <View className="part__title type-heading">前后照片</View>
          <View className="type-second tabular">{`${before.length + after.length} 张`}</View>
        </View>
        <View className="pair">
          {(['before', 'after'] as const).map((when) => (
            <View key={when} className="pair__half">
              <View>{`${names[when]}${ticket[when][0] ? ` ${clockWords(ticket[when][0].at)}` : ''}`}</View>
              <View className="pair__photos">
                <PhotoStrip files={ticket[when]} label={names[when]} />
                {mayAdd && ticket[when].length < most && (
                  <Adding key={ticket[when].length} when={when} ticket={ticket} onChanged={onChanged} />
                )}
              </View>
            </View>
          ))}
        </View>
      </View>
    </Card>
  );
}

/** Mounted anew when what it has sent stands in the ticket, which may be told before the sending itself is answered. */
function Adding({ ticket, when, onChanged }: WorkProps & { readonly when: When }) {
  const { ticketId } = ticket;
  const { draft, change, clear } = useDraft<{ files: readonly LocalFile[] }>(`${when}:${ticketId}`, {
    files: [],
  });
  const left = notYetIn(ticket[when], draft.files);
  const uploads = useUploads(useWorkFolder(ticket.communityId), left, (files) => change({ files }));
  const { run, isBusy, refusal } = useChange('ticketWork.addPhotos');
  const { files } = uploads;
  const add = async () => {
    const changed = await run({ ticketId, when, photos: fileIdsOf(files) });
    if (!changed) return;
    for (const { path } of files) dropFile(path);
    clear();
    onChanged(changed);
  };
  const latest = useRef(add);
  latest.current = add;
  const isReady = files.length > 0 && files.every(({ fileId }) => fileId !== undefined);
  useEffect(() => {
    if (isReady) void latest.current();
  }, [isReady]);
  return (
    <View id={`photos-${when}`} className="pair__adding">
      <PhotoRow uploads={uploads} most={most - ticket[when].length} label={`${names[when]}的照片`} />
      {refusal && (
        <Refusal title="照片还没记到工单上" sentence={refusal.sentence}>
          <Button kind="outline" label="再试一次" isBusy={isBusy} onTap={() => void add()} />
        </Refusal>
      )}
    </View>
  );
}
