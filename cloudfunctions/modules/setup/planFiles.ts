import { gunzipSync, gzipSync } from 'node:zlib';
import { keepFile, readFile } from '../../platform/files';
import type { ImportBase, ImportRecord, PlannedStep } from './importRecord';

/**
 * What an import will do and what it states lie as packed files beside the uploaded one: some tens of thousands of rows are files, not
 * documents. Only functions can read them. Kept again, they are the same.
 */
export function keepPlan(
  record: ImportRecord,
  number: number,
  steps: readonly PlannedStep[],
): Promise<string> {
  return keepPacked(record, `plan-${number}`, steps);
}

export function keepBase(record: ImportRecord, base: ImportBase): Promise<string> {
  return keepPacked(record, 'base', base);
}

export function readPlan(fileId: string): Promise<readonly PlannedStep[]> {
  return readPacked(fileId);
}

export function readBase(fileId: string): Promise<ImportBase> {
  return readPacked(fileId);
}

function keepPacked({ communityId, _id }: ImportRecord, name: string, content: unknown): Promise<string> {
  return keepFile(`imports/${communityId}/${_id}/${name}.json.gz`, gzipSync(JSON.stringify(content)));
}

async function readPacked<T>(fileId: string): Promise<T> {
  const bytes = await readFile(fileId);
  if (!bytes) throw new Error(`${fileId} is not there`);
  return JSON.parse(gunzipSync(bytes).toString('utf8')) as T;
}
