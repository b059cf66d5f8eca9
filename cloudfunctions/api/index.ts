import type { ActionName } from '../../types/contract';
import { type Outcome, refused } from '../../types/refusal';
import type { Routes } from '../kernel/routes';
import { communityRoutes } from '../modules/community';

const routes: Routes = { ...communityRoutes };

/** The one function phones call. */
export async function main(event: unknown): Promise<Outcome<unknown>> {
  const action = readAction(event);
  return action ? routes[action]({}) : refused('UNKNOWN_ACTION');
}

function readAction(event: unknown): ActionName | undefined {
  if (typeof event !== 'object' || event === null || !('action' in event)) return undefined;
  const { action } = event;
  return typeof action === 'string' && Object.hasOwn(routes, action) ? (action as ActionName) : undefined;
}
