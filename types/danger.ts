import type { Problem } from './ticket';

/** How a danger is named. `unlessAfter` stands right before it where it is none: phones before iOS 16.4 cannot look behind within a pattern. */
export interface Naming {
  readonly said: RegExp;
  /** Ends with `$`. */
  readonly unlessAfter?: RegExp;
}

/** Said of what might come, or of what one wishes to be spared, none of these is a danger now. */
const feared =
  '(?:容易|差点|险些|可能|万一|预防|防止|以防|避免|免得|以免|小心|怕|防|会|上次|上回|之前).{0,4}';
export const merelyFeared = new RegExp(`${feared}$`);

const fire: readonly Naming[] = [
  { said: /着火/, unlessAfter: new RegExp(`(?:不|${feared})$`) },
  {
    said: /起火|失火|走火|着咗|自燃|火灾(?!演练|隐患|时|保?险|报警器?(?:没|坏|误))/,
    unlessAfter: merelyFeared,
  },
  { said: /明火|冒烟|浓烟|黑烟|火苗|火光|火势|火警(?!电话)|烧起来|烧着(?!水|东西)|着货/ },
];

const gas: readonly Naming[] = [
  {
    said: /(煤气|燃气|天然气|瓦斯|液化气|汽油).{0,6}(味|漏|泄|露|臭|中毒|呲|嘶|咝|报警器?(响|叫|一直))/,
  },
  { said: /(?:煤气|燃气|天然气|灶).{0,4}(?:关不[掉上住了]|关了还)/ },
  { said: /(漏|泄露?).{0,2}(煤气|燃气|天然气|瓦斯|液化气|气了)|一氧化碳/ },
  { said: /中毒/, unlessAfter: /(?:电脑|手机|系统|软件)$/ },
];

const lift: readonly Naming[] = [
  { said: /困梯|卡在.{0,4}梯/ },
  {
    said: /电梯(?:.{0,10}(?:出不来|出不去|坠|冲顶)|(?:.{0,9}[^求\n])?救(?!援电话|助)|.{0,8}(?:急|猛|突然|一下|往下|直).{0,3}(?:降|掉|滑))/,
  },
];

const trapped: readonly Naming[] = [
  { said: /困(?:人|在|住)|被困|夹(?:到|住|了)/ },
  {
    said: /(?:关|卡|锁|反锁)(?:在|到)?.{0,4}(?:梯|屋|房间|卫生间|车)里(?!一直叫)/,
    unlessAfter: /(?:卡|钥匙|狗|猫|包|手机).{0,2}$/,
  },
];

const flood: readonly Naming[] = [
  {
    said: /爆(?:管|裂|了(?!一个)|开|炸|水管)|炸(?:了|裂|开)/,
    unlessAfter: /(?:灯泡?|轮胎|车胎|气球).{0,2}$/,
  },
  { said: /喷(?:水(?!池|泉|头|器|壶|枪)|出|射|得|到.{0,4}(?:顶|墙|脸|处|家|电))/, unlessAfter: /不$/ },
  { said: /发大水|水.{0,6}(?:喷|呲|射)|止不住|关不住|倒灌|水柱|水帘|瀑布|泡了?水|跑水/ },
  { said: /淹/, unlessAfter: /(?:门口|去年|前年|以前|从前).{0,8}$/ },
  { said: /漫(?:到|过|出|上|进)/, unlessAfter: /(?:地库|车库|门口).{0,10}$/ },
];

/** Mostly a wire. */
const scorched: readonly Naming[] = [
  { said: /焦糊|焦味/ },
  { said: /烧焦(?!锅)/, unlessAfter: /(?:锅|不小心)$/ },
  { said: /烧糊/, unlessAfter: /锅$/ },
];

const electrics: readonly Naming[] = [
  { said: /触电|漏电(?!保护)|被电|电麻|火花|火星|打火冒|滋滋.{0,4}响.{0,8}(?:热|烫)/ },
  { said: /短路.{0,6}(?:冒|火|烟|味|烫)|(?:冒|火|烟|味|烫).{0,6}短路/ },
  { said: /带电(?!动|瓶|池|梯|脑|视|话|器)/, unlessAfter: /水$/ },
  { said: /电(?:到|死|倒)(?:了|人|我|孩子)/, unlessAfter: /[停来充供断]$/ },
  { said: /电人(?!多|少)/, unlessAfter: /[水充停弱强]$/ },
];

const falling: readonly Naming[] = [
  { said: /(?:房|楼)(?:子|体)?.{0,4}(?:裂开|倾斜|在晃|歪)/ },
  { said: /砸(?:到|中|伤|下|压|死|人|坏车)|坠物|要倒|断裂?.{0,4}差点|吊在|悬在/ },
  { said: /塌/, unlessAfter: /(?:沙发|床|床垫)$/ },
  {
    said: /掉(?:下|进).{0,6}(?:楼|井|坑|人|来)/,
    unlessAfter: /(?:刀|叶|皮|纸|画|钥匙|手机|卡).{0,1}$/,
  },
];

const illness: readonly Naming[] = [
  {
    said: /跳楼|轻生|自杀|割腕|服毒|喝农药|溺水|落水|晕倒|昏迷|昏倒|没有?意识|叫不醒|口吐白沫|噎(?:到|住|着)|(?:胸口?|心口).{0,4}(?:疼|痛)|呼吸(?:困难|机)|心梗|心脏病|抽搐|流血|出血|救命|呼救|求救(?!助)|救护车.{0,6}(?:进不|出不|被|堵)/,
  },
  {
    said: /(?:老人|大爷|大妈|爷|奶|孩|宝宝|他|她|妈|爸|叔|姨|老伴|老公|老婆|躺|倒在|太太|老头|摇).{0,8}没[有得]?反应/,
  },
  { said: /蜂.{0,4}(?:追|蜇|蛰)|(?:条|只|发现|有|大|毒).{0,2}蛇(?!皮|瓜)/ },
  { said: /喘不[上过]来?气/, unlessAfter: /(?:味|烟|臭|熏|热|闷|吵).{0,8}$/ },
  { said: /受伤|摔(?:倒|伤|下)|咬(?:人|伤|了)/, unlessAfter: merelyFeared },
];

const crime: readonly Naming[] = [
  { said: /小偷/, unlessAfter: merelyFeared },
  { said: /贼(?!多)/, unlessAfter: merelyFeared },
  {
    said: /持刀|(?:拿|举|挥|抡|提)(?:着)?.{0,2}刀|动刀|绑(?:架|人)|撬(?:门|锁)|抢劫|抢东西|打架(?!子)|家暴|打老婆|走丢|走失|(?:有人|男的?|男人|陌生人).{0,4}跟踪|跟踪(?:我(?!的)|她|孩子|女)|尾随|弃婴|婴儿.{0,3}(?:丢|弃|扔)|孩子?(?:不见|丢)了|敲门(?:没人|不)应/,
  },
];

interface Danger {
  readonly problem: Problem;
  readonly named: readonly Naming[];
  /** Only where this is said, too. */
  readonly of?: RegExp;
}

/** What each danger is about, a danger to many before one to one person. */
const dangers: readonly Danger[] = [
  { problem: 'fire', named: fire },
  { problem: 'gas', named: gas },
  { problem: 'lift', named: lift },
  { problem: 'lift', named: trapped, of: /梯/ },
  { problem: 'burst', named: flood },
  { problem: 'electrics', named: [...electrics, ...scorched] },
  { problem: 'security', named: crime },
  { problem: 'building', named: falling },
  { problem: 'other', named: [...trapped, ...illness] },
];

/**
 * The danger that a text names outright, by what it is about; undefined where it names none. Words that nobody may weigh: they name danger
 * to life or a flood, and a text with one of them is an emergency whatever it says besides (B1). Neither model nor network is needed.
 */
export function dangerNamed(text: string): Problem | undefined {
  const isSaid = ({ named, of }: Danger) =>
    (!of || of.test(text)) && named.some((naming) => isNamed(text, naming));
  return dangers.find(isSaid)?.problem;
}

/** Whether a text says this, anywhere but after what takes it back. */
export function isNamed(text: string, { said, unlessAfter }: Naming): boolean {
  for (let from = 0; from <= text.length; ) {
    const found = said.exec(text.slice(from));
    if (!found) return false;
    const at = from + found.index;
    if (!unlessAfter?.test(text.slice(0, at))) return true;
    from = at + 1;
  }
  return false;
}
