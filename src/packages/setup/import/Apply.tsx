import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Field, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { open, pages } from '@/services/routes';
import type { ImportView } from '../../../../types/contract/setup';
import { type OpeningKind, openingNames, openingsOf, statedOf } from '../openingTotals';

interface ApplyProps {
  readonly view: ImportView;
  readonly onDone: (view: ImportView) => void;
}

/** Bringing it in: conflicts are decided first, and the old books' totals are stated where the file has opening figures. */
export function Apply({ view, onDone }: ApplyProps) {
  const [written, write] = useState<Readonly<Partial<Record<OpeningKind, string>>>>({});
  const applying = useChange('setup.applyImport');
  const asked = openingsOf(view);
  const opening = statedOf(asked, written);
  const apply = async () => {
    const next = await applying.run({ importId: view.importId, ...(opening ? { opening } : {}) });
    if (next) onDone(next);
  };
  return (
    <Card>
      <View className="stack">
        {view.undecided > 0 && <Conflicts view={view} onDone={onDone} />}
        {view.opening && (
          <>
            <View className="strong">和旧系统对一下总数</View>
            {asked.map((kind) => (
              <Field
                key={kind}
                label={`旧系统的${openingNames[kind]}合计（元）`}
                keyboard="digit"
                value={written[kind] ?? ''}
                onChange={(text) => write({ ...written, [kind]: text })}
                id={`old-${kind}`}
                most={14}
              />
            ))}
          </>
        )}
        {applying.refusal && <Refusal sentence={applying.refusal.sentence} />}
        <Button
          label="导入"
          isBusy={applying.isBusy}
          isDisabled={(view.opening && !opening) || view.undecided > 0}
          onTap={() => void apply()}
        />
      </View>
    </Card>
  );
}

/** Fields that were changed in the app since: one word for all of them, or a look at each. */
function Conflicts({ view, onDone }: ApplyProps) {
  const { run, isBusy, refusal } = useChange('setup.decideConflicts');
  const decide = async (take: 'file' | 'app') => {
    const next = await run({ importId: view.importId, take });
    if (next) onDone(next);
  };
  return (
    <>
      <View className="strong">有 {view.undecided} 处在小程序里改过，和表格不一样</View>
      <Button
        kind="quiet"
        label="一处一处看"
        onTap={() => open(pages.importRows, { importId: view.importId, which: 'conflicts' })}
      />
      <View className="side-by-side">
        <Button kind="outline" label="按小程序的" isBusy={isBusy} onTap={() => void decide('app')} />
        <Button kind="outline" label="按表格的" isBusy={isBusy} onTap={() => void decide('file')} />
      </View>
      {refusal && <Refusal sentence={refusal.sentence} />}
    </>
  );
}
