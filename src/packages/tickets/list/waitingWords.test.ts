import type { Refusal } from '../../../../types/refusal';
import type { WaitingReport } from '../../../services/waitingReport';
import { waitingWords } from './waitingWords';

const report: WaitingReport = {
  ...{ requestId: 'r', homeId: 'home', madeAt: 0, missing: 'network' },
  said: { type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水' },
  photos: [{ key: 'a', path: 'http://store/a.jpg' }],
};
const followed = { ticketId: 't', requestId: 'more' };
const refusal: Refusal = { code: 'NOT_ALLOWED', sentence: '您没有权限，请找管理员。' };

test.each<[string, Partial<WaitingReport>, boolean, string, string | undefined]>([
  ['waits for the network', {}, true, '等待发送', undefined],
  ['a file never goes', { fails: 3 }, true, '等待发送', 'letFilesGo'],
  ['refused', { refusal }, true, '没有发出', 'change'],
  ['refused for a home that is another’s now', { refusal }, false, '没有发出', 'forget'],
  ['an emergency’s photos follow', { followed }, true, '正在补照片', undefined],
  ['they never go', { followed, fails: 3 }, true, '正在补照片', 'letFilesGo'],
  ['it is over before they arrive', { followed, refusal }, true, '照片没有补上', 'forget'],
])('%s', (_what, more, isMine, chip, act) => {
  const words = waitingWords({ ...report, ...more }, isMine);
  expect([words.chip.text, words.act]).toEqual([chip, act]);
  // What can be done is said.
  expect(words.line.includes('点这里')).toBe(act !== undefined);
});
