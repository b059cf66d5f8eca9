import { serve } from '../../../cloudfunctions/api/serve';
import type { CollectionDeclaration } from '../../../cloudfunctions/kernel/collection';
import * as communityStore from '../../../cloudfunctions/modules/community/communityStore';
import * as homeStore from '../../../cloudfunctions/modules/community/homeStore';
import * as peopleStore from '../../../cloudfunctions/modules/people/peopleStore';
import { readById } from '../../../cloudfunctions/platform/database';
import { bumpFeeds } from '../../../cloudfunctions/platform/feeds';
import { phoneOf } from '../../../cloudfunctions/platform/phoneNumber';
import { sdk } from '../../../cloudfunctions/platform/sdk';
import { settle } from '../../../cloudfunctions/platform/settle';
import * as systemStore from '../../../cloudfunctions/platform/systemStore';

/** The product, loaded once the SDK's environment stands. */
export { bumpFeeds, phoneOf, readById, sdk, serve, settle };

const exported: readonly unknown[] = [communityStore, homeStore, peopleStore, systemStore].flatMap((store) =>
  Object.values(store),
);

/** What the build gathers in dist/database.json. */
export const collections = exported.filter(isCollection);

function isCollection(value: unknown): value is CollectionDeclaration {
  return typeof value === 'object' && value !== null && 'indexes' in value && 'rules' in value;
}
