// node --import tsx tools/recognition/train.ts: sentences/* → cloudfunctions/modules/tickets/recognition/weights.ts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { learn } from './learn';
import { readPadding, readSentences } from './sentences';

const folder = fileURLToPath(new URL('./sentences', import.meta.url));
const sentences = readSentences(folder);
const target = new URL('../../cloudfunctions/modules/tickets/recognition/weights.ts', import.meta.url);
const { scale, bytes } = learn(sentences, readPadding(folder));
const base64 = Buffer.from(bytes.buffer).toString('base64');
writeFileSync(
  target,
  [
    '// Made by tools/recognition/train.ts from tools/recognition/sentences. Do not edit.',
    `export const scale = ${scale};`,
    'export const weights =',
    `  '${base64}';`,
    '',
  ].join('\n'),
);
process.stdout.write(`${JSON.stringify({ sentences: sentences.length, characters: base64.length })}\n`);
