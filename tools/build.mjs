// npm run build: everything that is shipped, into dist. What has not changed since the last build is left alone.
import { fileURLToPath } from 'node:url';
import { buildDeclarations } from './bundle/declarations.mjs';
import { buildFunctions } from './bundle/functions.mjs';
import { buildMiniprogram } from './bundle/miniprogram.mjs';
import { setUp } from './setup.mjs';

/** Builds what is stale; returns the names of the parts that were built. */
export async function build() {
  setUp();
  const parts = { functions: buildFunctions, declarations: buildDeclarations, miniprogram: buildMiniprogram };
  const built = [];
  for (const [name, make] of Object.entries(parts)) if (await make()) built.push(name);
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await build();
  process.stderr.write(
    built.length > 0 ? `Built ${built.join(', ')}.\n` : 'Nothing to build: all is fresh.\n',
  );
}
