import type { Tone } from '../../../components/Chip/Chip';
import { type AnyWaiting, isStuck, isTaken } from '../../../services/waitingReport';
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
export function waitingWords(report: AnyWaiting, isMine: boolean): WaitingWords {
  const { said, photos, refusal, followed, missing } = report;
  const files = filesWords(report);
  const title = (said.text || `语音${typeNames[said.type]}`).slice(0, 24);
  if (refusal) {
    const gone = isTaken(report) ? '您已不在这个小区的岗位' : '您已不在这套房屋';
    const chip = { text: followed ? `${files}没有补上` : '没有发出', tone: 'bad' } as const;
    if (followed) {
      const why = isMine ? refusal.sentence : `${gone}，补不上了。`;
      return { title, line: `${why}点这里清掉`, chip, act: 'forget' };
    }
    return isMine
      ? { title, line: `${refusal.sentence}点这里修改`, chip, act: 'change' }
      : { title, line: `${gone}，发不出去了。点这里清掉`, chip, act: 'forget' };
  }
  const chip = { text: followed ? `正在补${files}` : '等待发送', tone: 'warn' } as const;
  if (isStuck(report)) {
    const line = followed
      ? `工单已经收到，${files}一直传不上去，还在重试。点这里可以不传`
      : '照片或录音一直传不上去，还在重试。点这里可以不带照片提交';
    return { title, line, chip, act: 'letFilesGo' };
  }
  if (followed) return { title, line: `工单已经收到，${files}传好后自动补上`, chip };
  const count = photos.length > 0 ? `，带 ${photos.length} 张照片` : '';
  return { title, line: `${waitWords(missing)}${count}`, chip };
}

/** What it means to let the files go, asked before it is done: title, sentence, and what the button says. A recording is nowhere else. */
export function lettingGoWords(report: AnyWaiting): readonly [string, string, string] {
  const { followed, voice } = report;
  if (!followed)
    return ['不带照片提交', '没传上去的照片不会提交，相册里的还在，以后可以在工单里补。', '提交'];
  const files = filesWords(report);
  const rest = voice ? '想说的话可以打开工单写下来。' : '相册里的还在。';
  return [`不再传${files}`, `工单已经收到。没传上去的${files}会从这里去掉，${rest}`, '不传了'];
}

/** What of its files is on its way. */
function filesWords({ photos, voice }: AnyWaiting): string {
  if (!voice) return '照片';
  return photos.length > 0 ? '照片和录音' : '录音';
}
