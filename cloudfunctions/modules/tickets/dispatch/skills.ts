import type { Duty } from '../../../../types/role';
import { type Problem, problems } from '../../../../types/ticket';

/** Work that any engineer does, and that no register names. */
const generalWork = '综合维修';
const watch = '保安';

/**
 * The kind of work a problem takes, as the register of staff names it, and the minutes such work usually takes (assumed; the way not
 * included). The only place where both stand.
 */
const works: Readonly<Record<Problem, { readonly skill: string; readonly minutes: number }>> = {
  leak: { skill: '水暖', minutes: 60 },
  burst: { skill: '水暖', minutes: 60 },
  supply: { skill: '水暖', minutes: 30 },
  heating: { skill: '水暖', minutes: 60 },
  gas: { skill: '水暖', minutes: 30 },
  drain: { skill: '水暖', minutes: 40 },
  electrics: { skill: '电工', minutes: 40 },
  lighting: { skill: '电工', minutes: 25 },
  lift: { skill: '电梯', minutes: 60 },
  network: { skill: '弱电', minutes: 30 },
  door: { skill: '木工', minutes: 35 },
  wall: { skill: '泥瓦', minutes: 80 },
  building: { skill: '泥瓦', minutes: 60 },
  fire: { skill: watch, minutes: 30 },
  security: { skill: watch, minutes: 20 },
  parking: { skill: watch, minutes: 20 },
  noise: { skill: watch, minutes: 20 },
  cleaning: { skill: '保洁', minutes: 20 },
  smell: { skill: '保洁', minutes: 30 },
  facility: { skill: generalWork, minutes: 40 },
  road: { skill: generalWork, minutes: 60 },
  fee: { skill: generalWork, minutes: 30 },
  service: { skill: generalWork, minutes: 30 },
  handover: { skill: generalWork, minutes: 40 },
  planning: { skill: generalWork, minutes: 30 },
  school: { skill: generalWork, minutes: 30 },
  other: { skill: generalWork, minutes: 30 },
};

/** `水暖` */
export function skillOf(problem: Problem): string {
  return works[problem].skill;
}

/** What somebody with these skills can be sent to. */
export function problemsFor(skills: readonly string[]): readonly Problem[] {
  return problems.filter((problem) => skills.includes(skillOf(problem)));
}

/** Minutes. */
export function usualMinutesOf(problem: Problem): number {
  return works[problem].minutes;
}

/** What somebody can be sent to: what the register names, and what the duty itself brings. */
export function skillsOf({
  skills,
  duties,
}: {
  readonly skills: readonly string[];
  readonly duties: readonly Duty[];
}): readonly string[] {
  const byDuty = [
    ...(duties.includes('engineer') ? [generalWork] : []),
    ...(duties.includes('guard') ? [watch] : []),
  ];
  return [...new Set([...skills, ...byDuty])];
}
