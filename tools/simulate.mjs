// npm run simulate:payments, simulate:tickets: a community lives through seeded months in this very process (docs/simulation.md).
import { createRequire } from 'node:module';
import { setUp } from './setup.mjs';

setUp();
const { register } = await import('tsx/cjs/api');
register();
const [which, ...options] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { runSimulation } = require(`../tests/simulation/${which}/main.ts`);
const { runCommand } = require('./options.ts');
await runCommand(() => runSimulation(options));
