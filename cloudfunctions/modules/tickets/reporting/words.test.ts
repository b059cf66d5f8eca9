import { problems } from '../../../../types/ticket';
import { morning, sample } from '../work/testing/samples';
import { areOwn, folderOf, keptFiles, keptText } from './files';
import { masterName, staffName } from './names';
import { buildingName } from './places';
import { publicTitle, titleOf } from './title';

test.each([
  ['厨房水管漏水，地上湿了', '厨房水管漏水'],
  ['\n，。水管爆了！快来', '水管爆了'],
  ['这个单元门口的灯已经坏了一个多星期了一直没有人来修', '这个单元门口的灯已经坏了一个多星期…'],
  ['', '漏水'],
  ['……？', '漏水'],
])('the title of %j is %s', (text, title) => {
  expect(titleOf(text, 'leak')).toBe(title);
});

test('a title that has not passed is told by what it is about, whatever that is', () => {
  for (const check of ['pending', 'refused'] as const)
    for (const problem of problems) {
      const title = publicTitle(sample({ problem, title: { text: '秘密', check } }));
      expect(title).not.toBe('秘密');
      expect(title.length).toBeGreaterThan(1);
    }
  expect(publicTitle(sample())).toBe('厨房水管漏水');
});

test('signs nobody sees are taken out of words, lines stay', () => {
  expect(keptText(' a\u200b\u0007b\n\u202ec ', 'o')).toEqual({ text: 'ab\nc', check: 'pending', by: 'o' });
  expect(keptText('\u200b', 'o')).toMatchObject({ text: '', check: 'passed' });
});

test('a folder is one person’s; a file handed in twice is one', () => {
  expect(folderOf('o-a')).not.toBe(folderOf('o-b'));
  const mine = `cloud://e.b/${folderOf('o-a')}1.jpg`;
  expect(areOwn([mine], 'o-a')).toBe(true);
  expect(areOwn([mine], 'o-b')).toBe(false);
  expect(areOwn([mine, 'cloud://e.b/people/x/1.jpg'], 'o-a')).toBe(false);
  expect(keptFiles([mine, mine], 'o-a', morning)).toHaveLength(1);
});

test.each([
  ['张建国', '张师傅'],
  ['欧阳锋', '欧阳师傅'],
])('%s is %s to owners', (name, master) => {
  expect(masterName(name)).toBe(master);
  expect(staffName({ name }, 'engineer')).toBe(master);
});

test('desks go by their duty', () => {
  const names = (['customerService', 'supervisor', 'projectManager'] as const).map((duty) =>
    staffName({ name: '李' }, duty),
  );
  expect(names).toEqual(['客服', '主管', '项目经理']);
});

test.each([
  ['3', '3栋'],
  ['A', 'A栋'],
  ['3栋', '3栋'],
  ['东门', '东门'],
])('the building %s is %s', (written, name) => {
  expect(buildingName(written)).toBe(name);
});
