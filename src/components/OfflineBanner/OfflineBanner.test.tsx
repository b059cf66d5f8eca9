import type { Missing } from '../../services/failure';
import { words } from '../testing/markup';
import { OfflineBanner } from './OfflineBanner';

const now = Date.parse('2026-11-16T14:41:00+08:00');
const banner = (at?: number, missing: Missing = 'network') => (
  <OfflineBanner missing={missing} {...(at ? { at } : {})} now={now} onRetry={() => undefined} />
);

test('it says how old is what one sees', () => {
  expect(words(banner(Date.parse('2026-11-16T14:20:00+08:00')))).toBe('没有网络，显示的是 14:20 的内容 重试');
  expect(words(banner(Date.parse('2026-11-15T09:05:00+08:00')))).toBe(
    '没有网络，显示的是 昨天 9:05 的内容 重试',
  );
});

test('a service that fails is not called a dead network', () => {
  expect(words(banner(Date.parse('2026-11-16T14:20:00+08:00'), 'service'))).toBe(
    '系统出了点问题，显示的是 14:20 的内容 重试',
  );
  expect(words(banner(undefined, 'service'))).toBe('系统出了点问题，内容还没有取到 重试');
});

test('where nothing was ever fetched it says so', () => {
  expect(words(banner())).toBe('没有网络，内容还没有取到 重试');
});
