import automator from 'miniprogram-automator';
import { type Cloud, startCloud } from '../../simulator/cloud/cloud';
import { type Phone, startPhone } from '../../simulator/phone/phone';
import { mustPassAudits } from './audits';

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;

export interface OpenMiniProgram {
  readonly miniProgram: MiniProgram;
  /** Goes to a page and waits until it is on top, without the 3 s that the client's own route calls sleep. */
  visit(url: string): Promise<Page>;
  /** On our phone it rejects when a page that was open is over a limit of the audits. */
  close(): Promise<void>;
}

export interface Journey {
  /** Whether it needs nothing of the simulator. */
  readonly portable: boolean;
  /** Rules of the audits that it breaks on purpose, like `failedCalls`. */
  readonly breaks?: readonly string[];
}

/** Milliseconds DevTools may take until its automation answers; a cold start takes about a minute. [guess] */
const launchPatience = 180_000;
/** Milliseconds a page may take to come to the top. */
const routePatience = 10_000;

/**
 * The mini-program of `dist/miniprogram` behind the real miniprogram-automator, where `WEAPP_AUTOMATOR` says: without it our
 * phone on a fresh local cloud; `devtools` starts WeChat DevTools (`WEAPP_CLI`: its command-line tool, `WEAPP_PROJECT`: the
 * project's folder); an address of a WebSocket connects to what runs there. Refuses everything else by name. A journey that is not
 * portable is always on our phone. docs/portable.md
 */
export async function openMiniProgram(
  { portable, breaks = [] }: Journey,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<OpenMiniProgram> {
  const where = (portable && environment.WEAPP_AUTOMATOR) || 'phone';
  if (where === 'phone') return onPhone(breaks);
  if (where === 'devtools') return inDevtools(environment);
  if (/^wss?:\/\//.test(where)) return connected(where);
  throw new Error(`WEAPP_AUTOMATOR is phone, devtools or the address of a WebSocket, not ${where}`);
}

async function onPhone(breaks: readonly string[]): Promise<OpenMiniProgram> {
  let cloud: Cloud | undefined;
  let phone: Phone | undefined;
  const stop = async () => {
    await phone?.stop();
    await cloud?.stop();
  };
  try {
    cloud = await startCloud({ dist: 'dist' });
    phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid: 'oPortable0000000000000000001' });
    const opened = await connected(phone.automatorUrl);
    return {
      ...opened,
      close: async () => {
        try {
          await mustPassAudits(opened.miniProgram, breaks);
        } finally {
          await opened.close();
          await stop();
        }
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function inDevtools({ WEAPP_CLI, WEAPP_PROJECT }: NodeJS.ProcessEnv): Promise<OpenMiniProgram> {
  const miniProgram = await automator.launch({
    ...(WEAPP_CLI ? { cliPath: WEAPP_CLI } : {}),
    projectPath: WEAPP_PROJECT || process.cwd(),
    timeout: launchPatience,
  });
  return opened(miniProgram, () => miniProgram.close());
}

async function connected(wsEndpoint: string): Promise<OpenMiniProgram> {
  const miniProgram = await automator.connect({ wsEndpoint });
  return opened(miniProgram, async () => miniProgram.disconnect());
}

function opened(miniProgram: MiniProgram, close: () => Promise<void>): OpenMiniProgram {
  return { miniProgram, close, visit: (url) => visit(miniProgram, url) };
}

async function visit(miniProgram: MiniProgram, url: string): Promise<Page> {
  await miniProgram.callWxMethod('reLaunch', { url });
  const wanted = url.replace(/^\//, '').replace(/\?.*$/, '');
  const until = Date.now() + routePatience;
  while (Date.now() < until) {
    const page = await miniProgram.currentPage();
    if (page?.path === wanted) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not come to the top within ${routePatience / 1000} s`);
}
