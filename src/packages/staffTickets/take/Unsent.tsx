import { Card, Row } from '@/components';
import { useTaken } from '@/hooks/useOutbox';
import { isSure } from '@/services/device';
import { outbox } from '@/services/outbox';
import { open, pages, replaceBy } from '@/services/routes';
import { keep, recall } from '@/services/storage';
import type { WaitingTaking } from '@/services/waitingReport';
import { lettingGoWords, type WaitingAct, waitingWords } from '../../tickets/list/waitingWords';
import { type Taking, takingName, takingOf } from './taking';

interface UnsentProps {
  readonly communityId: string | undefined;
  /** It stands on the page where reports are taken down. */
  readonly isOnForm?: boolean;
}

/** Emergencies that were taken down and have not left the phone, or whose photos have not; nothing where there are none. */
export function Unsent({ communityId, isOnForm = false }: UnsentProps) {
  const waiting = useTaken(communityId);
  if (waiting.length === 0) return null;
  return (
    <Card isFlush>
      {waiting.map((report) => {
        const { title, line, chip, act } = waitingWords(report, true);
        const onTap = act && (() => void acts[act](report, isOnForm ? replaceBy : open));
        return <Row key={report.requestId} {...{ title, line, chip }} {...(onTap ? { onTap } : {})} />;
      })}
    </Card>
  );
}

const acts: Readonly<Record<WaitingAct, (report: WaitingTaking, go: typeof open) => Promise<void>>> = {
  async change(report, go) {
    const { communityId } = report.taken;
    const draft = `draft:${takingName(communityId)}`;
    const isWritten = Boolean(recall<Taking>(draft)?.text);
    if (isWritten && !(await isSure('您还有一份没写完', '现在改这一份，没写完的那份会清空。', '清空它')))
      return;
    // Undefined where it is on its way after all.
    if (!outbox.takeBack(report.requestId)) return;
    keep(draft, takingOf(report));
    go(pages.takeReport, { communityId });
  },
  async letFilesGo(report) {
    const [title, line, yes] = lettingGoWords(report);
    if (await isSure(title, line, yes)) await outbox.letFilesGo(report.requestId);
  },
  async forget({ requestId, said }) {
    if (await isSure('清掉这一条', `清掉以后这里不再显示。写的是：${said.text.slice(0, 100)}`, '清掉'))
      outbox.forget(requestId);
  },
};
