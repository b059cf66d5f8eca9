import { View } from '@tarojs/components';
import { Button, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { isSure } from '@/services/device';
import type { ImportView } from '../../../../types/contract/setup';

export interface GoingProps {
  readonly view: ImportView;
  readonly onDone: (view: ImportView) => void;
}

/** How far it is; where it has stopped, going on from there. A community's first import can be given up until its end. */
export function Going({ view: { importId, progress, isStuck, isFirst, state }, onDone }: GoingProps) {
  const applying = useChange('setup.applyImport');
  const givingUp = useChange('setup.giveUpImport');
  const isUndoing = state === 'undoing';
  const take = (next: ImportView | undefined) => {
    if (next) onDone(next);
  };
  const undo = async () => take(await givingUp.run({ importId }));
  const goOn = async () => (isUndoing ? undo() : take(await applying.run({ importId })));
  const giveUp = async () => {
    const warning = '已经写进去的房屋、住户和欠费会全部清掉，可以改好表格再导入。';
    if (await isSure('撤回这次导入', warning, '撤回')) await undo();
  };
  const percent = progress && progress.all > 0 ? (progress.done * 100) / progress.all : 0;
  const refusal = applying.refusal ?? givingUp.refusal;
  return (
    <>
      <View className="import__track">
        <View className="import__done" style={{ width: `${percent}%` }} />
      </View>
      {refusal && <Refusal sentence={refusal.sentence} />}
      {isStuck && (
        <Button
          label={isUndoing ? '接着撤回' : '接着导入'}
          isBusy={applying.isBusy || (isUndoing && givingUp.isBusy)}
          onTap={() => void goOn()}
        />
      )}
      {isFirst && !isUndoing && (
        <Button kind="quiet" label="撤回这次导入" isBusy={givingUp.isBusy} onTap={() => void giveUp()} />
      )}
    </>
  );
}
