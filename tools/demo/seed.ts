import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const script = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const [collection, id, data] = JSON.parse(process.argv[1]);
cloud.database().collection(collection).doc(id).set({ data }).then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
`;

/** The product's first data, written as a developer's own script would: with the real SDK, in a process of its own. */
export async function seedDemo(env: Readonly<Record<string, string>>): Promise<void> {
  const document = ['communities', 'yunqi', { name: '云栖苑' }];
  await promisify(execFile)(process.execPath, ['-e', script, JSON.stringify(document)], {
    env: { ...process.env, ...env },
  });
}
