import { checkSubjects } from '../../../types/ticket';
import { checkWords } from './checkWords';

test('each after-check asks what its ticket was picked for', () => {
  expect(checkSubjects.map((about) => checkWords({ about }).question)).toEqual([
    '派得合不合理',
    '这张紧急单超了时限，迟得有没有道理',
    '这次到场没有扫码，人到没到过现场',
  ]);
  expect(checkWords({}).question).toBe('派得合不合理');
  // Whoever was sent is not told that the sending was wrong.
  expect(checkWords({ about: 'giving' }).told).not.toContain('师傅');
});
