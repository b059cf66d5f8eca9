import { usualTerms } from '../../terms';
import type { Ticket } from '../../ticket';
import { morning, sample } from '../testing/samples';
import { tasksFor } from './tasks';

const opened = (more: Partial<Ticket>, text: string) =>
  tasksFor(
    sample({ state: 'waiting', urgency: 'general', ...more, text: { text, check: 'pending' } }),
    morning,
    usualTerms,
  ).length;

const strangeLift = [
  ...[
    '3栋电梯有异响',
    '电梯咯吱响',
    '电梯运行时声音很大',
    '电梯上行哐当哐当的',
    '坐电梯听到怪声',
    '电梯有奇怪的声音',
  ],
  ...[
    '电梯机房噪音大得睡不着',
    '电梯嗡嗡响，影响休息',
    '电梯一动就嘎吱嘎吱',
    '电梯里按钮也坏了，还咣咣响',
    '电梯里吱吱叫',
  ],
  ...[
    '电梯抖得厉害',
    '电梯突然下滑一层',
    '电梯晃得吓人',
    '电梯到5楼顿了一下',
    '电梯往下掉了一点又停',
    '电梯不平层，老人绊倒',
  ],
  ...[
    '电梯门夹人',
    '电梯关门太快夹到孩子了',
    '电梯门不关就走',
    '电梯开着门就上升',
    '电梯忽上忽下',
    '电梯溜了半层',
    '电梯急停',
  ],
  ...[
    '电梯忽快忽慢',
    '电梯颠得很',
    '电梯平层差一截',
    '电梯自己上上下下',
    '电梯掉了一截',
    '电梯门一开一合',
    '电梯超速',
  ],
  ...['电梯运行异常', '广告声音太响，电梯还抖', '电梯坐着感觉怪怪的'],
];

const harmlessLift = [
  ...[
    '电梯里味道很奇怪',
    '电梯里一股怪味',
    '信号不好影响接听',
    '电梯广告声音太响',
    '电梯里音乐声音太大了',
    '电梯按钮按了没响应',
  ],
  ...[
    '电梯里的灯不亮',
    '电梯灯嗡嗡响',
    '电梯风扇噪音大',
    '电梯空调不凉快',
    '电梯对讲不响',
    '警铃按了不响',
    '电梯广告太吵',
  ],
  ...[
    '电梯里有人带夹克落下了',
    '电梯坏了影响老人出行',
    '小孩在电梯里吵闹声音很响',
    '电梯按键不灵',
    '电梯扶手晃了，要拧紧',
  ],
  ...[
    '电梯地砖掉了一块',
    '电梯等太久',
    '灯太晃眼',
    '电梯镜子碎了',
    '电梯里有人遛狗',
    '电梯维修贴了三天，响应太慢',
    '电梯里气味怪怪的',
  ],
];

const leak = [
  ...[
    '家里有煤气味',
    '燃气灶有点异味',
    '燃气管漏气',
    '煤气好像漏了',
    '怕是漏气了',
    '燃气表那里嘶嘶的',
    '阀门坏了一直冒气',
  ],
  ...[
    '燃气报警器一直响',
    '煤气报警',
    '天然气泄漏',
    '灶台关了还有臭味',
    '换了软管还是漏',
    '闻着像天然气味道',
    '不知道是不是漏气',
  ],
];

const harmlessGas = [
  ...[
    '燃气灶打不着火',
    '燃气卡怎么充值',
    '天然气什么时候开通',
    '燃气表没电池了',
    '换燃气软管',
    '燃气阀门紧，拧不动',
    '燃气充值不上',
  ],
  ...[
    '燃气软管老化，换一根防止漏气',
    '燃气热水器漏水',
    '没有味道，就是打不着',
    '燃气报警器没电了',
    '想装个燃气报警器',
    '查过了不漏气，火小',
  ],
  ...['家里没燃气', '燃气压力低', '燃气安检约时间', '报警器不响了要换'],
];

describe('words that open an inspection or a cordon though nobody called it an emergency', () => {
  test.each(strangeLift)('a lift that is not safe: %s', (text) => {
    expect(opened({ problem: 'lift', type: 'repair' }, text)).toBe(2);
    expect(opened({ problem: 'lift', type: 'complaint' }, text)).toBe(2);
  });

  test.each(harmlessLift)('no lift is stopped: %s', (text) => {
    expect(opened({ problem: 'lift', type: 'repair' }, text)).toBe(0);
  });

  test.each(leak)('gas in the air: %s', (text) => {
    expect(opened({ problem: 'gas', type: 'repair' }, text)).toBe(1);
    expect(opened({ problem: 'gas', type: 'complaint' }, text)).toBe(1);
  });

  test.each(harmlessGas)('nobody is called out of their home: %s', (text) => {
    expect(opened({ problem: 'gas', type: 'repair' }, text)).toBe(0);
  });

  test.each([...strangeLift, ...leak])('asked or proposed, not reported: %s', (text) => {
    for (const type of ['enquiry', 'suggestion'] as const)
      for (const problem of ['lift', 'gas'] as const) expect(opened({ problem, type }, text)).toBe(0);
  });

  test.each([
    '',
    '快来',
    '电梯里有人',
    '电梯停在两层中间，有人困在里面',
    '狗和我一起关在电梯里了',
    '电梯里冒烟',
  ])('an emergency opens them: %s', (text) => {
    expect(opened({ problem: 'gas', urgency: 'emergency' }, text)).toBe(1);
    expect(opened({ problem: 'lift', urgency: 'emergency' }, text)).toBe(2);
  });

  test.each([
    '电梯里有狗',
    '孩子在电梯里玩按钮，请提醒',
    '电梯里有人吵架',
    '电梯里有人抽烟',
    '有人在电梯里撒尿',
  ])('but not one of what people and animals do in it: %s', (text) =>
    expect(opened({ problem: 'lift', urgency: 'emergency' }, text)).toBe(0),
  );
});
