import type { Refusal } from '../../../../types/refusal';
import type { WaitingReport, WaitingTaking } from '../../../services/waitingReport';
import { lettingGoWords, waitingWords } from './waitingWords';

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
  ['they follow to a home that is another’s now', { followed, refusal }, false, '照片没有补上', 'forget'],
])('%s', (_what, more, isMine, chip, act) => {
  const words = waitingWords({ ...report, ...more }, isMine);
  expect([words.chip.text, words.act]).toEqual([chip, act]);
  // What can be done is said; why is said in words that fit.
  if (!isMine) expect(words.line).toContain('您已不在这套房屋');
  expect(words.line.includes('点这里')).toBe(act !== undefined);
});

test('what was taken down where one works no more says so, and can be cleared', () => {
  const { homeId: _none, ...rest } = report;
  const place = { kind: 'common', building: '3', where: '大堂' } as const;
  const taken: WaitingTaking = { ...rest, refusal, taken: { communityId: 'c', channel: 'patrol', place } };
  expect(waitingWords(taken, false)).toMatchObject({
    ...{ line: '您已不在这个小区的岗位，发不出去了。点这里清掉', act: 'forget' },
  });
});

test('what follows is named: photos, a recording, or both', () => {
  const voice = { key: 'v', path: 'http://store/v.mp3', seconds: 3 };
  const spoken = { ...report, followed, voice };
  expect(waitingWords(spoken, true).chip.text).toBe('正在补照片和录音');
  const only = { ...spoken, photos: [], said: { ...report.said, text: '' } };
  expect(waitingWords(only, true)).toMatchObject({
    ...{ title: '语音报修', line: '工单已经收到，录音传好后自动补上', chip: { text: '正在补录音' } },
  });
  expect(lettingGoWords(only)[1]).toContain('没传上去的录音会从这里去掉，想说的话可以打开工单写下来');
  expect(lettingGoWords({ ...report, followed })[1]).toContain('相册里的还在');
  expect(lettingGoWords(report)[2]).toBe('提交');
});
