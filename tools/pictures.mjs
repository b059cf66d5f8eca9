// npm run pictures: the README's pictures (docs/pictures), taken from the running product in the demo community.
import { createRequire } from 'node:module';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';

setUp({ browser: true });
await build();
const { register } = await import('tsx/cjs/api');
register();
const { takePictures } = createRequire(import.meta.url)('./demo/pictures.ts');
await takePictures();
process.exit();
