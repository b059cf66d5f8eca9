import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Choice, Facts, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { momentWords } from '@/words/timeWords';
import { caseCauseNames } from '../../../../types/caseCause';
import type { CaseAction, CaseView } from '../../../../types/contract/reconciliation';
import { formatDay } from '../../../../types/day';
import { formatYuan } from '../../../../types/yuan';
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
  const take = useChange('reconciliation.takeCase');
  const resolve = useChange('reconciliation.resolveCase');
  const isOpen = found.state === 'open';
  const refusal = take.refusal ?? resolve.refusal;
  const done = async (change: Promise<unknown>) => {
    if ((await change) !== undefined) onClose(true);
  };
  return (
    <Sheet
      label={caseCauseNames[found.cause]}
      onClose={() => onClose(false)}
      {...(isOpen && action
        ? {
            footer: (
              <Button
                label={actionNames[action]}
                isBusy={resolve.isBusy}
                isDisabled={note.trim() === ''}
                onTap={() => void done(resolve.run({ caseId: found.caseId, action, note: note.trim() }))}
              />
            ),
          }
        : {})}
    >
      <View className="stack">
        <View className="type-title">{caseCauseNames[found.cause]}</View>
        <CaseFacts found={found} />
        {refusal && <Refusal sentence={refusal.sentence} />}
        {isOpen && (
          <>
            {!found.owner && (
              <Button
                kind="outline"
                label="我来处理"
                isBusy={take.isBusy}
                onTap={() => void done(take.run({ caseId: found.caseId }))}
              />
            )}
            {found.actions.length > 1 && (
              <Choice
                label="怎么处理"
                options={found.actions.map((value) => ({ value, name: actionNames[value] }))}
                value={action}
                onChange={choose}
              />
            )}
            {action && (
              <>
                <View className="type-second">{actionWords[action]}</View>
                <Field
                  label="说明"
                  value={note}
                  onChange={write}
                  isLong
                  most={200}
                  placeholder="查到了什么，怎么处理的"
                  id="case-note"
                />
              </>
            )}
          </>
        )}
      </View>
    </Sheet>
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
    <Facts
      facts={[
        ...(place ? [{ name: '房屋', value: place }] : []),
        { name: '账单日', value: formatDay(day) },
        { name: '微信账单', value: theirs === undefined ? nothing : formatYuan(theirs) },
        { name: '系统里', value: ours === undefined ? nothing : formatYuan(ours) },
        ...(orderId ? [{ name: '支付单号', value: orderId }] : []),
        ...(transactionId ? [{ name: '微信交易单号', value: transactionId }] : []),
        ...(refundId ? [{ name: '退款单号', value: refundId }] : []),
        { name: '发现', value: momentWords(openedAt, now) },
        ...(owner ? [{ name: '处理人', value: owner }] : []),
        ...(resolution
          ? [
              {
                name: '处理',
                value: `${actionNames[resolution.action]}，${momentWords(resolution.at, now)}`,
              },
              { name: '说明', value: resolution.note },
            ]
          : []),
      ]}
    />
  );
}
