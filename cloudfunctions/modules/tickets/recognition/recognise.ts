import { dangerNamed } from '../../../../types/danger';
import {
  type Problem,
  problems,
  type TicketType,
  ticketTypes,
  type Urgency,
  urgencies,
} from '../../../../types/ticket';
import { likelihoods, readModel } from './model';
import { scale, weights } from './weights';

/** What a text seems to ask for; confidences from 0 to 1. The owner sees it as chips and may correct it (B1). */
export interface Recognition {
  readonly type: TicketType;
  readonly typeConfidence: number;
  readonly problem: Problem;
  readonly problemConfidence: number;
  readonly urgency: Urgency;
  readonly urgencyConfidence: number;
}

/** Per answer: sure enough to be taken, or to be asked. */
export interface Sureness {
  readonly type: boolean;
  readonly problem: boolean;
  readonly urgency: boolean;
}

/**
 * An emergency is called from this likelihood on, even when another urgency is likelier: an engineer sent once too often
 * costs a walk, one sent too late a flat or a life.
 */
const emergencyFrom = 0.045;

/** Below these the screen asks instead of guessing. */
export const sureFrom = { type: 0.8, problem: 0.5, urgency: 0.6 } as const;

const model = readModel(scale, weights);

function best<Answer>(answers: readonly Answer[], chances: readonly number[]): [Answer, number] {
  const chance = Math.max(...chances);
  return [answers[chances.indexOf(chance)]!, chance];
}

const sounds = /[嗯啊哦噢呃喂哎唉呀哈]/gu;

/** What is recognised where nothing is said, or only sounds (嗯); nothing of it is sure. */
const nothing: Recognition = {
  ...{ type: 'repair', typeConfidence: 0, problem: 'other', problemConfidence: 0 },
  ...{ urgency: 'general', urgencyConfidence: 0 },
};

/** Recognises one text of a report. Pure: no network, no state, a few milliseconds at most. */
export function recognise(text: string): Recognition {
  if (!/[\p{L}\p{N}]/u.test(text.replace(sounds, ''))) return nothing;
  const found = likelihoods(model, text);
  const [type, typeConfidence] = best(ticketTypes, found.type);
  const [problem, problemConfidence] = best(problems, found.problem);
  const danger = found.urgency[urgencies.indexOf('emergency')] ?? 0;
  const [urgency, urgencyConfidence] =
    danger >= emergencyFrom || dangerNamed(text)
      ? (['emergency', danger] as const)
      : best(urgencies, found.urgency);
  return { type, typeConfidence, problem, problemConfidence, urgency, urgencyConfidence };
}

/** Which answers are sure. An emergency called at low likelihood stays an emergency, but is asked about. */
export function isSure(recognition: Recognition): Sureness {
  return {
    type: recognition.typeConfidence >= sureFrom.type,
    problem: recognition.problemConfidence >= sureFrom.problem,
    urgency: recognition.urgencyConfidence >= sureFrom.urgency,
  };
}
