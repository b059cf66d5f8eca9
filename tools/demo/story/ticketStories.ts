import type { InputOf } from '../../../types/contract';

/** How far a ticket has come when somebody looks. */
export type Ending =
  | { readonly to: 'offered' | 'accepted' | 'working' | 'finished' | 'closed' }
  | { readonly to: 'part'; readonly note: string }
  | { readonly to: 'appointment'; readonly reason: string }
  | {
      readonly to: 'rated';
      readonly stars: number;
      readonly words: readonly string[];
      readonly text?: string;
      /** After few stars: what the revisit brought, and what shall be better. */
      readonly poor?: { readonly revisit: string; readonly plan: string };
    }
  | { readonly to: 'answering' }
  | { readonly to: 'answered' | 'helped'; readonly answer: string };

export interface Story {
  /** Hours before the present at which it is reported. */
  readonly hoursAgo: number;
  readonly report: Pick<InputOf<'tickets.report'>, 'type' | 'problem' | 'urgency' | 'text' | 'spot'>;
  /** What was done, in the engineer's words. */
  readonly result?: string;
  readonly ending: Ending;
}

type Report = Story['report'];

const repair = (problem: Report['problem'], text: string, spot?: string): Report => ({
  ...{ type: 'repair', problem, urgency: 'general', text },
  ...(spot === undefined ? {} : { spot }),
});
const emergency = (problem: Report['problem'], text: string): Report => ({
  ...{ type: 'repair', problem, urgency: 'emergency', text },
});
const other = (type: Report['type'], problem: Report['problem'], text: string): Report => ({
  ...{ type, problem, urgency: type === 'enquiry' ? 'enquiry' : 'general', text },
});
const rated = (stars: number, words: readonly string[], text?: string): Ending => ({
  ...{ to: 'rated', stars, words },
  ...(text === undefined ? {} : { text }),
});
const day = 24;

/** What owners told in the last three weeks, the longest ago first, with everything that can become of it. */
export const stories: readonly Story[] = [
  {
    hoursAgo: 20 * day,
    report: repair('leak', '厨房水槽下面的软管一直在滴水，柜子底板都泡软了', '厨房'),
    result: '换了软管和密封圈，通水不漏',
    ending: rated(5, ['来得准时', '一次修好']),
  },
  {
    hoursAgo: 18 * day + 3,
    report: repair('lighting', '楼道里 9 楼的灯坏了，晚上回家看不见'),
    result: '换了声控灯头',
    ending: rated(4, ['态度好']),
  },
  {
    hoursAgo: 16 * day,
    report: other('complaint', 'noise', '楼下有人晚上十一点多还在装修，孩子睡不好'),
    ending: { to: 'helped', answer: '已经和装修方谈过，晚上八点后不再施工，值班保安每晚会去看' },
  },
  {
    hoursAgo: 13 * day + 2,
    report: emergency('burst', '卫生间水管爆了，水一直往外喷，已经流到客厅'),
    result: '关了入户阀，换了一段爆裂的水管',
    ending: rated(5, ['来得准时', '收拾干净'], '十分钟就到了，地上的水也帮忙拖了'),
  },
  {
    hoursAgo: 11 * day,
    report: repair('electrics', '客厅插座没有电，空气开关一推就跳', '客厅'),
    result: '插座受潮短路，换了新插座',
    ending: { to: 'closed' },
  },
  {
    hoursAgo: 9 * day + 4,
    report: other('enquiry', 'fee', '租出去的车位，停车费可以让租客来交吗'),
    ending: { to: 'helped', answer: '可以。请您在「我的」里邀请租客绑定，账单就会给到租客' },
  },
  {
    hoursAgo: 7 * day,
    report: repair('drain', '阳台地漏堵了，洗衣机的水排不下去', '阳台'),
    result: '疏通了地漏，放水三分钟不积水',
    ending: rated(5, ['一次修好', '收拾干净']),
  },
  {
    hoursAgo: 4 * day + 3,
    report: repair('drain', '厨房下水道又堵了，上个月刚通过一次', '厨房'),
    result: '疏通了支管',
    ending: {
      to: 'rated',
      stars: 2,
      words: ['没修好'],
      text: '第二天水又下得很慢',
      poor: {
        revisit: '已经再上门用机器疏通了主管，业主说水下得快了',
        plan: '同一处一个月内堵第二次的，第一次上门就用机器疏通主管，并拍下管内情况',
      },
    },
  },
  {
    hoursAgo: 3 * day,
    report: other('suggestion', 'facility', '希望儿童乐园旁边加两张椅子，老人看孩子没有地方坐'),
    ending: { to: 'answered', answer: '谢谢您的建议，已经报给项目经理，两周内给您答复' },
  },
  {
    hoursAgo: 2 * day,
    report: repair('electrics', '浴霸的暖灯亮一会儿就灭，开关发烫', '卫生间'),
    ending: { to: 'part', note: '开关面板烧了，等厂家发同型号的配件' },
  },
  {
    hoursAgo: day + 4,
    report: repair('supply', '热水器进水很小，洗澡水忽冷忽热', '卫生间'),
    result: '清洗了入户阀的过滤网',
    ending: { to: 'finished' },
  },
  {
    hoursAgo: 22,
    report: repair('heating', '次卧暖气片不热，其他房间是好的', '次卧'),
    ending: { to: 'appointment', reason: '要等住户在家才能排气' },
  },
  {
    hoursAgo: 9,
    report: other('complaint', 'cleaning', '地下车库 B 区的垃圾两天没有人收'),
    ending: { to: 'answering' },
  },
  {
    hoursAgo: 3,
    report: repair('leak', '洗手台下面漏水，用盆接着', '卫生间'),
    ending: { to: 'working' },
  },
  {
    hoursAgo: 1.5,
    report: repair('electrics', '厨房顶灯一闪一闪的', '厨房'),
    ending: { to: 'accepted' },
  },
  {
    hoursAgo: 0.8,
    report: other('enquiry', 'parking', '亲戚周末开车来，临时停车怎么收费'),
    ending: { to: 'answering' },
  },
  {
    hoursAgo: 0.1,
    report: repair('door', '单元门关不上，门锁舌头卡住了'),
    ending: { to: 'offered' },
  },
];
