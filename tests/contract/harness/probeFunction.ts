import { type ProbeEvent, runProbe } from './probe';
import type { Doc, Sdk } from './sdk';

const cloud = require('wx-server-sdk') as Sdk;
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** With `{"probe": "run"}` it runs the checks; with anything else it echoes, for the checks that call a function. */
export async function main(event: ProbeEvent & Doc, context: Doc): Promise<unknown> {
  if (event.probe === 'run') return runProbe(cloud, String(context.function_name), event);
  return { event, context, wx: cloud.getWXContext(), now: Date.now() };
}
