import type { Doc } from './sdk';

export interface Identity {
  readonly session: string;
  readonly openid: string;
  readonly unionid?: string;
  readonly appid: string;
  readonly envId: string;
}

/** One phone at the gateway: what `wx.cloud` gives inside WeChat, over HTTP. A refusal is thrown as `wx.cloud` throws it. */
export class Phone {
  private constructor(
    private readonly gatewayUrl: string,
    readonly identity: Identity,
  ) {}

  static async logIn(gatewayUrl: string, user: Doc): Promise<Phone> {
    const identity = await send(`${gatewayUrl}/login`, {}, JSON.stringify(user));
    return new Phone(gatewayUrl, identity as unknown as Identity);
  }

  get openid(): string {
    return this.identity.openid;
  }

  post(route: string, body: Doc = {}): Promise<Doc> {
    return send(`${this.gatewayUrl}/${route}`, this.headers(), JSON.stringify(body));
  }

  async get(route: string): Promise<Doc> {
    return read(await fetch(`${this.gatewayUrl}/${route}`, { headers: this.headers() }));
  }

  async call(name: string, data: Doc = {}): Promise<Doc> {
    const { result } = await this.post('call', { name, data });
    return result as Doc;
  }

  database(action: string, params: Doc): Promise<Doc> {
    return this.post('database', { action: `database.${action}`, ...params });
  }

  /** Rows of a `where` as the client library asks for them. */
  async find(collectionName: string, query: Doc, more: Doc = {}): Promise<Doc[]> {
    const answer = await this.database('getDocument', {
      collectionName,
      queryType: 'WHERE',
      query: JSON.stringify(query),
      ...more,
    });
    const { list } = (answer.data ?? answer) as { list: string[] };
    return list.map((text) => JSON.parse(text) as Doc);
  }

  async upload(path: string, bytes: Uint8Array): Promise<string> {
    const url = `${this.gatewayUrl}/upload?path=${encodeURIComponent(path)}`;
    const headers = { ...this.headers(), 'content-type': 'application/octet-stream' };
    const { fileID } = await send(url, headers, bytes);
    return fileID as string;
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.identity.session}` };
  }
}

async function send(
  url: string,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBufferLike>,
): Promise<Doc> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as BodyInit,
  });
  return read(answer);
}

async function read(answer: Response): Promise<Doc> {
  const content = JSON.parse(await answer.text()) as Doc;
  if (content.errCode || !answer.ok) {
    const errMsg = String(content.errMsg ?? content.message ?? answer.statusText);
    throw Object.assign(new Error(errMsg), {
      errCode: content.errCode ?? answer.status,
      errMsg,
      code: content.code,
    });
  }
  return content;
}
