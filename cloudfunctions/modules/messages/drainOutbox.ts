import { dayOf, type Instant } from '../../../types/day';
import { limits } from '../../kernel/limits';
import type { MessageIntent } from '../../kernel/message';
import type { Ports } from '../../kernel/ports';
import { bumpFeeds } from '../../platform/feeds';
import { alone } from '../../platform/lease';
import { addOnce, changeWhere, removeOne } from '../../platform/messages/directWrites';
import { type Outgoing, outbox } from '../../platform/systemStore';
import { inbox, waitingOutgoing } from './messagesStore';
import { writeDownMissed } from './missed';
import { pagePath } from './pages';
import { type Recipient, recipientsOf } from './recipients';
import { remind } from './remind';
import { worded, wordings } from './wording';

/**
 * Tells people what has been committed: puts every message in its inbox exactly once, reminds on WeChat at least once, and writes
 * down whom it has not reached. One drainer at a time; a killed one leaves all it has not finished to the next. Called by the tick
 * with how many commits' messages it may look at, at most 100; gives whether some are left for it (none, where another drainer is
 * at work). When nothing waits it is one read.
 */
export async function drainOutbox(ports: Ports, limit: number): Promise<{ readonly more: boolean }> {
  const began = ports.now();
  if ((await waitingOutgoing(began, 1)).length === 0) return { more: false };
  let more = false;
  await alone(
    'outbox',
    limits.outboxLease,
    async () => {
      more = await tellAll(await waitingOutgoing(began, limit), { began, limit }, ports);
    },
    ports,
  );
  return { more };
}

/** Whether some may be left. Half the lease is kept for the one that is being told. */
async function tellAll(
  waiting: readonly Outgoing[],
  { began, limit }: { readonly began: Instant; readonly limit: number },
  ports: Ports,
): Promise<boolean> {
  for (const outgoing of waiting) {
    if (ports.now() - began > limits.outboxLease / 2) return true;
    await tellSafely(outgoing, ports);
  }
  return waiting.length === limit;
}

/** One that cannot be told must not keep the others waiting. */
async function tellSafely(outgoing: Outgoing, ports: Ports): Promise<void> {
  try {
    await tell(outgoing, ports);
  } catch (error) {
    const incident = ports.newId();
    const isStuck = (outgoing.attempts ?? 0) + 1 >= limits.reminderAttempts;
    ports.log({ level: isStuck ? 'bug' : 'warning', what: 'drainOutbox', incident, error });
    await putOff(outgoing, isStuck ? { state: 'stuck' } : {}, ports);
  }
}

/** One message to one person. */
interface Letter {
  /** `n·openid` */
  readonly key: string;
  readonly intent: MessageIntent;
  readonly recipient: Recipient;
}

async function tell(outgoing: Outgoing, ports: Ports): Promise<void> {
  const letters = await lettersOf(outgoing, ports.now());
  await deliver(outgoing, letters, ports);
  const reminded = new Set(outgoing.reminded);
  const isLast = (outgoing.attempts ?? 0) + 1 >= limits.reminderAttempts;
  let isOpen = false;
  for (const letter of letters) {
    if (reminded.has(letter.key)) continue;
    const ended = await reach(letter, outgoing, isLast, ports);
    if (!ended) {
      isOpen = true;
      continue;
    }
    reminded.add(letter.key);
    if (reminded.size < letters.length)
      await changeWhere(outbox, { _id: outgoing._id }, { reminded: [...reminded] });
  }
  if (isOpen) await putOff(outgoing, {}, ports);
  else await removeOne(outbox, outgoing._id);
}

async function lettersOf(outgoing: Outgoing, now: Instant): Promise<readonly Letter[]> {
  const letters: Letter[] = [];
  for (const [n, intent] of outgoing.intents.entries()) {
    const recipients = await recipientsOf(intent.to, outgoing.communityId, dayOf(now));
    for (const recipient of recipients) {
      const who = recipient.openid ?? recipient.residentId ?? recipient.staffId ?? intent.to.duty ?? '';
      letters.push({ key: `${n}·${who}`, intent, recipient });
    }
  }
  return letters;
}

/** Into the inboxes; who got something new is told so by the feed. */
async function deliver(outgoing: Outgoing, letters: readonly Letter[], ports: Ports): Promise<void> {
  const news: string[] = [];
  for (const { key, intent, recipient } of letters) {
    const { openid } = recipient;
    if (openid === undefined) continue;
    const page = pagePath(intent.page);
    const isNew = await addOnce(inbox, {
      _id: `${outgoing._id}·${key}`,
      openid,
      ...(outgoing.communityId === undefined ? {} : { communityId: outgoing.communityId }),
      kind: intent.kind,
      ...worded(intent),
      ...(page === undefined ? {} : { page }),
      at: outgoing.at,
      isRead: false,
    });
    if (isNew) news.push(openid);
  }
  try {
    await bumpFeeds(news.map((openid) => ({ openid, topic: 'messages' })));
  } catch (error) {
    ports.log({ level: 'warning', what: 'feedsNotBumped', facts: { action: 'drainOutbox' }, error });
  }
}

/** Whether this letter has come to its end: reached, or written down as not reached. */
async function reach(letter: Letter, outgoing: Outgoing, isLast: boolean, ports: Ports): Promise<boolean> {
  const { intent, recipient, key } = letter;
  const { openid } = recipient;
  const reminded =
    openid === undefined
      ? ({ kind: 'notReached', reason: 'noAccount' } as const)
      : await remind(openid, intent, outgoing, ports);
  if (reminded.kind === 'reached') return true;
  if (reminded.kind === 'later' && !isLast) return false;
  const reason = reminded.kind === 'later' ? 'failed' : reminded.reason;
  if (mustBeTold(intent, openid))
    await writeDownMissed({ id: `${outgoing._id}·${key}`, intent, recipient, reason }, outgoing, ports);
  return true;
}

/** What nobody has to know is in the inbox of those who have one; that nobody at all is there is written down, but for receipts. */
function mustBeTold({ kind }: MessageIntent, openid: string | undefined): boolean {
  const { mustReach, isReceipt } = wordings[kind];
  return mustReach === true || (openid === undefined && isReceipt !== true);
}

async function putOff(
  { _id, attempts = 0 }: Outgoing,
  more: Pick<Partial<Outgoing>, 'state'>,
  ports: Ports,
): Promise<void> {
  const pause = limits.reminderRetry * 2 ** attempts;
  const notBefore = (ports.now() + pause) as Instant;
  await changeWhere(outbox, { _id }, { attempts: attempts + 1, notBefore, ...more });
}
