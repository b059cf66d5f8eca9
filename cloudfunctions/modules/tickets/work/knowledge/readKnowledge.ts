import type { ParsedOf } from '../../../../../types/contract';
import type { KnowledgeEntry } from '../../../../../types/contract/ticketDesks';
import { granted, type Outcome } from '../../../../../types/refusal';
import { type Entry, entriesOf, entriesPage } from './knowledgeStore';
import { bestFitting } from './rank';

export function entryView({ _id, question, answer, updatedAt, updatedBy }: Entry): KnowledgeEntry {
  return { entryId: _id, question, answer, updatedAt, updatedBy };
}

/** B11: answered at once from what the company has written; empty where nothing fits. Who wrote it is the staff's to know. */
export async function askKnowledge({
  communityId,
  text,
}: ParsedOf<'knowledge.ask'>): Promise<Outcome<readonly KnowledgeEntry[]>> {
  const fitting = bestFitting(await entriesOf(communityId), text);
  return granted(fitting.map((entry) => ({ ...entryView(entry), updatedBy: '' })));
}

export async function listKnowledge({
  communityId,
  after,
}: ParsedOf<'knowledge.list'>): Promise<
  Outcome<{ readonly rows: readonly KnowledgeEntry[]; readonly next?: string }>
> {
  const { rows, next } = await entriesPage(communityId, after);
  return granted({ rows: rows.map(entryView), ...(next === undefined ? {} : { next }) });
}
