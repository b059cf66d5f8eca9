import type { DispatchCandidate, DispatchWhy } from '../../../../types/contract/ticketWork';

export const standingNames: Readonly<Record<DispatchCandidate['standing'], string>> = {
  given: '派给他',
  next: '次选',
  other: '未入选',
  unfit: '不合适',
};

/** One line of the comparison, a cell for each who was compared. */
export interface WhyLine {
  readonly name: string;
  /** A tick, a dash, or words. */
  readonly cells: readonly (boolean | string)[];
  readonly isTotal?: boolean;
}

/** Those compared side by side on a phone: whoever has it, and the next ones. */
export const mostCompared = 3;

/** The comparison, line by line; whoever was rejected has the reason in the place of a score. */
export function linesOf({ skill, place, candidates }: DispatchWhy): readonly WhyLine[] {
  const shown = candidates.slice(0, mostCompared);
  const cells = (of: (candidate: DispatchCandidate) => boolean | string) => shown.map(of);
  return [
    { name: `会${skill}`, cells: cells(({ hasSkill }) => hasSkill) },
    { name: `负责${place}`, cells: cells(({ isInArea }) => isInArea) },
    { name: '走到现场', cells: cells(({ walkMinutes }) => `${Math.ceil(walkMinutes)} 分钟`) },
    { name: '手上急单', cells: cells(({ openEmergencies }) => countWords(openEmergencies)) },
    { name: '全部工单', cells: cells(({ open }) => countWords(open)) },
    {
      name: '总分',
      cells: cells(({ score, reason }) =>
        reason !== undefined && score === undefined ? reason : scoreWords(score),
      ),
      isTotal: true,
    },
  ];
}

function countWords(count: number): string {
  return count === 0 ? '没有' : `${count} 单`;
}

function scoreWords(score: number | undefined): string {
  return score === undefined ? '未比较' : String(Math.round(score));
}
