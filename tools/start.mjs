// npm start, npm run phones: set-up, build, the local cloud with a few users, and their phones on one page in the browser.
// [-- --port 4600] [--state .nuanlin/demo | --memory]
import { createRequire } from 'node:module';
import { buildCloudFirst } from './build.mjs';
import { setUp } from './setup.mjs';

setUp({ browser: true });
// The demo's community is imported while the mini-program is still being built.
const { phones } = await buildCloudFirst();
const { register } = await import('tsx/cjs/api');
register();
const { runDemo } = createRequire(import.meta.url)('./demo/main.ts');
runDemo(process.argv.slice(2), phones).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
