// npm run cloud: the local WeChat Cloud, in this very process, so that a signal to it reaches the server.
import { createRequire } from 'node:module';
import { setUp } from './setup.mjs';

setUp();
const { register } = await import('tsx/cjs/api');
register();
const { runCloud } = createRequire(import.meta.url)('../simulator/cloud/main.ts');
await runCloud(process.argv.slice(2));
