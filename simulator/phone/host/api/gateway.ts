import { ApiRefusal } from './convention';

/** The way to the local cloud: through the phone's own server, which knows who the user is. */
export class Gateway {
  /** Asks with JSON; a refusal of the cloud keeps its code and its words. */
  async ask(path: string, body: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`/gateway${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return read(response);
  }
}

async function read(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  if (!response.ok)
    throw new ApiRefusal(`request failed with status ${response.status}: ${text.slice(0, 200)}`);
  const answer = JSON.parse(text) as Record<string, unknown> & { errCode?: number; errMsg?: string };
  if (answer.errCode) {
    const { errCode, errMsg = '' } = answer;
    throw new ApiRefusal(errMsg.replace(/^[\w.]+:fail\s*/, ''), { errCode });
  }
  return answer;
}
