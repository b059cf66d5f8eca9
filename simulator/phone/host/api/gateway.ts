import { network } from '../system/network';
import { ApiRefusal } from './convention';

/** The way to the local cloud: through the phone's own server, which knows who the user is. */
export class Gateway {
  /** Asks with JSON; a refusal of the cloud keeps its code and its words. */
  async ask(path: string, body: unknown): Promise<Record<string, unknown>> {
    const response = await network.fetch(`/gateway${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return read(response.status, await response.text());
  }

  /** Reads what the cloud keeps for this user. */
  async look(path: string): Promise<Record<string, unknown>> {
    const response = await network.fetch(`/gateway${path}`);
    return read(response.status, await response.text());
  }

  /** Sends a file over `request`, whose progress the caller may watch. */
  async upload(request: XMLHttpRequest, cloudPath: string, content: Blob): Promise<Record<string, unknown>> {
    await network.pass(content.size);
    return new Promise((resolve, reject) => {
      request.open('POST', `/gateway/upload?path=${encodeURIComponent(cloudPath)}`);
      request.setRequestHeader('content-type', content.type || 'application/octet-stream');
      request.addEventListener('load', () => {
        try {
          resolve(read(request.status, request.responseText));
        } catch (error) {
          reject(error);
        }
      });
      request.addEventListener('abort', () => reject(new ApiRefusal('abort')));
      request.addEventListener('error', () => reject(new ApiRefusal('network error')));
      request.send(content);
    });
  }
}

function read(status: number, text: string): Record<string, unknown> {
  if (status >= 300) throw new ApiRefusal(`request failed with status ${status}: ${text.slice(0, 200)}`);
  const answer = JSON.parse(text) as Record<string, unknown> & { errCode?: number; errMsg?: string };
  if (!answer.errCode) return answer;
  const { errCode, errMsg = '' } = answer;
  throw new ApiRefusal(errMsg.replace(/^[\w.]+:fail\s*/, ''), { errCode });
}
