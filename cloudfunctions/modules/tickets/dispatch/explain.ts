import type { Candidate, WaitingTicket } from './rule';
import {
  arrivalOf,
  type Circumstances,
  isInArea,
  meanWorked,
  type Unfit,
  type Weighed,
  weigh,
} from './weigh';

/** One column of 为什么派给他: a person beside the others. */
export interface Compared {
  readonly staffId: string;
  readonly name: string;
  readonly standing: 'given' | 'next' | 'other' | 'unfit';
  readonly hasSkill: boolean;
  readonly isInArea: boolean;
  readonly walkMinutes: number;
  /** Nobody has written how the two buildings stand: the minutes are told by their numbers. */
  readonly isWayGuess?: true;
  readonly openEmergencies: number;
  readonly open: number;
  /** Until at the door: until free, then the walk; only of those who could be given it. Older records have none. */
  readonly arrivalMinutes?: number;
  /** Plain Chinese: why not this person. */
  readonly reason?: string;
}

export interface Explanation {
  readonly ruleVersion: number;
  /** One sentence for the dispatcher and the engineer. */
  readonly sentence: string;
  /** As the home reads it, where that differs: minutes that are a guess are no promise to anybody. */
  readonly homeSentence?: string;
  /** What counted first for this tier. */
  readonly principle: string;
  /** How many were on duty then, and how many of them have the skill, however few are compared. Older records have neither. */
  readonly onDuty?: number;
  readonly skilled?: number;
  /** The given one, then by cost, then those who could not be: whoever has the skill before whoever has not. */
  readonly compared: readonly Compared[];
}

/** Why this ticket went to this person, or why it waits (`givenTo` absent), told from what stood at that moment. */
export function explain(
  ticket: WaitingTicket,
  givenTo: string | undefined,
  candidates: readonly Candidate[],
  circumstances: Circumstances,
): Explanation {
  const mean = meanWorked(candidates);
  const pairs = candidates.map((candidate) => pair(candidate, weigh(candidate, ticket, mean, circumstances)));
  const chosen = pairs.find(({ candidate }) => candidate.id === givenTo);
  const others = pairs
    .filter((one) => one !== chosen)
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        farFrom(a, ticket) - farFrom(b, ticket) ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    );
  const onDuty = candidates.filter(({ isOnDuty }) => isOnDuty);
  const compared = others.map((one, index): Compared => {
    const shown = facts(one.candidate, ticket, circumstances);
    if (one.unfit)
      return { ...shown, standing: 'unfit', reason: unfitReason(one.unfit, ticket, one.candidate) };
    const reason = whyNot(one, chosen, ticket, circumstances);
    const arrivalMinutes = arrival(one.candidate, ticket, circumstances);
    return { ...shown, standing: index === 0 ? 'next' : 'other', arrivalMinutes, reason };
  });
  return {
    ruleVersion: circumstances.rule.version,
    ...(chosen
      ? givenSentences(chosen.candidate, ticket, circumstances)
      : { sentence: waitSentence(ticket, candidates) }),
    principle:
      ticket.urgency === 'emergency'
        ? '紧急工单先看谁到得最快，再看手上多少活。'
        : '先派给手上没活、走得近的人，再看片区和这周的工作量。',
    onDuty: onDuty.length,
    skilled: onDuty.filter(({ skills }) => skills.includes(ticket.skill)).length,
    compared: chosen ? [given(chosen, ticket, circumstances), ...compared] : compared,
  };
}

/** A pair that may not be costs infinitely much: it stands behind all others. */
interface Pair {
  readonly candidate: Candidate;
  readonly cost: number;
  readonly unfit: Unfit | undefined;
}

function pair(candidate: Candidate, weighed: Weighed): Pair {
  return weighed.unfit === undefined
    ? { candidate, cost: weighed.cost, unfit: undefined }
    : { candidate, cost: Number.POSITIVE_INFINITY, unfit: weighed.unfit };
}

/** How far those who may not be asked are from it: whoever has the skill and is only busy first. 0 for whoever may. */
function farFrom({ unfit, candidate }: Pair, { skill }: WaitingTicket): number {
  if (unfit === undefined) return 0;
  const order: Record<Unfit, number> = { busy: 1, declined: 2, offDuty: 3, noSkill: 4 };
  return order[unfit] + (candidate.skills.includes(skill) ? 0 : 4);
}

function given({ candidate }: Pair, ticket: WaitingTicket, circumstances: Circumstances): Compared {
  const arrivalMinutes = arrival(candidate, ticket, circumstances);
  return { ...facts(candidate, ticket, circumstances), standing: 'given', arrivalMinutes };
}

function arrival(candidate: Candidate, ticket: WaitingTicket, circumstances: Circumstances): number {
  return Math.round(arrivalOf(candidate, ticket, circumstances));
}

function facts(candidate: Candidate, ticket: WaitingTicket, { walkMinutes, isWayGuess }: Circumstances) {
  return {
    ...(isWayGuess(candidate, ticket) ? { isWayGuess: true as const } : {}),
    staffId: candidate.id,
    name: candidate.name,
    hasSkill: candidate.skills.includes(ticket.skill),
    isInArea: isInArea(candidate, ticket),
    walkMinutes: Math.round(walkMinutes(candidate, ticket)),
    openEmergencies: candidate.openEmergencies,
    open: candidate.open,
  };
}

function unfitReason(unfit: Unfit, { skill }: WaitingTicket, { open }: Candidate): string {
  const words: Record<Unfit, string> = {
    offDuty: '不在岗',
    noSkill: `不会${skill}`,
    declined: '这张工单没有接',
    busy: `手上有 ${open} 单，先等有空的人`,
  };
  return words[unfit];
}

/** What made somebody fit come behind; where nothing did, another ticket needed them more. */
function whyNot(one: Pair, chosen: Pair | undefined, ticket: WaitingTicket, circumstances: Circumstances) {
  if (chosen === undefined || one.cost < chosen.cost) return '另一张工单更需要这个人';
  const mine = facts(one.candidate, ticket, circumstances);
  const theirs = facts(chosen.candidate, ticket, circumstances);
  if (mine.openEmergencies > theirs.openEmergencies) return `手上有 ${mine.openEmergencies} 单急单`;
  if (mine.open > theirs.open) return `手上有 ${mine.open} 单`;
  if (mine.walkMinutes > theirs.walkMinutes) return `走过去要${minutesWords(mine)}`;
  if (!mine.isInArea && theirs.isInArea) return `不负责 ${ticket.place}`;
  if (one.candidate.skills.length > chosen.candidate.skills.length) return '会的工种多，留给别人不会的活';
  return '这周已经做得更多';
}

/** 约 6 分钟 of what is a guess; with a space before a figure. */
function minutesWords({ walkMinutes, isWayGuess }: Pick<Compared, 'walkMinutes' | 'isWayGuess'>): string {
  return `${isWayGuess ? '约' : ''} ${walkMinutes} 分钟`;
}

function givenSentences(
  candidate: Candidate,
  ticket: WaitingTicket,
  circumstances: Circumstances,
): Pick<Explanation, 'sentence' | 'homeSentence'> {
  const shown = facts(candidate, ticket, circumstances);
  const { openEmergencies, open, isWayGuess } = shown;
  const area = isInArea(candidate, ticket)
    ? candidate.areas.length === 0
      ? '负责全小区'
      : `负责 ${ticket.place}`
    : `今天帮忙 ${ticket.place}`;
  const urgent = openEmergencies === 0 ? '没有急单' : `有 ${openEmergencies} 单急单`;
  const load = open === 0 ? '手上没有工单' : `手上有 ${open} 单、${urgent}`;
  const able = `${candidate.name}会${ticket.skill}、${area}`;
  const sentence = `${able}，走过去${minutesWords(shown)}，${load}。`;
  return isWayGuess ? { sentence, homeSentence: `${able}，${load}。` } : { sentence };
}

function waitSentence(ticket: WaitingTicket, candidates: readonly Candidate[]): string {
  const onDuty = candidates.filter(({ isOnDuty }) => isOnDuty);
  const skilled = onDuty.filter(({ skills }) => skills.includes(ticket.skill));
  if (skilled.length === 0) return `在岗 ${onDuty.length} 人里没有人会${ticket.skill}，请主管派单。`;
  const asked = skilled.filter(({ id }) => !ticket.declinedBy.includes(id));
  if (asked.length === 0) return `在岗会${ticket.skill}的 ${skilled.length} 人都没有接，请主管派单。`;
  return `在岗会${ticket.skill}的 ${asked.length} 人手上都有活，谁先有空就派给谁。`;
}
