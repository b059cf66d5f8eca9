import type { Tone } from '../../../components/Chip/Chip';
import { isStuck, type WaitingReport } from '../../../services/waitingReport';
import { typeNames, waitWords } from '../../../words/tickets';

/** What the person can do about a report that has not left the phone. */
export type WaitingAct = 'change' | 'letFilesGo' | 'forget';

interface WaitingWords {
  readonly title: string;
  readonly line: string;
  readonly chip: { readonly text: string; readonly tone: Tone };
  readonly act?: WaitingAct;
}

/** What a waiting report says: of an emergency whose words are there, that only files are on their way. `isMine`: its home is still the person's. */
export function waitingWords(report: WaitingReport, isMine: boolean): WaitingWords {
  const { said, photos, refusal, followed, missing } = report;
  const title = (said.text || `语音${typeNames[said.type]}`).slice(0, 24);
  if (refusal) {
    const chip = { text: followed ? '照片没有补上' : '没有发出', tone: 'bad' } as const;
    if (followed) return { title, line: `${refusal.sentence}点这里清掉`, chip, act: 'forget' };
    return isMine
      ? { title, line: `${refusal.sentence}点这里修改`, chip, act: 'change' }
      : { title, line: '您已不在这套房屋，发不出去了。点这里清掉', chip, act: 'forget' };
  }
  const chip = { text: followed ? '正在补照片' : '等待发送', tone: 'warn' } as const;
  if (isStuck(report)) {
    const line = followed
      ? '工单已经收到，照片一直传不上去，还在重试。点这里可以不传'
      : '照片或录音一直传不上去，还在重试。点这里可以不带照片提交';
    return { title, line, chip, act: 'letFilesGo' };
  }
  if (followed) return { title, line: '工单已经收到，照片传好后自动补上', chip };
  const files = photos.length > 0 ? `，带 ${photos.length} 张照片` : '';
  return { title, line: `${waitWords(missing)}${files}`, chip };
}
