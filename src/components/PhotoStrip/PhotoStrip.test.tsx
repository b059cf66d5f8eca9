import type { TicketFile } from '../../../types/contract/tickets';
import { markup } from '../testing/markup';
import { checkWords, PhotoStrip } from './PhotoStrip';

const file = (check: TicketFile['check'], link?: string): TicketFile => ({
  check,
  at: 1,
  ...(link ? { link } : {}),
});

const mine = (check: TicketFile['check']): TicketFile => ({ ...file(check), fileId: `cloud://${check}` });

test('the sender is told what others do not see yet, and what they never will', () => {
  expect(checkWords([mine('passed')])).toBeUndefined();
  expect(checkWords([mine('passed'), mine('pending')])).toContain('别人才能看到');
  expect(checkWords([mine('pending'), mine('refused')])).toContain('1 张照片没有通过');
});

test('others are told that more may come, and nothing of what was refused', () => {
  expect(checkWords([file('passed'), file('pending')])).toBe('照片还在微信检查，通过后就能看到。');
  expect(checkWords([file('refused'), file('passed')])).toBeUndefined();
});

test('a photo without a link says where it stands; none draws nothing', () => {
  const drawn = markup(
    <PhotoStrip label="照片" files={[file('pending'), file('passed', 'https://a/b.jpg')]} />,
  );
  expect(drawn).toContain('检查中');
  expect(drawn).toContain('照片 2');
  expect(markup(<PhotoStrip label="照片" files={[]} />)).toBe('');
});
