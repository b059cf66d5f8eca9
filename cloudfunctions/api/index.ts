import type { Outcome } from '../../types/refusal';
import { identity } from '../platform/identity';
import { realPorts } from '../platform/ports';
import { serve } from './serve';

/** The one function phones call. */
export function main(event: unknown): Promise<Outcome<unknown>> {
  return serve(event, identity(), realPorts);
}
