import type { FastifyInstance } from 'fastify';
import { askCloud } from './cloudLink';
import type { PageLink } from './pageLink';
import { environmentOf } from './projectFiles';
import type { Session } from './session';

export interface SystemRouteDeps {
  readonly gatewayUrl: string;
  readonly session: Session;
  /** The folder of the built mini-program; `environment.json` lies beside it. */
  readonly miniprogram: string;
  readonly link: PageLink;
}

/**
 * What WeChat itself knows and its dialogs show: who the user is, what an order costs, how a message template is called. Asked of
 * the cloud's control interface; a cloud without one leaves the dialogs without these words.
 */
export function serveSystem(
  server: FastifyInstance,
  { gatewayUrl, session, miniprogram, link }: SystemRouteDeps,
): void {
  const control = gatewayUrl.replace(/\/gateway\/?$/, '/control');
  server.get('/phone/profile', async () => {
    const { users = [] } = (await asked(`${control}/users`)) as { users?: { openid: string }[] };
    return users.find(({ openid }) => openid === session.openid) ?? {};
  });
  server.get<{ Querystring: { package?: string } }>('/phone/order', async (request) => {
    const prepayId = (request.query.package ?? '').replace(/^prepay_id=/, '');
    const query = new URLSearchParams({ payer: session.openid, prepayId });
    const { orders = [] } = (await asked(`${control}/pay/orders?${query}`)) as { orders?: object[] };
    return orders[0] ?? {};
  });
  server.get('/phone/templates', async () => {
    const { templates = [] } = environmentOf(miniprogram);
    return { templates };
  });
  // JSON alone: a page from elsewhere would need a permission that is never given.
  server.post<{ Body: { method?: string; params?: object } }>('/phone/control', async (request, reply) => {
    const { method = '', params = {} } = request.body ?? {};
    try {
      return { result: await link.ask(`Phone.${method}`, params) };
    } catch (error) {
      return reply.code(400).send({ message: error instanceof Error ? error.message : String(error) });
    }
  });
}

async function asked(url: string): Promise<object> {
  try {
    const { status, body } = await askCloud(url);
    return status === 200 ? (JSON.parse(body.toString()) as object) : {};
  } catch {
    return {};
  }
}
