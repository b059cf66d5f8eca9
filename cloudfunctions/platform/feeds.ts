import type { Moved } from '../kernel/changes';
import { asDatabaseError, asked } from './databaseError';
import { database } from './sdk';
import { feeds } from './systemStore';

/** After a commit: every person whose topics moved gets higher counters in the one row the phone watches. */
export async function bumpFeeds(moved: readonly Moved[]): Promise<void> {
  const topicsOf = new Map<string, Set<string>>();
  for (const { openid, topic } of moved) topicsOf.set(openid, (topicsOf.get(openid) ?? new Set()).add(topic));
  await Promise.all([...topicsOf].map(([openid, topics]) => bump(openid, [...topics])));
}

async function bump(openid: string, topics: readonly string[]): Promise<void> {
  if (await raise(openid, topics)) return;
  const first = Object.fromEntries(topics.map((topic) => [topic, 1]));
  try {
    await asked(
      database()
        .collection(feeds.name)
        .add({ data: { _id: openid, _openid: openid, topics: first } }),
    );
  } catch (error) {
    // Another commit made the row in between.
    if (asDatabaseError(error).kind !== 'duplicateKey') throw error;
    await raise(openid, topics);
  }
}

async function raise(openid: string, topics: readonly string[]): Promise<boolean> {
  const { inc } = database().command;
  const data = Object.fromEntries(topics.map((topic) => [`topics.${topic}`, inc(1)]));
  const { stats } = await asked(database().collection(feeds.name).doc(openid).update({ data }));
  return stats.updated === 1;
}
