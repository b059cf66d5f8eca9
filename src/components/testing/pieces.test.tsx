import { iconNames } from '../../theme/iconNames';
import { Card, Chip, EmptyState, Facts, Icon, Sheet, Skeleton } from '..';
import { markup, words } from './markup';

test('an icon without a label is hidden, with one it speaks', () => {
  expect(markup(<Icon name="bell" />)).toMatch(/aria-hidden="true"/);
  expect(markup(<Icon name="bell" label="提醒" />)).toMatch(/aria-label="提醒"/);
  expect(iconNames).toContain('bell');
});

test('a card is a button only where it leads on', () => {
  expect(markup(<Card>账单</Card>)).not.toContain('role="button"');
  expect(markup(<Card onTap={() => undefined}>账单</Card>)).toContain('role="button"');
});

test('facts keep the order they have', () => {
  const facts = [
    { name: '收款方', value: '云栖物业' },
    { name: '付款人', value: '陈女士' },
  ];
  expect(words(<Facts facts={facts} />)).toBe('收款方 云栖物业 付款人 陈女士');
});

test('a skeleton is announced, an empty state says what would be there', () => {
  expect(markup(<Skeleton cards={[2]} />)).toContain('正在载入');
  expect(words(<EmptyState title="还没有账单" line="账单出来后在这里看。" />)).toBe(
    '还没有账单 账单出来后在这里看。',
  );
});

test('a sheet is named and can be closed beside it', () => {
  const sheet = markup(
    <Sheet label="收据" onClose={() => undefined} footer={<Chip text="完成" />}>
      收据
    </Sheet>,
  );
  expect(sheet).toContain('关闭');
  expect(sheet).toContain('完成');
});
