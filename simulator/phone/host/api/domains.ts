import { ApiRefusal } from './convention';

type Kind = 'request' | 'uploadFile' | 'downloadFile';

/** Origins the mini-program may ask; without lists every address is allowed. */
export type Domains = Readonly<Partial<Record<Kind, readonly string[]>>>;

/** Refuses an address that is in no list, in WeChat's words, and says so in the console as DevTools does. [doc: 网络, errno 600002] */
export function checkDomain(domains: Domains | undefined, kind: Kind, url: string): void {
  if (!domains || !URL.canParse(url)) return;
  const { origin } = new URL(url);
  if (domains[kind]?.some((one) => URL.canParse(one) && new URL(one).origin === origin)) return;
  console.error(`${origin} 不在以下 ${kind} 合法域名列表中`, domains[kind] ?? []);
  throw new ApiRefusal('url not in domain list', { errno: 600002 });
}
