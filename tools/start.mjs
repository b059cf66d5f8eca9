// npm start, npm run phones: set-up, build, the local cloud with a few users, and their phones on one page in the browser.
// [-- --port 4600] [--state .nuanlin/demo | --memory]
import { createRequire } from 'node:module';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';

setUp({ browser: true });
await build();
const { register } = await import('tsx/cjs/api');
register();
const { runDemo } = createRequire(import.meta.url)('./demo/main.ts');
runDemo(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
