import type { TicketFile } from '../../../types/contract/tickets';
import { markup } from '../testing/markup';
import { checkWords, PhotoStrip } from './PhotoStrip';

const file = (check: TicketFile['check'], link?: string): TicketFile => ({
  check,
  at: 1,
  ...(link ? { link } : {}),
});

test('the sender is told what others do not see yet, and what they never will', () => {
  expect(checkWords([file('passed')])).toBeUndefined();
  expect(checkWords([file('passed'), file('pending')])).toContain('正在检查');
  expect(checkWords([file('pending'), file('refused')])).toContain('1 张照片没有通过');
});

test('a photo without a link says where it stands; none draws nothing', () => {
  const drawn = markup(
    <PhotoStrip label="照片" files={[file('pending'), file('passed', 'https://a/b.jpg')]} />,
  );
  expect(drawn).toContain('检查中');
  expect(drawn).toContain('照片 2');
  expect(markup(<PhotoStrip label="照片" files={[]} />)).toBe('');
});
