import { View } from '@tarojs/components';
import { Button, Card, Skeleton } from '@/components';
import { Unanswered } from '@/components/Answered/Unanswered';
import { usePages } from '@/hooks/usePages';
import type { ImportProblem, ImportRowPage } from '../../../../types/contract/setup';

const pageOf = ({ problems, next }: ImportRowPage) => ({ rows: problems, next });

/** Each wrong row with its cells, the wrong one outlined, and how to mend it. */
export function Problems({ importId }: { readonly importId: string }) {
  const list = usePages('setup.importRows', { importId, which: 'problems' }, pageOf);
  if (list.refusal && !list.rows)
    return <Unanswered title="要改的行暂时看不到" refusal={list.refusal} onAgain={list.more} />;
  if (!list.rows) return <Skeleton cards={[4]} />;
  return (
    <>
      <View className="between">
        <View className="type-heading strong">要改的行</View>
        <View className="type-second">按行号排</View>
      </View>
      <Card>
        {list.rows.map((problem) => (
          <Problem
            key={`${problem.sheet}${problem.row}${problem.columns}${problem.title}`}
            problem={problem}
          />
        ))}
        {list.hasMore && (
          <Button kind="quiet" label="更多" isBusy={list.isLoading} onTap={() => void list.more()} />
        )}
      </Card>
    </>
  );
}

function Problem({ problem }: { readonly problem: ImportProblem }) {
  const { sheet, row, columns, title, fix, cells } = problem;
  return (
    <View className="import__problem">
      <View className="between">
        <View className="type-heading strong">{title}</View>
        <View className="type-second">{columns ? `${sheet} ${columns} 列` : sheet}</View>
      </View>
      <View className="import__cells">
        <View className="import__cell import__cell--number tabular">{row}</View>
        {named(cells).map(({ name, text, isWrong }) => (
          <View key={name} className={`import__cell${isWrong ? ' import__cell--wrong' : ''}`}>
            {text || '（空）'}
          </View>
        ))}
      </View>
      <View className="type-second">{fix}</View>
    </View>
  );
}

/** A cell has no other name than its place in the row. */
function named(cells: ImportProblem['cells']) {
  return cells.map((cell, index) => ({ ...cell, name: String(index) }));
}
