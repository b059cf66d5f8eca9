import { progressWords } from './PhotoRow';

test.each([
  [undefined, '等待上传'],
  ['waiting', '等待上传'],
  [{ percent: 41.6 }, '42%'],
  ['failed', '没传上，点这里重传'],
] as const)('a photo that is %p says %s', (progress, words) => {
  expect(progressWords(progress)).toBe(words);
});
