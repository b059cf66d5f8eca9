import type { Recognised } from '../../../../types/contract/tickets';
import { dangerNamed } from '../../../../types/danger';
import { firstCall } from '../../../../types/firstCall';

/**
 * What the phone recognises by itself, without the cloud: a danger that is named outright, and whom to call first. Of that nothing is
 * asked: who has no network may have no time. The chips show it, and the hand is stronger. Undefined for everything else.
 */
export function recognisedHere(text: string): Recognised | undefined {
  const problem = dangerNamed(text);
  if (problem === undefined) return undefined;
  return {
    ...{ type: 'repair', problem, urgency: 'emergency' },
    isSureOf: { type: true, problem: true, urgency: true },
    ...firstCall(text, problem, 'emergency'),
  };
}
