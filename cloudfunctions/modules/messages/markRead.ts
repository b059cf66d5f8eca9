import type { ParsedOf } from '../../../types/contract';
import { granted } from '../../../types/refusal';
import { type Changes, changes, replace, save } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { countUnread } from './listInbox';
import { inbox, inboxMarkOf, inboxMarks, inboxRowsByIds } from './messagesStore';

/** Marks some of one's own messages as read, or all there are now. Others' are left alone without a word. */
export const markRead: Changing<
  ParsedOf<'messages.markRead'>,
  undefined,
  { readonly openid: string },
  { readonly unread: number }
> = {
  async decide({ messageIds }, context) {
    const { openid } = context.caller;
    const done = messageIds === 'all' ? await markAll(context) : await markSome(messageIds, context);
    return toDo({ openid }, done);
  },
  answer: async ({ openid }) => granted({ unread: await countUnread(openid) }),
};

async function markAll({ caller: { openid }, now }: Context): Promise<Changes> {
  const mark = await inboxMarkOf(openid);
  if (mark && mark.readUpTo >= now) return changes({});
  return changes({
    writes: [save(inboxMarks, mark, { _id: openid, readUpTo: now })],
    audit: [{ what: 'inboxRead', beneficiary: { openid }, subjects: [`inboxMarks/${openid}`] }],
    topics: [{ openid, topic: 'messages' }],
  });
}

async function markSome(ids: readonly string[], { caller: { openid } }: Context): Promise<Changes> {
  const rows = (await inboxRowsByIds(ids)).filter((row) => row.openid === openid && !row.isRead);
  if (rows.length === 0) return changes({});
  return changes({
    writes: rows.map((row) => replace(inbox, row, { ...row, isRead: true })),
    audit: [
      { what: 'messagesRead', beneficiary: { openid }, subjects: rows.map(({ _id }) => `inbox/${_id}`) },
    ],
    topics: [{ openid, topic: 'messages' }],
  });
}
