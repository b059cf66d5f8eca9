import type { ParsedOf } from '../../../../../types/contract';
import type { KnowledgeEntry } from '../../../../../types/contract/ticketDesks';
import { granted, refused } from '../../../../../types/refusal';
import { staffIdIn } from '../../../../kernel/caller';
import { changes, remove, save } from '../../../../kernel/changes';
import { toDo, toRefuse } from '../../../../kernel/decision';
import { limits } from '../../../../kernel/limits';
import type { Changing } from '../../../../kernel/routes';
import { staffMemberById } from '../../../people';
import { countEntries, entryById, knowledge } from './knowledgeStore';
import { entryView } from './readKnowledge';

interface Made {
  readonly entryId: string;
}

/** B11: writes a new entry, or an old one anew. Refuses NOT_ALLOWED for another community's, KNOWLEDGE_FULL. */
export const saveKnowledge: Changing<ParsedOf<'knowledge.save'>, void, Made, KnowledgeEntry> = {
  async decide({ communityId, entryId, question, answer }, { caller, now, newId }) {
    const staffId = staffIdIn(caller, communityId);
    const [before, member, known] = await Promise.all([
      entryId === undefined ? undefined : entryById(entryId),
      staffId === undefined ? undefined : staffMemberById(staffId),
      entryId === undefined ? countEntries(communityId) : 0,
    ]);
    if (!member || (entryId !== undefined && before?.communityId !== communityId))
      return toRefuse('NOT_ALLOWED');
    if (known >= limits.knowledgePerCommunity) return toRefuse('KNOWLEDGE_FULL');
    const _id = entryId ?? newId();
    const entry = { _id, communityId, question, answer, updatedAt: now, updatedBy: member.name };
    return toDo(
      { entryId: _id },
      changes({
        writes: [save(knowledge, before, entry)],
        audit: [noteOf('knowledgeSaved', communityId, _id)],
      }),
    );
  },
  async answer({ entryId }) {
    const entry = await entryById(entryId);
    return entry ? granted(entryView(entry)) : refused('NOT_ALLOWED');
  },
};

/** Takes an entry away; one that is gone is gone. Refuses NOT_ALLOWED for another community's. */
export const removeKnowledge: Changing<ParsedOf<'knowledge.remove'>, void, Made, Made> = {
  async decide({ communityId, entryId }) {
    const entry = await entryById(entryId);
    if (!entry) return toDo({ entryId }, changes({}));
    if (entry.communityId !== communityId) return toRefuse('NOT_ALLOWED');
    const audit = [noteOf('knowledgeRemoved', communityId, entryId)];
    return toDo({ entryId }, changes({ writes: [remove(knowledge, entry)], audit }));
  },
  answer: async (made) => granted(made),
};

function noteOf(what: string, communityId: string, entryId: string) {
  return { what, beneficiary: { communityId }, subjects: [`knowledge/${entryId}`] };
}
