import type { Duty } from '../../../../types/role';

const compound = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯)/u;

/** 张建国 → 张师傅: how owners read whoever works for them. */
export function masterName(name: string): string {
  const [first = ''] = [...name];
  return `${compound.exec(name)?.[0] ?? first}师傅`;
}

/** How a timeline names a member of staff who acts in a duty. */
export function staffName({ name }: { readonly name: string }, duty: Duty): string {
  if (duty === 'customerService') return '客服';
  if (duty === 'supervisor') return '主管';
  if (duty === 'projectManager') return '项目经理';
  return masterName(name);
}

/** How a timeline names whoever took a report down: by a desk they sit at, otherwise as who comes to a home. */
export function takerName(member: { readonly name: string; readonly duties: readonly Duty[] }): string {
  const desks = ['customerService', 'supervisor', 'projectManager'] as const;
  return staffName(member, desks.find((duty) => member.duties.includes(duty)) ?? 'engineer');
}
