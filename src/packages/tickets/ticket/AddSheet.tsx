import { View } from '@tarojs/components';
import { Button, Field, Refusal, Sheet } from '@/components';
import { PhotoRow } from '@/components/PhotoRow/PhotoRow';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { fileIdsOf, useUploads } from '@/hooks/useUploads';
import { useFolder } from '../useFolder';
import type { SheetProps } from './ticketProps';

type What = 'add' | 'reject' | 'dispute';

const sheets = {
  add: { title: '补充说明或照片', label: '想补充什么', button: '提交', most: 1000, takesPhotos: true },
  reject: {
    title: '哪里还没修好',
    label: '请说清楚，师傅会再来',
    button: '提交',
    most: 200,
    takesPhotos: true,
  },
  dispute: {
    ...{
      title: '哪里没有解决',
      label: '会转给上一级重新处理',
      button: '提交',
      most: 200,
      takesPhotos: false,
    },
  },
} as const;

/** Words and photos that are added: more of it, why the work is not done, why the answer does not help. */
export function AddSheet({ what, ticket, onClose, onChanged }: SheetProps & { readonly what: What }) {
  const { title, label, button, most, takesPhotos } = sheets[what];
  const { draft, change, clear } = useDraft(`${what}:${ticket.ticketId}`, { text: '' });
  const uploads = useUploads(useFolder(takesPhotos ? ticket.homeId : undefined));
  const { send, isBusy, refusal } = useSend(what, ticket.ticketId);
  const text = draft.text.trim();
  const isEmpty = text === '' && (what !== 'add' || uploads.files.length === 0);
  const left = uploads.files.length - fileIdsOf(uploads.files).length;
  const submit = async () => {
    const changed = await send(text, fileIdsOf(uploads.files));
    if (!changed) return;
    clear();
    onChanged(changed);
    onClose();
  };
  return (
    <Sheet
      label={title}
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
          <Button
            label={button}
            isBusy={isBusy || left > 0}
            busyLabel={left > 0 ? `还有 ${left} 张照片在上传` : '正在提交'}
            isDisabled={isEmpty}
            onTap={() => void submit()}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{title}</View>
        <Field
          id="add-text"
          label={label}
          value={draft.text}
          isLong
          most={most}
          onChange={(value) => change({ text: value })}
        />
        {takesPhotos && <PhotoRow uploads={uploads} />}
      </View>
    </Sheet>
  );
}

function useSend(what: What, ticketId: string) {
  const adding = useChange('tickets.add');
  const rejecting = useChange('tickets.rejectWork');
  const disputing = useChange('tickets.judgeAnswer');
  const { isBusy, refusal } = { add: adding, reject: rejecting, dispute: disputing }[what];
  const send = (text: string, photos: string[]) => {
    if (what === 'reject') return rejecting.run({ ticketId, reason: text, photos });
    if (what === 'dispute') return disputing.run({ ticketId, helped: false, reason: text });
    return adding.run({ ticketId, ...(text === '' ? {} : { text }), photos });
  };
  return { send, isBusy, refusal };
}
