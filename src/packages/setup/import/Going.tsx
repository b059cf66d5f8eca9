import { View } from '@tarojs/components';
import { Button, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { ImportView } from '../../../../types/contract/setup';

export interface GoingProps {
  readonly view: ImportView;
  readonly onDone: (view: ImportView) => void;
}

/** How far it is; where it has stopped, going on from there. */
export function Going({ view: { importId, progress, isStuck }, onDone }: GoingProps) {
  const applying = useChange('setup.applyImport');
  const goOn = async () => {
    const next = await applying.run({ importId });
    if (next) onDone(next);
  };
  const percent = progress && progress.all > 0 ? (progress.done * 100) / progress.all : 0;
  return (
    <>
      <View className="import__track">
        <View className="import__done" style={{ width: `${percent}%` }} />
      </View>
      {applying.refusal && <Refusal sentence={applying.refusal.sentence} />}
      {isStuck && <Button label="接着导入" isBusy={applying.isBusy} onTap={() => void goOn()} />}
    </>
  );
}
