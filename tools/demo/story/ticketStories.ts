import type { InputOf } from '../../../types/contract';
import type { Instant } from '../../../types/day';
import type { Scene } from './drawn';
import { isDaytime, type When } from './storyTimes';

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
  /** By phone: closed when three days have passed without a word, then rated by phone, or still to be asked. */
  | {
      readonly to: 'called';
      readonly rating?: Pick<InputOf<'ticketWork.takeRating'>, 'stars' | 'words' | 'text'>;
    }
  | { readonly to: 'answering' }
  | { readonly to: 'answered' | 'helped'; readonly answer: string };

export interface Story {
  readonly when: When;
  /** Customer service takes it down, from somebody who does not use WeChat. */
  readonly channel?: 'phone' | 'counter';
  readonly report: Pick<InputOf<'tickets.report'>, 'type' | 'problem' | 'urgency' | 'text' | 'spot'>;
  /** What there is to see, before and after. */
  readonly scene?: Scene;
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

/** What owners have told since `storyDays` ago, the longest ago first, with everything that can become of it. */
const earlier: readonly Story[] = [
  {
    when: { daysAgo: 20, at: '10:20' },
    scene: 'sink',
    report: repair('leak', '厨房水槽下面的软管一直在滴水，柜子底板都泡软了', '厨房'),
    result: '换了软管和密封圈，通水不漏',
    ending: rated(5, ['来得准时', '一次修好']),
  },
  {
    when: { daysAgo: 18, at: '19:10' },
    scene: 'lamp',
    report: repair('lighting', '楼道里 9 楼的灯坏了，晚上回家看不见'),
    result: '换了声控灯头',
    ending: rated(4, ['态度好']),
  },
  {
    when: { daysAgo: 16, at: '8:40' },
    report: other('complaint', 'noise', '楼下有人晚上十一点多还在装修，孩子睡不好'),
    ending: { to: 'helped', answer: '已经和装修方谈过，晚上八点后不再施工，值班保安每晚会去看' },
  },
  {
    when: { daysAgo: 13, at: '15:30' },
    scene: 'burst',
    report: emergency('burst', '卫生间水管爆了，水一直往外喷，已经流到客厅'),
    result: '关了入户阀，换了一段爆裂的水管',
    ending: rated(5, ['来得准时', '收拾干净'], '十分钟就到了，地上的水也帮忙拖了'),
  },
  {
    when: { daysAgo: 11, at: '9:15' },
    scene: 'socket',
    report: repair('electrics', '客厅插座没有电，空气开关一推就跳', '客厅'),
    result: '插座受潮短路，换了新插座',
    ending: { to: 'closed' },
  },
  {
    when: { daysAgo: 9, at: '11:05' },
    report: other('enquiry', 'fee', '租出去的车位，停车费可以让租客来交吗'),
    ending: { to: 'helped', answer: '可以。请您在「我的」里邀请租客绑定，账单就会给到租客' },
  },
  {
    when: { daysAgo: 7, at: '14:20' },
    scene: 'drain',
    report: repair('drain', '阳台地漏堵了，洗衣机的水排不下去', '阳台'),
    result: '疏通了地漏，放水三分钟不积水',
    ending: rated(5, ['一次修好', '收拾干净']),
  },
  {
    ...{ when: { daysAgo: 6, at: '8:50' }, channel: 'phone', scene: 'lamp' },
    report: repair('lighting', '卧室的灯不亮了，换了灯泡也没有用，老人一个人在家不敢动', '卧室'),
    result: '换了灯座和开关，试了十次都亮',
    ending: { to: 'called', rating: { stars: 5, words: ['态度好', '一次修好'], text: '师傅还帮着擦了灯罩' } },
  },
  {
    ...{ when: { daysAgo: 5, at: '15:20' }, channel: 'counter', scene: 'door' },
    report: repair('door', '入户门的锁舌缩不回去，要用力撞才关得上', '门口'),
    result: '调了锁舌，上了油',
    ending: { to: 'called' },
  },
  {
    when: { daysAgo: 4, at: '10:45' },
    scene: 'drain',
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
    when: { daysAgo: 3, at: '16:30' },
    report: other('suggestion', 'facility', '希望儿童乐园旁边加两张椅子，老人看孩子没有地方坐'),
    ending: { to: 'answered', answer: '谢谢您的建议，已经报给项目经理，两周内给您答复' },
  },
  {
    when: { daysAgo: 2, at: '14:05' },
    scene: 'switch',
    report: repair('electrics', '浴霸的暖灯亮一会儿就灭，开关发烫', '卫生间'),
    ending: { to: 'part', note: '开关面板烧了，等厂家发同型号的配件' },
  },
  {
    when: { daysAgo: 1, at: '9:10' },
    scene: 'tap',
    report: repair('supply', '热水器进水很小，洗澡水忽冷忽热', '卫生间'),
    result: '清洗了入户阀的过滤网',
    ending: { to: 'finished' },
  },
  {
    when: { daysAgo: 1, at: '14:40' },
    scene: 'radiator',
    report: repair('heating', '次卧暖气片不热，其他房间是好的', '次卧'),
    ending: { to: 'appointment', reason: '要等住户在家才能排气' },
  },
];

/** What is under way when somebody looks by day. */
const byDay: readonly Story[] = [
  {
    when: { daysAgo: 0, at: '7:40' },
    report: other('complaint', 'cleaning', '地下车库 B 区的垃圾两天没有人收'),
    scene: 'rubbish',
    ending: { to: 'answering' },
  },
  {
    when: { minutesAgo: 100 },
    report: repair('leak', '洗手台下面漏水，用盆接着', '卫生间'),
    scene: 'sink',
    ending: { to: 'working' },
  },
  {
    when: { minutesAgo: 60 },
    report: repair('electrics', '厨房顶灯一闪一闪的', '厨房'),
    scene: 'lamp',
    ending: { to: 'accepted' },
  },
  {
    when: { minutesAgo: 45 },
    report: other('enquiry', 'parking', '亲戚周末开车来，临时停车怎么收费'),
    ending: { to: 'answering' },
  },
  {
    when: { minutesAgo: 6 },
    report: repair('door', '单元门关不上，门锁舌头卡住了'),
    scene: 'door',
    ending: { to: 'offered' },
  },
];

/** What is under way when somebody looks in the evening, at night, or early: an emergency; all else waits for the morning. */
const atNight: readonly Story[] = [
  {
    when: { last: '18:30' },
    report: other('complaint', 'cleaning', '地下车库 B 区的垃圾两天没有人收'),
    scene: 'rubbish',
    ending: { to: 'answering' },
  },
  {
    when: { last: '20:40' },
    report: repair('electrics', '厨房顶灯一闪一闪的，明天白天来就行', '厨房'),
    scene: 'lamp',
    ending: { to: 'accepted' },
  },
  {
    when: { last: '20:50' },
    report: other('enquiry', 'parking', '亲戚周末开车来，临时停车怎么收费'),
    ending: { to: 'answering' },
  },
  {
    when: { minutesAgo: 40 },
    report: emergency('electrics', '家里突然全黑了，电闸推不上去，老人用着制氧机'),
    scene: 'switch',
    ending: { to: 'working' },
  },
  {
    when: { minutesAgo: 6 },
    report: repair('door', '单元门关不上，门锁舌头卡住了'),
    scene: 'door',
    ending: { to: 'offered' },
  },
];

/** So many days before today the first of them is told. */
export const storyDays = 20;

/** All that is told to whoever looks now. */
export function storiesAt(present: Instant): readonly Story[] {
  return [...earlier, ...(isDaytime(present) ? byDay : atNight)];
}
