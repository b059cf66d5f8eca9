import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { isSure } from '@/services/device';
import type { KnowledgeEntry } from '../../../../types/contract/ticketDesks';

export interface EntrySheetProps {
  readonly communityId: string;
  /** Absent: a new one. */
  readonly entry?: KnowledgeEntry;
  readonly onClose: (isChanged: boolean) => void;
}

/** One question with its answer: written, changed, taken away. */
export function EntrySheet({ communityId, entry, onClose }: EntrySheetProps) {
  const [question, ask] = useState(entry?.question ?? '');
  const [answer, write] = useState(entry?.answer ?? '');
  const saving = useChange('knowledge.save');
  const removing = useChange('knowledge.remove');
  const refusal = saving.refusal ?? removing.refusal;
  const isWhole = question.trim() !== '' && answer.trim() !== '';
  const save = async () => {
    const said = { question: question.trim(), answer: answer.trim() };
    const known = entry ? { entryId: entry.entryId } : {};
    if (await saving.run({ communityId, ...known, ...said })) onClose(true);
  };
  const remove = async () => {
    if (!entry || !(await isSure('删除这条问答', '删除后咨询时不再给出这个答案。', '删除'))) return;
    if (await removing.run({ communityId, entryId: entry.entryId })) onClose(true);
  };
  return (
    <Sheet
      label="问答"
      onClose={() => onClose(false)}
      footer={
        <>
          {refusal && <Refusal title="没有办成" sentence={refusal.sentence} />}
          <Button label="保存" isBusy={saving.isBusy} isDisabled={!isWhole} onTap={() => void save()} />
          {entry && <Button kind="quiet" label="删除" isBusy={removing.isBusy} onTap={() => void remove()} />}
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{entry ? '改问答' : '加一条问答'}</View>
        <Field id="entry-question" label="业主怎么问" value={question} isLong most={200} onChange={ask} />
        <Field id="entry-answer" label="怎么回答" value={answer} isLong most={1000} onChange={write} />
      </View>
    </Sheet>
  );
}
