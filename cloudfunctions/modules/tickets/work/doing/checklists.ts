import type { Problem } from '../../../../../types/ticket';

/** What is done at somebody's door (B5), before any work. */
const atTheDoor = ['工装整齐，工牌在胸前', '敲门，说明来意', '穿鞋套，铺地垫'];
/** The same for a place of the common area. */
const inTheOpen = ['工装整齐，工牌在胸前', '放好提示牌，请人绕行'];

const water = ['关入户总阀，给业主看', '修好后通水 3 分钟，不渗'];
const power = ['先断电，验过没有电', '修好后当面试用'];
const drained = ['地面墙面先遮好', '修好后放水试 3 分钟，不堵'];
const tried = ['修好后当面试用'];
const shown = ['请住户看过结果'];

/** A problem's own items, in the order of the work. */
const own: Readonly<Record<Problem, readonly string[]>> = {
  leak: water,
  burst: water,
  supply: ['查过入户阀和水表', '修好后放水，水流正常'],
  heating: ['关好进回水阀再拆', '修好后看过温度和渗漏'],
  drain: drained,
  gas: ['关燃气阀，开窗，不碰开关', '燃气公司测过，没有泄漏'],
  electrics: power,
  lighting: power,
  network: tried,
  lift: ['停梯，围好每层入口', '空梯上下运行 3 次，正常'],
  door: tried,
  wall: ['地面家具先遮好', '粉尘当天清走'],
  building: ['高处先围好，下面没有人', '修好后拍全景'],
  facility: tried,
  fire: ['确认没有明火和烟', '消防设施放回原位'],
  security: shown,
  parking: shown,
  noise: shown,
  smell: ['找到来源', '请住户看过结果'],
  cleaning: ['清完再走一遍'],
  road: ['先围好，留出通道', '修好后走过一遍'],
  fee: shown,
  service: shown,
  handover: ['和住户一起逐项看过'],
  planning: shown,
  school: shown,
  other: shown,
};

const afterwards = '收拾干净，带走垃圾';

/** What can be seen before and after: its work is proven with photos of both. */
const seen: readonly Problem[] = [
  ...(['leak', 'burst', 'supply', 'electrics', 'lift', 'door', 'gas', 'fire', 'heating'] as const),
  ...([
    'lighting',
    'drain',
    'wall',
    'facility',
    'network',
    'cleaning',
    'building',
    'handover',
    'road',
  ] as const),
];

/** The door-step checklist of a ticket about this problem. No item stands in it twice: it is its own name. */
export function checklistOf(problem: Problem, isAtHome: boolean): readonly string[] {
  return [...(isAtHome ? atTheDoor : inTheOpen), ...own[problem], afterwards];
}

/** Must there be a photo of before and one of after. */
export function isSeen(problem: Problem): boolean {
  return seen.includes(problem);
}
