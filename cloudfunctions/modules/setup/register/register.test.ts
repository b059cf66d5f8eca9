import { problemsOf, registerOf, sheet } from './testing/samples';

const home = ['3栋', '2单元', '1201'];
const bound = ['楼栋', '单元', '房号', '项目名称', '开始日期', '结束日期', '缴费人', '表号或车位号'];
const fee = sheet('收费绑定', bound, [...home, '物业费', '2024-01-01', '', '', '']);

test('a sound file has no problem, and its ids follow from what it says', () => {
  const { steps, problems, payee } = registerOf(fee);
  expect(problems).toEqual([]);
  expect(payee).toEqual({ name: '云栖物业', merchantId: '1600000001' });
  expect(steps.map(({ kind }) => kind)).toEqual([
    ...['item', 'item', 'item', 'home', 'home', 'tenure', 'tenure'],
    ...['meter', 'assignment', 'assignment'],
  ]);
  expect(registerOf(fee).steps).toEqual(steps);
  const owner = steps.find(({ label }) => label.includes('王秀英'));
  const owed = steps.filter(({ kind }) => kind === 'assignment').map(({ initial }) => initial.liablePartyId);
  expect(owed).toEqual(Array(2).fill(owner && 'residentId' in owner ? owner.residentId : ''));
});

describe('homes and people', () => {
  const people = ['楼栋', '单元', '房号', '姓名', '手机号', '关系', '开始日期', '结束日期'];

  test.each([
    [[...home, '李强', '13800000000', '租户', '2026-09-01', '2026-03-31'], '2: 结束早于开始'],
    [['12栋', '1单元', '302', '李强', '', '业主', '', ''], '2: 没有这个楼栋'],
    [['3栋', '2单元', '9999', '李强', '', '业主', '', ''], '2: 没有这套房'],
    [[...home, '李强', '', '房东', '', ''], '2: 关系认不出'],
  ])('%j', (row, problem) => {
    expect(problemsOf(sheet('住户', people, row), fee)).toContain(problem);
  });

  test('the buildings there are help to mend it', () => {
    const [problem] = registerOf(
      sheet('住户', people, ['12栋', '1', '302', '李强', '', '业主', '', '']),
      fee,
    ).problems;
    expect(problem).toMatchObject({ fix: '本小区有 3栋。新楼栋的房屋先在“楼栋房屋”表加', columns: [0] });
  });

  test('one person in two homes is one resident; two rows of them must have one phone', () => {
    const row = (room: string, phone: string) => ['3栋', '2单元', room, '王秀英', phone, '业主', '', ''];
    const { steps } = registerOf(
      sheet('住户', people, row('1201', '13857120001'), row('1202', '13857120001')),
    );
    const ids = steps.flatMap((step) => (step.kind === 'tenure' ? [step.residentId] : []));
    expect(new Set(ids).size).toBe(1);
    expect(
      problemsOf(sheet('住户', people, row('1201', '13857120001'), row('1201', '13857120001'))),
    ).toContain('3: 和第 2 行是同一个人');
  });

  test('what is written in other ways is the same home', () => {
    const again = sheet(
      '楼栋房屋',
      ['楼栋', '单元', '房号', '建筑面积'],
      [...home, '90'],
      ['３号楼', '2', '01201室', '90'],
    );
    expect(problemsOf(again)).toContain('3: 和第 2 行是同一套房');
  });
});

describe('charge items and prices', () => {
  const headings = ['项目名称', '生效日期', '收费依据', '单价', '第一档上限', '第二档单价', '附加费名称'];
  const flat = ['停车费', '2024-01-01', '协议', '280'];
  const feePrice = ['物业费', '2024-01-01', '合同', '3.2'];

  test.each([
    [['电费', '2012-07-01', '文号', '0.5', '', '0.6'], '阶梯没有写全'],
    [['电费', '2012-07-01', '文号', '0.5', '2760.5', '0.6'], '小数太多'],
    [['电费', '2012-07-01', '文号', '0.5', '2760', '0.6', '污水费'], '附加费没有写全'],
    [['电费', '2012-07-01', '文号', '0.5', '0', '0.6'], '阶梯上限不是递增的'],
    [['燃气费', '2012-07-01', '文号', '0.5'], '没有这个收费项目'],
  ])('%j', (row, title) => {
    expect(problemsOf(sheet('费率', headings, flat, feePrice, row))).toContain(`4: ${title}`);
  });

  test('a price with tiers is for meters only; an item without a price is told', () => {
    const tiered = ['物业费', '2024-01-01', '合同', '3.2', '100', '4'];
    expect(problemsOf(sheet('费率', headings, flat, tiered))).toEqual(
      expect.arrayContaining(['3: 只有按表计的项目有阶梯', '2: 这个项目没有价格', '4: 这个项目没有价格']),
    );
  });
});

describe('assignments, meters and parking', () => {
  const row = (...more: string[]) => [...home, ...more];

  test.each([
    [row('电费', '2026-10-01', '', '', ''), '没有写表号或车位号'],
    [row('电费', '2026-10-01', '', '', 'D9'), '这套房没有这块表'],
    [row('物业费', '2026-10-01', '2026-09-01', '', ''), '结束早于开始'],
    [row('物业费', '2026-10-01', '', '李强', ''), '缴费人不在这套房里'],
    [row('车位费', '2026-10-01', '', '', ''), '没有这个收费项目'],
  ])('%j', (wrong, title) => {
    expect(problemsOf(sheet('收费绑定', bound, wrong))).toContain(`2: ${title}`);
  });

  test('nobody is billed twice for the same days', () => {
    const twice = sheet(
      '收费绑定',
      bound,
      row('物业费', '2024-01-01', '', '', ''),
      row('物业费', '2026-01-01', '', '', ''),
    );
    expect(problemsOf(twice)).toEqual(['3: 同一段日子绑定了两次']);
    const after = sheet(
      '收费绑定',
      bound,
      row('物业费', '2024-01-01', '2025-12-31', '', ''),
      row('物业费', '2026-01-01', '', '陈晓雯', ''),
    );
    expect(problemsOf(after)).toEqual([]);
  });

  test('several rows of one assignment add exceptions; each needs what it rests on', () => {
    const headings = [
      '楼栋',
      '单元',
      '房号',
      '项目名称',
      '开始日期',
      '合同例外',
      '合同单价',
      '减收比例',
      '例外依据',
    ];
    const of = (...more: string[]) => [...home, '物业费', '2024-01-01', ...more];
    const { steps } = registerOf(
      sheet('收费绑定', headings, of('合同单价', '2.8', '', '补充条款二'), of('减免', '', '10%', '会议纪要')),
    );
    const assignment = steps.find(({ kind, sheet: name }) => kind === 'assignment' && name === '收费绑定');
    expect(assignment?.fields.exceptions).toEqual([
      { kind: 'ownPrice', price: { value: 280, decimals: 2 }, from: '2024-01-01', reason: '补充条款二' },
      { kind: 'waiver', permille: 100, from: '2024-01-01', reason: '会议纪要' },
    ]);
    expect(problemsOf(sheet('收费绑定', headings, of('减免', '', '10%', '')))).toEqual(['2: 例外依据没有填']);
    expect(problemsOf(sheet('收费绑定', headings, of('', '', '', ''), of('', '', '', '')))).toEqual([
      '3: 和第 2 行是同一个绑定',
    ]);
  });

  test('a tiered meter must say what the year has used', () => {
    const headings = ['楼栋', '单元', '房号', '项目名称', '表号', '上次抄表日期', '上次读数'];
    expect(problemsOf(sheet('表计', headings, row('电费', 'D1', '2026-10-01', '1000')))).toContain(
      '2: 本周期已用量没有填',
    );
    const future = ['楼栋', '单元', '房号', '项目名称', '表号', '上次抄表日期', '上次读数', '本周期已用量'];
    expect(problemsOf(sheet('表计', future, row('电费', 'D1', '2026-12-01', '1000', '0')))).toContain(
      '2: 抄表日期还没有到',
    );
  });
});

describe('opening figures and readings', () => {
  const arrear = (...rows: readonly (readonly string[])[]) =>
    sheet('期初欠费', ['楼栋', '单元', '房号', '项目名称', '账期', '月数', '欠费金额'], ...rows);

  test.each([
    [[[...home, '停车费', '2026-09', '', '280']], '2: 这套房没有绑定这个项目'],
    [[[...home, '物业费', '2027-01', '', '280']], '2: 账期还没有到'],
    [[[...home, '物业费', '2026-09', '', '0']], '2: 欠费金额不大于 0'],
    [
      [
        [...home, '物业费', '2026-07', '3', '280'],
        [...home, '物业费', '2026-09', '', '280'],
      ],
      '3: 和第 2 行账期重叠',
    ],
  ])('%j', (rows, problem) => {
    expect(problemsOf(fee, arrear(...rows))).toEqual([problem]);
  });

  const vouchers = (...rows: readonly (readonly string[])[]) =>
    sheet('抵扣券', ['楼栋', '单元', '房号', '券号', '截止日期', '抵扣券金额'], ...rows);

  test.each([
    [[[...home, '', '2026-11-09', '20']], '2: 这张券已经过期'],
    [[[...home, '', '2026-12-31', '0']], '2: 抵扣券金额不大于 0'],
    [[[...home, '', '', '20']], '2: 截止日期没有填'],
    [[['9栋', '2单元', '1201', '', '2026-12-31', '20']], '2: 没有这个楼栋'],
    [
      [
        [...home, '', '2026-12-31', '20'],
        [...home, '', '2026-12-31', '20'],
      ],
      '3: 和第 2 行是同一张券',
    ],
    [
      [
        [...home, 'Q1', '2026-12-31', '20'],
        [...home, 'Q1', '2027-01-31', '20'],
      ],
      '3: 和第 2 行是同一张券',
    ],
  ])('%j', (rows, problem) => {
    expect(problemsOf(vouchers(...rows))).toEqual([problem]);
  });

  test('two vouchers of one day with their numbers; one of today is still good', () => {
    const { steps, problems } = registerOf(
      vouchers([...home, 'Q1', '2026-11-10', '20'], [...home, 'Q2', '2026-11-10', '5']),
    );
    expect(problems).toEqual([]);
    expect(steps.filter(({ kind }) => kind === 'voucher').map(({ key, fields }) => [key, fields])).toEqual([
      ['yunqi-3-2-1201-v-Q1', { amount: 2_000, expiresOn: '2026-11-10' }],
      ['yunqi-3-2-1201-v-Q2', { amount: 500, expiresOn: '2026-11-10' }],
    ]);
  });

  const readings = (...rows: readonly (readonly string[])[]) =>
    sheet('抄表', ['表号', '抄表日期', '读数', '旧表号', '旧表止度'], ...rows);

  test.each([
    [[['D9', '2026-11-01', '1']], ['2: 没有这块表']],
    [[['D1', '2026-11-01', '999']], ['2: 读数比上次小']],
    [[['D1', '2026-11-01', '1000.5']], ['2: 小数太多']],
    [
      [
        ['D1', '2026-11-01', '1200'],
        ['D1', '2026-10-15', '1300'],
      ],
      ['2: 读数比上次小'],
    ],
    [[['D2', '2026-11-01', '3', 'D1', '']], ['2: 换表没有写全']],
    [
      [
        ['D2', '2026-10-20', '0', 'D1', '1100'],
        ['D2', '2026-11-01', '30', '', ''],
      ],
      [],
    ],
    [[['D2', '2026-10-20', '0', 'D1', '900']], ['2: 读数比上次小']],
    [
      // Replaced on the very day the first bill begins.
      [
        ['D0', '2026-09-01', '500', '', ''],
        ['D1', '2026-10-01', '1000', 'D0', '700'],
      ],
      [],
    ],
    [
      // The number it bore before, where only the new one is known.
      [
        ['D0', '2026-08-01', '500', '', ''],
        ['D1', '2026-09-01', '0', 'D0', '700'],
        ['D1', '2026-10-01', '1000', '', ''],
      ],
      [],
    ],
  ])('%j', (rows, problems) => {
    expect(problemsOf(readings(...rows), fee)).toEqual(problems);
  });
});
