import { consentOf } from './consent';

test("only WeChat's four answers count, by template", () => {
  const said = { errMsg: 'requestSubscribeMessage:ok', a: 'accept', b: 'reject', c: 'acceptWithForcePush' };
  expect(consentOf(said, ['a', 'b', 'c', 'd'])).toEqual([
    { templateId: 'a', answer: 'accept' },
    { templateId: 'b', answer: 'reject' },
  ]);
});
