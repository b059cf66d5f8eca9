/** Who makes a call, as the platform knows it. A function never states this itself: it only holds a token. */
export interface Caller {
  /** The simulated WeChat user at the beginning of the chain; absent for timers, payment results and outside scripts. */
  readonly openid?: string;
  readonly unionid?: string;
  readonly appid: string;
  /** `wx_client`, `wx_trigger`, `wx_paycallback`, `wx_http`, … and `,scf` for each function on the way. */
  readonly source: string;
  readonly clientIp: string;
  /** The function that holds the token; absent for an outside script. */
  readonly functionName?: string;
  /** `permissions.openapi` of that function's config.json; undefined allows everything (an outside script is the developer). */
  readonly openapiPermissions?: readonly string[];
  readonly invocationId?: string;
}

/** Mints one token per invocation (`WX_API_TOKEN`) and looks identity up from it, so that none can be forged. */
export class Callers {
  private readonly byToken = new Map<string, Caller>();

  constructor(
    private readonly newToken: () => string,
    private readonly appid: string,
  ) {}

  mint(caller: Caller): string {
    const token = this.newToken();
    this.byToken.set(token, caller);
    return token;
  }

  /** The invocation is over: its token opens nothing any more. */
  revoke(token: string): void {
    this.byToken.delete(token);
  }

  /** The state has been replaced: no invocation of the old one may write into the new one. */
  revokeAll(): void {
    this.byToken.clear();
  }

  /** The caller a token was minted for. No token at all is an outside script with the developer's rights. */
  find(token: string | undefined): Caller | undefined {
    if (!token) return { appid: this.appid, source: '', clientIp: '127.0.0.1' };
    return this.byToken.get(token);
  }
}
