import cloud from 'wx-server-sdk';

let connected: ReturnType<typeof cloud.database> | undefined;

/** The database of the environment this function runs in. */
function database() {
  if (!connected) {
    // The SDK's own typings forget that `env` takes this symbol.
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
    connected = cloud.database();
  }
  return connected;
}

/** The document that `where` names, or undefined; for collections where there is one at most. */
export async function findOne(collection: string, where: Record<string, unknown>): Promise<unknown> {
  const found = await database().collection(collection).where(where).limit(1).get();
  if (typeof found !== 'object') throw new Error(`reading ${collection} gave no answer`);
  return found.data[0];
}
