import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../../cloudfunctions/api/serve';
import type { CollectionDeclaration } from '../../../cloudfunctions/kernel/collection';
import { amend } from '../../../cloudfunctions/platform/amend';
import { readById } from '../../../cloudfunctions/platform/database';
import { bumpFeeds } from '../../../cloudfunctions/platform/feeds';
import { jobOf } from '../../../cloudfunctions/platform/jobStore';
import { runJobs, startJob } from '../../../cloudfunctions/platform/jobs';
import { phoneOf } from '../../../cloudfunctions/platform/phoneNumber';
import { sdk } from '../../../cloudfunctions/platform/sdk';
import { settle } from '../../../cloudfunctions/platform/settle';
import { dueHandlers } from '../../../cloudfunctions/tick/handlers';
import { runTick } from '../../../cloudfunctions/tick/runTick';

/** The product, loaded once the SDK's environment stands. */
export {
  amend,
  bumpFeeds,
  dueHandlers,
  jobOf,
  phoneOf,
  readById,
  runJobs,
  runTick,
  sdk,
  serve,
  settle,
  startJob,
};

const cloudfunctions = join(__dirname, '../../../cloudfunctions');

/** Every `…Store.ts` of the cloud, as the build finds them. */
const stores = readdirSync(cloudfunctions, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('Store.ts'),
);

/** What the build gathers in dist/database.json. */
export const collections = stores
  .flatMap((file): unknown[] => Object.values(require(join(cloudfunctions, file))))
  .filter(isCollection);

function isCollection(value: unknown): value is CollectionDeclaration {
  return typeof value === 'object' && value !== null && 'indexes' in value && 'rules' in value;
}
