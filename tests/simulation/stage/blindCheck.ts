import type { Distort } from './stage';

/**
 * A sabotage that shows what the simulation is worth: within a transaction every document seems to be at the version that its
 * function read before, so the commit's comparison of versions finds nothing wrong.
 */
export function blindVersionCheck(): Distort {
  const seen = new Map<string, unknown>();
  return (actor, { action, collection, transactionId }, answer) => {
    if (action !== 'database.getDocument') return answer;
    const envelope = JSON.parse(String(answer.body)) as { data?: { list: string[] } };
    const key = (id: unknown) => `${actor.number} ${collection} ${String(id)}`;
    const documents = (envelope.data?.list ?? []).map((text) => JSON.parse(text) as Record<string, unknown>);
    if (!transactionId) {
      for (const { _id, version } of documents) seen.set(key(_id), version);
      return answer;
    }
    const blinded = documents.map((document) => {
      const name = key(document._id);
      return JSON.stringify(seen.has(name) ? { ...document, version: seen.get(name) } : document);
    });
    return { ...answer, body: JSON.stringify({ ...envelope, data: { list: blinded } }) };
  };
}
