import { blankTitle, titleErrors, titleOf } from './titleDraft';

test('a person needs a name, a company also a tax number', () => {
  expect(titleErrors(blankTitle)).toEqual({ name: '请填写姓名' });
  expect(titleErrors({ ...blankTitle, name: '陈芳' })).toEqual({});
  const company = { ...blankTitle, kind: 'company' as const, name: '云栖科技有限公司' };
  expect(Object.keys(titleErrors(company))).toEqual(['taxNumber']);
  expect(titleErrors({ ...company, taxNumber: '91330106ma2 xxxxx1g' })).toEqual({});
});

test('a wrong address is said, an empty one is no address', () => {
  expect(titleErrors({ ...blankTitle, name: '陈芳', email: 'chen@' })).toHaveProperty('email');
  expect(titleOf({ ...blankTitle, name: ' 陈芳 ' })).toEqual({ kind: 'person', name: '陈芳' });
});

test('a tax number is sent as it is printed', () => {
  const title = titleOf({ kind: 'company', name: '云栖', taxNumber: '91330106 ma2xxxxx1g', email: 'a@b.cn' });
  expect(title).toEqual({ kind: 'company', name: '云栖', taxNumber: '91330106MA2XXXXX1G', email: 'a@b.cn' });
});
