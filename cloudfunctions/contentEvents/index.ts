import { settleVerdict } from '../modules/tickets';
import { mediaVerdictIn } from '../platform/contentCheck';
import { identity, isMessagePush } from '../platform/identity';
import { realPorts } from '../platform/ports';

/** What WeChat's message push takes as an answer. */
const heard = 'success';

/** WeChat tells what it thinks of a photo or a recording (`wxa_media_check`). Anybody else gets nothing done. */
export async function main(event: unknown): Promise<typeof heard> {
  const verdict = isMessagePush(identity()) ? mediaVerdictIn(event) : undefined;
  try {
    if (verdict) await settleVerdict(verdict, realPorts);
  } catch (error) {
    // WeChat tells once; the tick asks again about what stays pending.
    realPorts.log({ level: 'bug', what: 'contentEvent', incident: realPorts.newId(), error });
  }
  return heard;
}
