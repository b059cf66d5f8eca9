import { randomUUID } from 'node:crypto';
import type { ActionName, InputOf, OutputOf } from '../../types/contract';
import type { Outcome } from '../../types/refusal';

/** A person's requests, as their phone sends them. */
export class DemoPhone {
  private constructor(
    private readonly gatewayUrl: string,
    private readonly session: string,
  ) {}

  static async of(gatewayUrl: string, openid: string): Promise<DemoPhone> {
    const { session } = await post<{ session: string }>(`${gatewayUrl}/login`, undefined, { openid });
    return new DemoPhone(gatewayUrl, session);
  }

  /** What `<button open-type="getPhoneNumber">` gives. */
  async phoneCode(): Promise<string> {
    const { code } = await post<{ code: string }>(`${this.gatewayUrl}/phoneCode`, this.session, {});
    return code;
  }

  async ask<A extends ActionName>(action: A, input: InputOf<A>): Promise<OutputOf<A>> {
    const requestId = `demo-${randomUUID()}`;
    const call = { name: 'api', data: { action, input, requestId } };
    const answer = await post<Answer<OutputOf<A>>>(`${this.gatewayUrl}/call`, this.session, call);
    const { result } = answer;
    if (!result) throw new Error(`${action}: ${answer.errMsg}`);
    if (!result.ok) throw new Error(`${action}: ${result.refusal.sentence}`);
    return result.value;
  }
}

interface Answer<T> {
  /** Absent where the function itself failed. */
  readonly result?: Outcome<T>;
  readonly errMsg: string;
}

async function post<T>(url: string, session: string | undefined, body: unknown): Promise<T> {
  const headers = {
    'content-type': 'application/json',
    ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
