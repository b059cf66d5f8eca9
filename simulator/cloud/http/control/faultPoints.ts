import { invalidParam } from '../../core/errors';
import { faultPoints as payPoints } from '../../pay/faults';

/** Where faults are drawn, and the kinds that mean something there. `*` stands for the name of an action, a function, a route. */
const points: Readonly<Record<string, readonly string[]>> = {
  'admin.*': ['latency', 'error', 'answer-lost'],
  'database.*': ['conflict'],
  'function.*': ['latency', 'error', 'crash', 'timeout', 'cold'],
  'gateway.*': ['latency', 'error'],
  'timer.*': ['twice'],
  'openapi.*': ['latency', 'error'],
  ...Object.fromEntries(Object.entries(payPoints).map(([point, kinds]) => [point, Object.keys(kinds)])),
};

/** Refuses a fault that could never strike: with a point that nobody draws at, or a kind that means nothing there. */
export function checkFault({ point, kind }: { point: string; kind: string }): void {
  const met = Object.keys(points).filter((known) => canMeet(point, known));
  if (met.length === 0)
    throw invalidParam(
      `point: nothing draws faults at ${point}; known are ${Object.keys(points).join(', ')}`,
    );
  const kinds = [...new Set(met.flatMap((known) => points[known] ?? []))];
  if (!kinds.includes(kind))
    throw invalidParam(`kind: ${kind} means nothing at ${point}; known are ${kinds.join(', ')}`);
}

/** Whether some text fits both patterns. */
function canMeet(one: string, other: string): boolean {
  if (one === '*' || other === '*') return true;
  if (one.startsWith('*'))
    return canMeet(one.slice(1), other) || (other !== '' && canMeet(one, other.slice(1)));
  if (other.startsWith('*')) return canMeet(other, one);
  if (one === '' || other === '') return one === other;
  return one[0] === other[0] && canMeet(one.slice(1), other.slice(1));
}
