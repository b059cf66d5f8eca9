import { markup, words } from '../testing/markup';
import { Button } from './Button';

test('a busy button says what goes on and takes no tap', () => {
  const busy = <Button label="一键缴费" isBusy busyLabel="正在打开钱包" />;
  expect(words(busy)).toBe('正在打开钱包');
  expect(markup(busy)).toContain('data-disabled');
});

test('a disabled button does not open what WeChat would', () => {
  expect(markup(<Button label="邀请" opens="share" isDisabled />)).not.toContain('data-opens="share"');
  expect(markup(<Button label="邀请" opens="share" />)).toContain('data-opens="share"');
});
