// npm run phone -- --user <openid> [--gateway <url>] [--automator <port>] [--miniprogram <folder>]
//   [--network online|slow|offline] [--font standard|large|extraLarge] [--theme light|dark] [--privacy <kinds with commas between>]
// One headless phone on a running cloud.
import { createRequire } from 'node:module';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';

setUp({ browser: true });
if (!process.argv.includes('--miniprogram')) await build();
const { register } = await import('tsx/cjs/api');
register();
createRequire(import.meta.url)('../simulator/phone/main.ts');
