/** A phone's log-in at the local cloud: an explicit choice of a simulated WeChat user. */
export interface Session {
  readonly session: string;
  readonly openid: string;
  readonly unionid?: string;
  readonly appid: string;
  readonly envId: string;
}

/** Logs in as `openid`; a user the cloud does not know yet is made. Fails with the cloud's own words. */
export async function logIn(gatewayUrl: string, openid: string): Promise<Session> {
  const response = await fetch(`${gatewayUrl}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, create: true }),
  });
  const answer = (await response.json()) as Session & { errCode?: number; errMsg?: string };
  if (!response.ok || answer.errCode || !answer.session) {
    throw new Error(
      `the cloud at ${gatewayUrl} refused the log-in of ${openid}: ${answer.errMsg ?? response.status}`,
    );
  }
  return answer;
}
