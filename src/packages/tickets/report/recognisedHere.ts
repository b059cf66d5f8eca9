import type { Recognised } from '../../../../types/contract/tickets';
import { dangerNamed } from '../../../../types/danger';
import { firstCall } from '../../../../types/firstCall';

/** Words with which a danger is denied, remembered, rehearsed or asked about: then whether it is one now is asked. */
const doubtful =
  /没有?(?:着|起|冒|漏|味|事)|不是|只是|以前|之前|上次|演[习练]|请问|[吗么呢][？?。]?$|几[号点]|谁家|什么时候|吵得|老鼠/u;

/**
 * What the phone recognises by itself, without the cloud: a danger that is named outright, and whom to call first. Of that nothing is
 * asked, unless the words leave it in doubt: who has no network may have no time. The chips show it, and the hand is stronger. Undefined for everything else.
 */
export function recognisedHere(text: string): Recognised | undefined {
  const problem = dangerNamed(text);
  if (problem === undefined) return undefined;
  return {
    ...{ type: 'repair', problem, urgency: 'emergency' },
    isSureOf: { type: true, problem: true, urgency: !doubtful.test(text) },
    ...firstCall(text, problem, 'emergency'),
  };
}
