import fc from 'fast-check';
import { sample } from '../testing/samples';
import { namesSomebody } from './namesSomebody';

const ticket = sample({
  ...{ place: '3栋2单元1201', homeId: 'home' },
  reporter: { name: '张伟', phone: '13900000000' },
  assignee: { staffId: 'e', name: '李芳', phone: '13800000000', givenAt: 0 as never },
});
const colleagues = ['刘文明', '周建军', '王强', '李国', '欧阳敏', '赵铁柱', '马超', '于洋'];
const names = (text: string) => namesSomebody(text, ticket, colleagues);

test.each([
  ...['5栋1单元302漏水', '5栋302', '五栋一单元三零二', '5-302', '5-1-302', '5＃302', '5#1-302', 'A302'],
  ...['A座302', '5栋的302', '302 的住户', '楼上1301', '5号楼一单元302', '三号楼二单元十二零一', '12楼东户'],
  ...['3栋东单元顶楼', '东单元顶楼', '3栋顶楼那家', '五栋 三百零二', '5幢302重修', '5号302', '甲座302'],
  ...['T3-1201 复查', '3.2.1201', '3/2/1301', '5/302', '5 栋 12E', '5栋一单元3-2', '２栋３０２', '②栋③零二'],
  ...[
    '302 漏水',
    '302家里',
    '302 那户',
    '住 302 的',
    '隔壁 1203',
    '302和楼上402都重修',
    '302 卫生间防水重做',
  ],
  ...[
    '12 楼西边那家',
    '顶楼西户',
    '2栋二单元左手边',
    '5栋302户',
    '三栋十二层',
    '一单元三〇二',
    '5栋三零二号',
    '1201 又堵了',
  ],
])('names a home: %s', (text) => {
  expect(names(text)).toBe(true);
});

test.each([
  ...[
    '芳姐',
    '阿芳',
    '伟哥',
    '张师',
    '请张师复查',
    '姓张的师傅',
    '姓王的业主',
    '阿强下次带工具',
    '小芳',
    '小伟',
  ],
  ...[
    '欧阳师傅',
    '敏姐',
    '欧阳',
    '让铁柱重修',
    '铁柱',
    '军哥',
    '小军',
    '文明哥',
    '刘师傅',
    '强哥',
    '国叔',
    '芳工',
    '黄姐说的',
    '超哥',
    '洋师傅',
  ],
  ...[
    '一三八零零零零零零零零',
    '①③⑧⓪⓪⓪⓪⓪⓪⓪⓪',
    '１３８０００００００',
    '1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣',
    '幺三八〇〇〇〇一二三四',
  ],
  ...[
    '八八八八 零零零零',
    '138-0000-0000',
    '粤B12345',
    '粤B·12345',
    '浙A D12345 占道',
    '粤b一二三四五',
    '车牌 B1234',
  ],
])('names somebody: %s', (text) => {
  expect(names(text)).toBe(true);
});

test.each([
  ...[
    '李家桥门店',
    '王家湾水厂',
    '送到李家桥门店检修',
    '24 小时',
    '2026 年',
    '302 元',
    '每户 302 元',
    '12 楼走廊',
  ],
  ...[
    '3 栋电梯',
    '3栋12楼走廊',
    '3栋12层电梯厅换灯',
    '5栋顶楼防水重做',
    '1栋101物业办公室',
    '到3栋101服务中心登记',
  ],
  ...[
    '二〇二六年十一月二十日前完成',
    '十一月二十日前换完',
    '2026-11-20 前',
    '11-20 前',
    '每天 8:00—18:00',
    '每月 20 号 302 元',
  ],
  ...[
    '换 120 个阀门',
    '更换一百二十根软管',
    '预算 1200000 元',
    '50-100 毫米的管',
    'GB 50327-2001',
    'CJJ 27-2012',
    'DN100 的管',
  ],
  ...[
    'D110 管',
    '304 不锈钢软管',
    'ISO 9001',
    'C30 混凝土',
    '3栋120户逐户查',
    '5栋 300 盏灯',
    '1号楼2号楼都查',
    '1、2、3、4、5、6、7 栋逐栋查',
  ],
  ...[
    '同一栋 12 楼以上都查',
    '每一栋都查',
    '全部一千二百户都通知',
    '拨打 119',
    '1000 多户',
    '五栋三百多户',
    '12 楼',
    '三楼到六楼',
    '六栋八层以上加压',
    '3栋1层至33层逐层查',
    '文明施工',
    '车库照明全部换成 LED',
    '文明停车',
  ],
  ...[
    '关于师傅上门的时间',
    '每周师傅巡查一次',
    '两周师傅回访一次',
    '十分钟师傅到场',
    '园林师傅修枝',
    '打孔师傅先看图',
    '任何师傅都要拍照',
  ],
  ...[
    '加强师傅的培训',
    '规范师傅的穿着',
    '不公布姓名',
    '请保洁阿姨清理',
    '老百姓看得懂',
    '加强工具管理',
    '提高师资',
    '张贴告示',
  ],
  ...[
    '工程师傍晚巡查',
    '强化检查',
    '出国',
    '三个月内',
    '第一次就用机器',
    '一户一档',
    '一小时内回电话',
    '两人一组',
    '周一三五巡查',
  ],
])('an ordinary plan: %s', (text) => {
  expect(names(text)).toBe(false);
});

const han = '零一二三四五六七八九';
const spelled = (digits: string) => [...digits].map((digit) => han[Number(digit)]).join('');
const wide = (digits: string) =>
  [...digits].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
/** 12 as 十二. */
function counted(digits: string): string {
  const [tens, ones] = [Math.floor(Number(digits) / 10), Number(digits) % 10];
  if (Number(digits) >= 100) return spelled(digits);
  return `${tens > 1 ? han[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? han[ones] : ''}`;
}
const doorIn = (floor: number, room: number) => `${floor}${String(room).padStart(2, '0')}`;

test('a home is found in every way of writing it', () => {
  const styles = [(digits: string) => digits, wide, counted] as const;
  const buildings = ['栋', '幢', '号楼', '座', '#', '＃', ' 栋', '号楼的', '栋的'];
  const home = fc.record({
    ...{ building: fc.integer({ min: 1, max: 30 }), unit: fc.option(fc.integer({ min: 1, max: 4 })) },
    ...{ floor: fc.integer({ min: 1, max: 33 }), room: fc.integer({ min: 1, max: 8 }) },
    ...{
      as: fc.constantFrom(...buildings),
      style: fc.constantFrom(...styles),
      dash: fc.constantFrom('-', '—', '－', '/'),
    },
    ...{
      isShort: fc.boolean(),
      after: fc.constantFrom('', '室', '号', '户', '漏水', ' 的水管', '，重修', '业主', ' 那户', '房'),
    },
    before: fc.constantFrom('', '请', '先查 ', '上次'),
  });
  const property = fc.property(
    home,
    ({ building, unit, floor, room, as, style, dash, isShort, after, before }) => {
      const door = doorIn(floor, room);
      const long = `${style(`${building}`)}${as}${unit === null ? '' : `${style(`${unit}`)}单元`}${
        style === counted ? spelled(door) : style(door)
      }`;
      const short = [building, ...(unit === null ? [] : [unit]), door].map((part) => `${part}`).join(dash);
      const text = `${before}${isShort ? short : long}${after}`;
      if (!names(text)) throw new Error(text);
    },
  );
  fc.assert(property, { seed: 11, numRuns: 2_000 });
});

test('an amount, a day, a whole building or a common place is no home', () => {
  const units = ['个', '元', '小时', '天', '盏', '米', '毫米', '平方米', '次', '万元', ' 根', ' 只', '%'];
  const places = [
    '电梯',
    '的总阀',
    '大堂',
    '门厅',
    '地下车库',
    '外墙',
    '屋面',
    '2楼走廊',
    '12层电梯厅',
    '逐户查',
  ];
  const [amount, building] = [fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 30 })];
  const property = fc.property(
    fc.record({ amount, building, unit: fc.constantFrom(...units), place: fc.constantFrom(...places) }),
    (one) => {
      const texts = [
        `换 ${one.amount}${one.unit}`,
        `${one.building}栋${one.place}`,
        `${counted(`${one.building}`)}号楼${one.place}`,
        `${one.building}栋${one.place} ${one.amount}${one.unit}`,
      ];
      const wrong = texts.filter(names);
      if (wrong.length > 0) throw new Error(wrong.join('; '));
    },
  );
  fc.assert(property, { seed: 12, numRuns: 1_000 });
});
