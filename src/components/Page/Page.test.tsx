import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../testing/markup';
import { Page } from './Page';

const page = (isTab: boolean) => (
  <Page name="bills" isTab={isTab} footer={<>缴费</>}>
    账单
  </Page>
);

test('a page draws what is above, in and below it', () => {
  expect(words(page(false))).toBe('账单 缴费');
});

test('the footer stays in sight and has its own room, so that content is never hidden behind it', () => {
  const styles = readFileSync(join(__dirname, 'Page.css'), 'utf8');
  expect(styles).toMatch(/\.page__footer \{\s*position: sticky;\s*bottom: 0;/);
});
