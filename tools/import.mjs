// npm run import -- --file x.xlsx --community yunqi: a spreadsheet into a community, from a terminal. docs/going-live.md
import { createRequire } from 'node:module';
import { setUp } from './setup.mjs';

setUp();
const { register } = await import('tsx/cjs/api');
register();
const { runImport } = createRequire(import.meta.url)('./import/main.ts');
process.exitCode = await runImport(process.argv.slice(2));
process.exit();
