// npm run simulate:payments: a community lives through seeded months in this very process (docs/simulation.md).
import { createRequire } from 'node:module';
import { setUp } from './setup.mjs';

setUp();
const { register } = await import('tsx/cjs/api');
register();
const { runSimulation } = createRequire(import.meta.url)('../tests/simulation/payments/main.ts');
process.exitCode = await runSimulation(process.argv.slice(2));
