import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Choice, Facts, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { inFours } from '@/paying/receiptWords';
import { momentWords } from '@/words/timeWords';
import { caseCauseNames } from '../../../../types/caseCause';
import type { CaseAction, CaseView } from '../../../../types/contract/reconciliation';
import { formatDay } from '../../../../types/day';
import { formatYuan } from '../../../../types/yuan';
import { Remark } from '../Remark';
import { actionNames, actionWords } from './caseWords';

export interface CaseSheetProps {
  readonly found: CaseView;
  /** `moved`: something was changed. */
  readonly onClose: (moved: boolean) => void;
}

/** One difference: what each side has, who looks after it, what can be done, and in words what that does. */
export function CaseSheet({ found, onClose }: CaseSheetProps) {
  const [action, choose] = useState<CaseAction | undefined>(onlyOne(found.actions));
  const [note, write] = useState('');
  const { run, isBusy, refusal } = useChange('reconciliation.resolveCase');
  const isOpen = found.state === 'open';
  const resolve = async () => {
    if (action && (await run({ caseId: found.caseId, action, note: note.trim() }))) onClose(true);
  };
  const footer = isOpen && action && (
    <>
      {refusal && <Refusal title="没有处理" sentence={refusal.sentence} />}
      <Button
        label={actionNames[action]}
        isBusy={isBusy}
        isDisabled={note.trim() === ''}
        onTap={() => void resolve()}
      />
    </>
  );
  return (
    <Sheet label={caseCauseNames[found.cause]} onClose={() => onClose(false)} {...(footer ? { footer } : {})}>
      <View className="stack">
        <View className="type-title">{caseCauseNames[found.cause]}</View>
        <CaseFacts found={found} />
        {isOpen && !found.owner && <TakeCase caseId={found.caseId} onTaken={() => onClose(true)} />}
        {isOpen && found.actions.length > 1 && (
          <Choice
            label="怎么处理"
            options={found.actions.map((value) => ({ value, name: actionNames[value] }))}
            value={action}
            onChange={choose}
          />
        )}
        {isOpen && action && <ResolveNote action={action} note={note} onNote={write} />}
      </View>
    </Sheet>
  );
}

/** Somebody says that they look after it, so that nobody else does. */
function TakeCase({ caseId, onTaken }: { readonly caseId: string; readonly onTaken: () => void }) {
  const { run, isBusy, refusal } = useChange('reconciliation.takeCase');
  const take = async () => {
    if (await run({ caseId })) onTaken();
  };
  return (
    <>
      {refusal && <Refusal sentence={refusal.sentence} />}
      <Button kind="outline" label="我来处理" isBusy={isBusy} onTap={() => void take()} />
    </>
  );
}

interface ResolveNoteProps {
  readonly action: CaseAction;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** What the action does, and what was found out. */
function ResolveNote({ action, note, onNote }: ResolveNoteProps) {
  return (
    <>
      <View className="type-second">{actionWords[action]}</View>
      <Field
        id="case-note"
        label="说明"
        value={note}
        onChange={onNote}
        isLong
        most={200}
        placeholder="查到了什么，怎么处理的"
      />
    </>
  );
}

/** Where there is one way, there is nothing to choose. */
function onlyOne(actions: readonly CaseAction[]): CaseAction | undefined {
  return actions.length === 1 ? actions[0] : undefined;
}

function CaseFacts({ found }: { readonly found: CaseView }) {
  const now = useNow();
  const { place, day, orderId, transactionId, refundId, ours, theirs, owner, resolution, openedAt } = found;
  const nothing = '没有';
  return (
    <>
      <Facts
        facts={[
          ...(place ? [{ name: '房屋', value: place }] : []),
          { name: '账单日', value: formatDay(day) },
          { name: '微信账单', value: theirs === undefined ? nothing : formatYuan(theirs) },
          { name: '系统里', value: ours === undefined ? nothing : formatYuan(ours) },
          ...(orderId ? [{ name: '支付单号', value: orderId }] : []),
          ...(transactionId ? [{ name: '微信交易单号', value: inFours(transactionId) }] : []),
          ...(refundId ? [{ name: '退款单号', value: refundId }] : []),
          { name: '发现', value: momentWords(openedAt, now) },
          ...(owner ? [{ name: '处理人', value: owner }] : []),
          ...(resolution
            ? [
                {
                  name: '处理',
                  value: `${actionNames[resolution.action]}，${momentWords(resolution.at, now)}`,
                },
              ]
            : []),
        ]}
      />
      <Remark name="说明" text={resolution?.note} />
    </>
  );
}
