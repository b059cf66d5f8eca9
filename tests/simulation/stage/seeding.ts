import type { StageCloud } from './stageCloud';

type Documents = readonly object[];

/** Puts these documents into their collections before anything happens, each as its version 1 where it names no other. */
export async function putDocuments(
  cloud: StageCloud,
  documentsOf: Readonly<Record<string, Documents>>,
): Promise<void> {
  for (const [collectionName, documents] of Object.entries(documentsOf)) {
    const data = documents.map((document) => JSON.stringify({ version: 1, ...document }));
    const body = Buffer.from(JSON.stringify({ action: 'database.insertDocument', collectionName, data }));
    const { body: answer } = await cloud.answer({ 'content-type': 'application/json' }, body, {});
    if (!String(answer).includes('insertedIds')) throw new Error(`${collectionName}: ${String(answer)}`);
  }
}
