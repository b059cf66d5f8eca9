import { movedTopics } from './feed';
import { savingOf } from './pictures';
import { walletAnswerOf } from './wallet';

test('turning back in the wallet is no failure', () => {
  expect(walletAnswerOf('requestPayment:fail cancel')).toBe('closed');
  expect(walletAnswerOf('requestPayment:fail system error')).toBe('failed');
});

test('a closed album is told from a broken one', () => {
  expect(savingOf('saveImageToPhotosAlbum:fail auth deny')).toBe('refused');
  expect(savingOf('saveImageToPhotosAlbum:fail file not exists')).toBe('failed');
});

test('only counters that rose have moved', () => {
  expect([...movedTopics({ bills: 1, payments: 2 }, { bills: 2, payments: 2, homes: 1 })]).toEqual([
    'bills',
    'homes',
  ]);
});
