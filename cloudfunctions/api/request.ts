import * as z from 'zod/mini';
import { type ActionName, contract } from '../../types/contract';
import { requestId } from '../../types/contract/fields';
import { granted, type Outcome, refused } from '../../types/refusal';
import { limits } from '../kernel/limits';

/** A request that says what it wants in the contract's words. */
export interface ParsedRequest {
  readonly action: ActionName;
  readonly input: unknown;
  /** There where the action changes something. */
  readonly requestId?: string;
}

// WeChat puts `userInfo` beside what the phone sends; that and everything else is left alone.
const envelope = z.object({ action: z.string(), input: z.unknown(), requestId: z.optional(z.unknown()) });

/** Refuses, by name: an unknown action, input the contract does not know, a change without a request id. */
export function parseRequest(event: unknown): Outcome<ParsedRequest> {
  const request = envelope.safeParse(event);
  if (!request.success || !Object.hasOwn(contract, request.data.action)) return refused('UNKNOWN_ACTION');
  const action = request.data.action as ActionName;
  if (isTooLong(request.data.input)) return refused('INVALID_INPUT', { field: 'input' });
  const input = contract[action].input.safeParse(request.data.input);
  if (!input.success) return refused('INVALID_INPUT', { field: fieldOf(input.error) });
  if (!contract[action].isChanging) return granted({ action, input: input.data });
  const id = requestId.safeParse(request.data.requestId);
  return id.success
    ? granted({ action, input: input.data, requestId: id.data })
    : refused('REQUEST_ID_MISSING');
}

function isTooLong(input: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(input) ?? '') > limits.inputBytes;
}

/** Which field is wrong, never what stood in it. */
function fieldOf(error: z.core.$ZodError): string {
  return error.issues[0]?.path.map(String).join('.') || 'input';
}
