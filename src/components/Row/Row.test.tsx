import { markup, words } from '../testing/markup';
import { Row } from './Row';

test('a row that leads on is a button with an arrow', () => {
  const row = markup(<Row title="账单" onTap={() => undefined} />);
  expect(row).toContain('chevron-right');
  expect(row).toContain('role="button"');
});

test('an amount or a chip takes the place of the arrow', () => {
  expect(markup(<Row title="账单" end="¥1.00" onTap={() => undefined} />)).not.toContain('chevron-right');
  expect(words(<Row title="电费" line="10月" chip={{ text: '待缴', tone: 'warn' }} />)).toBe(
    '电费 10月 待缴',
  );
});

test('what must not be broken stands whole at the end of the line', () => {
  const row = <Row title="噪音" line="3栋2单元1201，" lineEnd="12 分内答复" />;
  expect(words(row)).toBe('噪音 3栋2单元1201， 12 分内答复');
  expect(markup(row)).toMatch(/row__whole[^>]*>12 分内答复</);
});

test('a title in somebody’s own words is cut where that is asked for', () => {
  expect(markup(<Row title="楼上漏水" isCut />)).toContain('row__title--cut');
  expect(markup(<Row title="账单" />)).not.toContain('row__title--cut');
});
