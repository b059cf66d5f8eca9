import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const script = `
const cloud = require('wx-server-sdk');
const [collection, { _id, ...fields }] = JSON.parse(process.argv[1]);
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
cloud.database().collection(collection).doc(_id).set({ data: fields }).then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
`;

/** Writes one document as a developer's own script would: the real SDK, in a process of its own, with the cloud's environment. */
export async function seed(
  env: Readonly<Record<string, string>>,
  collection: string,
  document: Readonly<Record<string, unknown>> & { readonly _id: string },
): Promise<void> {
  await promisify(execFile)(process.execPath, ['-e', script, JSON.stringify([collection, document])], {
    env: { ...process.env, ...env },
  });
}
