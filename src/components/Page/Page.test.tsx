import { markup, words } from '../testing/markup';
import { Page } from './Page';

const page = (isTab: boolean) => (
  <Page name="bills" isTab={isTab} footer={<>缴费</>}>
    账单
  </Page>
);

test('a page draws what is above, in and below it', () => {
  expect(words(page(false))).toBe('账单 缴费');
});

test('content is never hidden behind the footer', () => {
  expect(markup(page(false))).toContain('page__room');
});
