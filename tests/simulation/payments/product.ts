import type { CollectionDeclaration } from '../../../cloudfunctions/kernel/collection';
import type { Product } from './world';

type Loaded = typeof import('../../system/product/product');

/** The product's own code, loaded once the SDK's environment stands. */
function loaded(): Loaded {
  return require('../../system/product/product') as Loaded;
}

/** What `dist/database.json` says. */
export function declaredCollections(): readonly CollectionDeclaration[] {
  return loaded().collections;
}

/** The functions of the product as its own entries run them, with the ports of the simulation. */
export function openDoors(): Product {
  const { serve, runJobs } = loaded();
  const { jobHandlers } =
    require('../../../cloudfunctions/job/handlers') as typeof import('../../../cloudfunctions/job/handlers');
  return {
    serve,
    tick: async () => undefined,
    job: (ports) => runJobs(jobHandlers, ports, () => true),
    notify: async () => ({ errcode: 0 }),
  };
}
