// npm run check:weapp [-- --dist <folder>] [--parity] [--json]: the static gates on the built mini-program.
import { createRequire } from 'node:module';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { provideToolkit } from './weapp/toolkit.mjs';

const args = process.argv.slice(2);
const isOurs = !args.some((word) => word === '--dist' || word.startsWith('--dist='));
setUp({ browser: args.includes('--parity') });
if (isOurs) await build();
const modules = provideToolkit();
const { register } = await import('tsx/cjs/api');
register();
const { checkWeapp } = createRequire(import.meta.url)('./weapp/check.ts');
// Left with a word: the phone of --parity keeps the process alive otherwise.
process.exit((await checkWeapp(args, modules)) ? 0 : 1);
