import { View } from '@tarojs/components';
import { AnswerBanner, Answered, Button, Card, EmptyState, Page, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import type { StuckWork } from '../../../../types/contract/desk';
import { kindWords, sinceWords } from './stuckWords';

/** Long work that was given up after failing too often: what stands still, and trying once more. */
export default function StuckWorkPage() {
  const { communityId = '' } = useParameters();
  const asked = useAnswer('desk.stuckWork', { communityId }, { topics: ['work'] });
  usePullDown(asked.again);
  return (
    <Page name="stuck-work" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="停下的工作暂时看不到" cards={[3]}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              drawing="letterbox"
              title="没有停下的工作"
              line="出账、导入、对账这些后台工作都在正常做，停下的会列在这里。"
            />
          ) : (
            <>
              <View className="type-second">
                再试一次会从停下的地方接着做。试过还是停下，请把故障编号告诉技术人员。
              </View>
              {all.map((work) => (
                <Work key={work.workId} work={work} onRetried={asked.take} />
              ))}
            </>
          )
        }
      </Answered>
    </Page>
  );
}

interface WorkProps {
  readonly work: StuckWork;
  readonly onRetried: (rest: readonly StuckWork[]) => void;
}

function Work({ work, onRetried }: WorkProps) {
  const now = useNow();
  const { run, isBusy, refusal } = useChange('desk.retryWork');
  const { title, line } = kindWords(work.kind);
  const retry = async () => {
    const rest = await run({ workId: work.workId });
    if (rest) onRetried(rest);
  };
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="type-heading">{title}</View>
          <View>{line}</View>
          <View className="type-second">{sinceWords(work, now)}</View>
        </View>
        {refusal && <Refusal sentence={refusal.sentence} />}
        <Button kind="outline" label="再试一次" isBusy={isBusy} onTap={() => void retry()} />
      </View>
    </Card>
  );
}
