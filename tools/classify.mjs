// npm run classify: what a text asks for and how urgent it is, by the model of the cloud functions. One text per line.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
const require = createRequire(import.meta.url);
const { runClassify } = require('./recognition/main.ts');
const { runCommand } = require('./options.ts');
await runCommand(() => runClassify(process.argv.slice(2), process.stdin));
