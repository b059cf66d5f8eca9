import { TestDatabase } from '../database/testDatabase';
import { type User, UserService } from '../users/service';
import type { Outgoing, WatchEvent } from './messages';
import { WatchService } from './service';

const own = 'doc._openid == auth.openid';

/** For tests: watching over a real database, with clients that are only a list of what they were sent. */
export class TestWatch {
  readonly database = new TestDatabase({
    database: {
      collections: [
        { name: 'todos', rules: { read: own, write: own } },
        { name: 'news', rules: { read: true, write: false } },
        { name: 'hidden' },
      ],
    },
  });
  readonly users: UserService;
  readonly service: WatchService;
  readonly user: User;

  constructor() {
    this.users = new UserService(this.database.context);
    this.service = new WatchService(this.database.context, {
      database: this.database.service.engine,
      users: this.users,
    });
    this.user = this.users.create({ name: 'wang' });
  }

  client(): TestClient {
    return new TestClient(this.service);
  }

  /** A client that has logged in as the user, or with the developer's signature. */
  async loggedIn(who: 'user' | 'script'): Promise<TestClient> {
    const client = this.client();
    if (who === 'user') client.login({ accessToken: this.users.openSession(this.user.openid) });
    else client.login({ signStr: await this.signature() });
    return client;
  }

  async signature(): Promise<string> {
    const call = { caller: { appid: 'wx', source: '', clientIp: '' }, requestId: 'r', parts: new Map() };
    const answer = await this.service.actions['auth.wsWebSign']?.({}, call);
    if (!answer || !('data' in answer)) throw new Error('no signature');
    return (answer.data as { signStr: string }).signStr;
  }

  close(): void {
    this.service.stop();
    this.database.close();
  }
}

type Received = Outgoing & {
  msgData: Record<string, unknown> & { queryID: string; currEvent: number; events: WatchEvent[] };
};

export class TestClient {
  readonly received: Received[] = [];
  isCut = false;
  private readonly connection: ReturnType<WatchService['connect']>;
  private requests = 0;

  constructor(service: WatchService) {
    this.connection = service.connect({
      send: (text) => this.received.push(JSON.parse(text) as Received),
      terminate: () => {
        this.isCut = true;
        this.disconnect();
      },
    });
  }

  /** Sends a message and gives back what was answered to it at once. */
  say(msgType: string, msgData: unknown = null, more: object = {}): Received | undefined {
    this.requests += 1;
    const requestId = `r${this.requests}`;
    this.raw(JSON.stringify({ requestId, watchId: 'w1', msgType, msgData, ...more }));
    return this.received.find((message) => message.requestId === requestId);
  }

  raw(text: string): void {
    this.connection.receive(text);
  }

  login({ accessToken = '', signStr }: { accessToken?: string; signStr?: string }): Received | undefined {
    return this.say('LOGIN', { envId: 'e', accessToken }, { exMsgData: { signStr }, watchId: undefined });
  }

  watch(collName: string, query?: unknown, more: object = {}): Received | undefined {
    const text = query === undefined ? undefined : JSON.stringify(query);
    return this.say('INIT_WATCH', { envId: 'e', collName, query: text, ...more });
  }

  /** The events pushed since, without the answers to requests. */
  pushed(): WatchEvent[] {
    return this.received
      .filter(({ msgType, requestId }) => msgType === 'NEXT_EVENT' && !requestId)
      .flatMap(({ msgData }) => msgData.events);
  }

  disconnect(): void {
    this.connection.closed();
  }
}
