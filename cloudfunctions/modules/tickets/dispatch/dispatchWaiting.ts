import { leastCostColumns } from './leastCost';
import type { Candidate, WaitingTicket } from './rule';
import { type Circumstances, costOfWaiting, meanWorked, weigh } from './weigh';

export interface Given {
  readonly ticketId: string;
  readonly staffId: string;
}

/**
 * Gives several waiting tickets to several people together, at least cost over all (B2): the sum of what each pair costs and of
 * what leaving the others costs. Emergencies choose first, over everybody: none is left to somebody at work so that a free one may serve
 * something that can wait. Each person gets at most one new ticket in one decision; whoever calls tells the new load and asks again while
 * something was given. What is not in the answer waits. The order of the input does not matter.
 */
export function dispatchWaiting(
  tickets: readonly WaitingTicket[],
  candidates: readonly Candidate[],
  circumstances: Circumstances,
): readonly Given[] {
  const mean = meanWorked(candidates);
  const isUrgent = ({ urgency }: WaitingTicket) => urgency === 'emergency';
  const urgent = leastCost(tickets.filter(isUrgent), candidates, { mean, circumstances });
  const taken = new Set(urgent.map(({ staffId }) => staffId));
  const others = tickets.filter((ticket) => !isUrgent(ticket));
  const left = candidates.filter(({ id }) => !taken.has(id));
  return [...urgent, ...leastCost(others, left, { mean, circumstances })];
}

/** The pairs of one tier that cost the least together. */
function leastCost(
  tickets: readonly WaitingTicket[],
  candidates: readonly Candidate[],
  { mean, circumstances }: { readonly mean: number; readonly circumstances: Circumstances },
): readonly Given[] {
  const waiting = [...tickets].sort(byId);
  const left = waiting.map((ticket) => costOfWaiting(ticket, circumstances));
  const bySkill = indexesBySkill(waiting);
  const rows: { readonly candidate: Candidate; readonly gains: Float64Array }[] = [];
  const columns = Math.max(waiting.length, candidates.length);
  for (const candidate of candidates.filter(({ isOnDuty }) => isOnDuty).sort(byId)) {
    let gains: Float64Array | undefined;
    for (const index of candidate.skills.flatMap((skill) => bySkill.get(skill) ?? [])) {
      const weighed = weigh(candidate, waiting[index]!, mean, circumstances);
      if (weighed.unfit !== undefined) continue;
      gains ??= new Float64Array(columns);
      gains[index] = weighed.cost - left[index]!;
    }
    if (gains) rows.push({ candidate, gains });
  }
  if (rows.length === 0) return [];
  const columnOf = leastCostColumns(rows.map(({ gains }) => gains));
  return rows.flatMap(({ candidate, gains }, index) => {
    const column = columnOf[index]!;
    // Zero is a pair that may not be, or nobody's column: both mean that this person is given nothing.
    return gains[column]! < 0 ? [{ ticketId: waiting[column]!.id, staffId: candidate.id }] : [];
  });
}

/** Most pairs fail for the skill: they are not even looked at. */
function indexesBySkill(tickets: readonly WaitingTicket[]): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>();
  tickets.forEach(({ skill }, index) => {
    const same = indexes.get(skill);
    if (same) same.push(index);
    else indexes.set(skill, [index]);
  });
  return indexes;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
