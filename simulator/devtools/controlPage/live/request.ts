/** A refusal of the cloud or of the devtools: its code, and words for whoever reads the screen. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const sentences: Readonly<Record<string, string>> = {
  PHONE_NOT_RUNNING: '这部手机还没有打开，等它显示页面后再试。',
  PHONE_NOT_FOUND: '这部手机已经不在了，请刷新页面。',
  PHONE_EXISTS: '这位用户的手机已经在页面上。',
  TOO_MANY_PHONES: '页面上最多放 6 部手机，请先移走一部。',
  SNAPSHOT_NOT_FOUND: '没有这份快照，它可能已被删除。',
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks this page's server, which passes `/control` and `/logs` on to the cloud. Throws `Refused`. */
export async function request<T = unknown>(method: Method, path: string, body?: object): Promise<T> {
  const response = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) });
  const answer = (await response.json()) as T & { code?: string; message?: string };
  if (response.ok) return answer;
  const { code = '', message = '' } = answer;
  throw new Refused(code, sentences[code] ?? `没有成功：${message}`);
}
