// npm run cloud: the local WeChat Cloud, in this very process, so that a signal to it reaches the server.
import { setUp } from './setup.mjs';

setUp();
const { register } = await import('tsx/esm/api');
register();
await import('../simulator/cloud/main.ts');
