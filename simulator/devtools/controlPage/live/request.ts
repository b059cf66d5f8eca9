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
  SCENARIO_EXISTS: '已经有叫这个名字的场景，请换一个名字。',
  SCENARIO_NOT_FOUND: '没有这个场景，它可能已被删除。',
  NOTHING_TO_PAY: '手机上没有等着付的款，请先在手机里点付款。',
  CLOUD_NOT_ANSWERING: '本地云没有回应，请看终端里它是否还在运行。',
  NOT_ANSWERING: '模拟器没有回应，请在终端里重新运行 npm start。',
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks this page's server, which passes `/control` and `/logs` on to the cloud. Throws `Refused`. */
export async function request<T = unknown>(method: Method, path: string, body?: object): Promise<T> {
  const response = await answerTo(method, path, body);
  return (await response.json()) as T;
}

/** The bytes at a path. Throws `Refused`. */
export async function requestBlob(path: string): Promise<Blob> {
  return (await answerTo('GET', path)).blob();
}

async function answerTo(method: Method, path: string, body?: object): Promise<Response> {
  const response = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) }).catch(() => {
    throw refusal('NOT_ANSWERING', '');
  });
  if (response.ok) return response;
  const { code = '', message = '' } = (await response.json()) as { code?: string; message?: string };
  throw refusal(code, message);
}

function refusal(code: string, message: string): Refused {
  return new Refused(code, sentences[code] ?? `没有成功：${message}`);
}
