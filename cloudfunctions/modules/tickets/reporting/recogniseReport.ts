import type { ParsedOf } from '../../../../types/contract';
import type { Recognised } from '../../../../types/contract/tickets';
import { firstCall } from '../../../../types/firstCall';
import { granted, type Outcome } from '../../../../types/refusal';
import { isSure, recognise } from '../recognition/recognise';

/** What a text seems to be about (B1). Reads nothing, keeps nothing. */
export async function recogniseReport({ text }: ParsedOf<'tickets.recognise'>): Promise<Outcome<Recognised>> {
  const found = recognise(text);
  const { type, problem, urgency } = found;
  const call = firstCall(text, problem, urgency);
  return granted({ type, problem, urgency, isSureOf: isSure(found), ...call });
}
