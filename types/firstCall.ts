import { dangerNamed, isNamed, merelyFeared, type Naming } from './danger';
import type { Problem, Urgency } from './ticket';

/** Whom one calls before anything else, and what one does until somebody comes. */
export interface FirstCall {
  readonly callFirst?: '119' | '120' | '110';
  readonly advice?: string;
}

const hurt: readonly Naming[] = [
  {
    said: /晕倒|昏迷|昏倒|没(有)?意识|叫不醒|没反应|呼吸困难|心梗|心脏病|抽搐|流血|出血|溺水|落水|割腕|服毒|喝农药|中毒|触电|电到(了)?人|咬(到|伤|了)|砸(到|中|伤)(了)?人/,
  },
  { said: /受伤|摔(倒|伤)/, unlessAfter: merelyFeared },
];
const crime: readonly Naming[] = [
  {
    said: /持刀|(拿|举|挥)(着)?.{0,2}刀|抢劫|抢东西|进贼|入室|撬(门|锁)|打架(?!子)|家暴|打老婆|走丢|走失|孩(子)?(不见|丢)了|跳楼|轻生|自杀/,
  },
  { said: /小偷/, unlessAfter: merelyFeared },
];

const gas: FirstCall = {
  callFirst: '119',
  advice: '先关燃气总阀，开窗，别开关任何电器，到室外打 119，再打燃气公司的抢修电话。',
};
const fire: FirstCall = { callFirst: '119', advice: '先离开着火的地方，走楼梯不坐电梯，到安全处打 119。' };
const injured: FirstCall = { callFirst: '120', advice: '先打 120，说清楼栋和门牌，我们会派人到楼下接。' };
const unlawful: FirstCall = { callFirst: '110', advice: '先到安全的地方，打 110，我们会派人过来。' };

/** What helps until the engineer comes, whatever the urgency. */
const meanwhile: Partial<Readonly<Record<Problem, string>>> = {
  burst: '先关入户总阀，在门外水表井里，顺时针拧紧即可。',
  leak: '水大的话先关入户总阀，在门外水表井里，顺时针拧紧即可。',
  electrics: '先拉下家里的总闸，别碰湿的插座和电线。',
  lift: '人在电梯里请按警铃，站稳扶好，不要扒门。',
};

/**
 * Gas and fire 119, somebody hurt 120, crime 110 (B1): only of an emergency, so that a stove that does not light calls nobody. A danger to
 * many comes before a danger to one; a fire that is named outright is one whatever is taken to burn.
 */
export function firstCall(text: string, problem: Problem, urgency: Urgency): FirstCall {
  if (urgency === 'emergency') {
    const about = [problem, dangerNamed(text)];
    if (about.includes('fire')) return fire;
    if (about.includes('gas')) return gas;
    if (isOneNamed(text, hurt)) return injured;
    if (isOneNamed(text, crime)) return unlawful;
  }
  const advice = meanwhile[problem];
  return advice === undefined ? {} : { advice };
}

function isOneNamed(text: string, namings: readonly Naming[]): boolean {
  return namings.some((naming) => isNamed(text, naming));
}
