// npm run build: everything that is shipped, into dist. What has not changed since the last build is left alone.
import { fileURLToPath } from 'node:url';
import { buildDeclarations } from './bundle/declarations.mjs';
import { buildFunctions } from './bundle/functions.mjs';
import { buildMiniprogram } from './bundle/miniprogram.mjs';
import { setUp } from './setup.mjs';

const cloud = { functions: buildFunctions, declarations: buildDeclarations };
const all = { ...cloud, miniprogram: buildMiniprogram };

/** Builds what is stale, of all or of these parts; returns the names of the parts that were built. */
export async function build(parts = all) {
  setUp();
  const built = [];
  for (const [name, make] of Object.entries(parts)) if (await make()) built.push(name);
  return built;
}

/** Builds what the cloud runs, then begins with the mini-program, which takes longest: `phones` is over when it is there. */
export async function buildCloudFirst() {
  await build(cloud);
  const phones = buildMiniprogram();
  // Heard of where it is awaited.
  phones.catch(() => undefined);
  return { phones };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await build();
  process.stderr.write(
    built.length > 0 ? `Built ${built.join(', ')}.\n` : 'Nothing to build: all is fresh.\n',
  );
}
