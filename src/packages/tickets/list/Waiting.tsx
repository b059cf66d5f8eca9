import { Row } from '@/components';
import { isSure } from '@/services/device';
import { dropFile } from '@/services/media';
import { outbox } from '@/services/outbox';
import { open, pages } from '@/services/routes';
import { keep, recall } from '@/services/storage';
import { dropSent } from '@/services/uploads';
import { type AnyWaiting, isStillMine, isTaken } from '@/services/waitingReport';
import { useMe } from '@/stores/me';
import { draftName, draftOf, isWritten, type ReportDraft } from '../report/reportDraft';
import { lettingGoWords, type WaitingAct, waitingWords } from './waitingWords';

/** What has not left the phone: what it waits for, and what the person can do about it. */
export function Waiting({ report }: { readonly report: AnyWaiting }) {
  const isMine = useMe(({ me }) => isStillMine(report, me));
  const { title, line, chip, act } = waitingWords(report, isMine);
  return (
    <Row title={title} line={line} chip={chip} {...(act ? { onTap: () => void acts[act](report) } : {})} />
  );
}

const acts: Readonly<Record<WaitingAct, (report: AnyWaiting) => Promise<void>>> = {
  async change(report) {
    // What was taken down is put right where it is taken down.
    if (isTaken(report)) return;
    const { requestId, homeId } = report;
    if (!(await mayReplace(homeId))) return;
    const back = outbox.takeBack(requestId);
    // On its way after all.
    if (!back) return;
    dropDraft(homeId);
    keep(draftKey(homeId), draftOf(back));
    open(pages.report, { homeId });
  },
  async letFilesGo(report) {
    const [title, line, yes] = lettingGoWords(report);
    if (await isSure(title, line, yes)) await outbox.letFilesGo(report.requestId);
  },
  async forget({ requestId, said }) {
    const text = said.text === '' ? '' : `您写的是：${said.text.slice(0, 100)}`;
    if (await isSure('清掉这一条', `清掉以后这里不再显示。${text}`, '清掉')) outbox.forget(requestId);
  },
};

function draftKey(homeId: string): string {
  return `draft:${draftName(homeId)}`;
}

/** There is one draft of a home: what is being written gives way only where the person says so. */
async function mayReplace(homeId: string): Promise<boolean> {
  if (!isWritten(recall<ReportDraft>(draftKey(homeId)))) return true;
  return isSure('您还有一份没写完', '现在改这一份，没写完的那份会清空。想留着就先把它提交。', '清空它');
}

function dropDraft(homeId: string): void {
  const { photos = [], voice = [] } = recall<ReportDraft>(draftKey(homeId)) ?? {};
  for (const { path, fileId } of [...photos, ...voice]) {
    dropFile(path);
    if (fileId !== undefined) dropSent(fileId);
  }
}
