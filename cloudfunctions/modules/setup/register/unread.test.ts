import { problemsOf, sheet } from './testing/samples';

const home = ['3栋', '2单元', '1201'];
const bound = ['楼栋', '单元', '房号', '项目名称', '开始日期', '结束日期', '缴费人', '表号或车位号'];
const fee = sheet('收费绑定', bound, [...home, '物业费', '2024-01-01', '', '', '']);

describe('what is wrong is said once, where it is to be mended', () => {
  const homes = ['楼栋', '单元', '房号', '建筑面积'];
  const second = ['3栋', '2单元', '1202', '112.62'];
  const arrears = sheet(
    '期初欠费',
    ['楼栋', '单元', '房号', '项目名称', '账期', '欠费金额', '缴费人'],
    [...home, '物业费', '2026-09', '100', '王秀英'],
  );
  const parked = sheet(
    '车位',
    ['楼栋', '单元', '房号', '项目名称', '车位号', '开始日期'],
    [...home, '停车费', 'B1-1', '2026-01-01'],
  );
  const read = sheet('抄表', ['表号', '抄表日期', '读数'], ['D1', '2026-11-01', '1100']);
  const all = [fee, arrears, parked, read];

  test('beside a sound file nothing is said', () => {
    expect(problemsOf(...all)).toEqual([]);
  });

  test.each([
    ['a home', sheet('楼栋房屋', homes, [...home, '-1'], second), ['2: 建筑面积是负数']],
    ['the heading of the homes', sheet('楼栋房屋', homes.slice(0, 3), home, second), ['1: 缺少“建筑面积”列']],
    [
      'a resident',
      sheet('住户', ['楼栋', '单元', '房号', '姓名', '手机号', '关系'], [...home, '王秀英', '138', '业主']),
      ['2: 手机号少几位'],
    ],
    [
      'an item',
      sheet(
        '收费项目',
        ['项目名称', '类别', '计费方式', '收款方', '商户号', '读数小数位'],
        ['物业费', '物业费', '按面积', '云栖物业', '16', ''],
        ['停车费', '停车费', '按车位', '云栖物业', '1600000001', ''],
        ['电费', '电费', '看表', '云栖物业', '1600000001', '0'],
      ),
      ['2: 商户号不对', '4: 计费方式认不出'],
    ],
    [
      'a price',
      sheet(
        '费率',
        ['项目名称', '生效日期', '收费依据', '单价', '第一档上限', '第二档单价'],
        ['物业费', '2024-01-01', '合同', '三块二', '', ''],
        ['停车费', '2024-01-01', '协议', '280', '', ''],
        ['电费', '2012-07-01', '文号', '0.538', '2760', '0.588'],
      ),
      ['2: 单价不是单价'],
    ],
    [
      'a meter',
      sheet(
        '表计',
        ['楼栋', '单元', '房号', '项目名称', '表号', '上次抄表日期', '上次读数', '本周期已用量'],
        [...home, '电费', 'D1', '2026-10-01', '1000', ''],
      ),
      ['2: 本周期已用量没有填'],
    ],
  ])('%s', (_name, wrong, problems) => {
    expect(problemsOf(wrong, ...all)).toEqual(problems);
  });

  test('rows that point at such a home are looked at all the same', () => {
    const late = sheet('收费绑定', bound, [...home, '物业费', '2024-01-01', '2023-01-01', '', '']);
    expect(problemsOf(sheet('楼栋房屋', homes, [...home, '-1'], second), late)).toHaveLength(2);
  });
});
