// npm run classify: what a text asks for and how urgent it is, by the model of the cloud functions. One text per line.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
const { runClassify } = createRequire(import.meta.url)('./recognition/main.ts');
await runClassify(process.argv.slice(2), process.stdin);
