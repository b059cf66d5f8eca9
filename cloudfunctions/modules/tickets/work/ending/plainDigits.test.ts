import fc from 'fast-check';
import { plainDigits } from './plainDigits';

test.each([
  ['三零二', '302'],
  ['十二零一', '1201'],
  ['二十一零三', '2103'],
  ['三百零二', '302'],
  ['一百二十', '120'],
  ['二百', '200'],
  ['三百二十一', '321'],
  ['十栋', '10栋'],
  ['二〇二六年十一月二十日', '2026年11月20日'],
  ['幺三八', '138'],
  ['５＃３０２', '5#302'],
  ['①③⑧', '138'],
  ['❶❸❽ ➀➂➇ ➊➌➑', '138138138'],
  ['1️⃣3️⃣8️⃣', '138'],
  ['3 — 2 － 1201', '3-2-1201'],
  ['同一栋、每一户、统一更换', '同栋、每户、统更换'],
])('%s reads %s', (text, plain) => {
  expect(plainDigits(text)).toBe(plain);
});

test('a number digit by digit is read as it is spoken', () => {
  const spoken = (digits: string) =>
    [...digits].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
  const property = fc.property(fc.stringMatching(/^\d{1,11}$/), (digits) => {
    expect(plainDigits(`号${spoken(digits)}`)).toBe(`号${digits}`);
  });
  fc.assert(property, { seed: 4, numRuns: 200 });
});
