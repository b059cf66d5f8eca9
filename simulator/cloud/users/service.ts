import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';

/** A person who uses WeChat in this simulation. */
export interface User {
  /** `o` and 27 characters, as WeChat's own; never digits alone, which `getWXContext` would turn into a number. */
  readonly openid: string;
  readonly unionid: string;
  readonly name: string;
  readonly nickname: string;
  /** A mainland mobile number without country code. */
  readonly phone: string;
  readonly avatar: string | null;
}

export type NewUser = Partial<User>;

const schema = `CREATE TABLE IF NOT EXISTS users_users (
    seq INTEGER PRIMARY KEY, openid TEXT NOT NULL UNIQUE, unionid TEXT NOT NULL, name TEXT NOT NULL UNIQUE,
    nickname TEXT NOT NULL, phone TEXT NOT NULL, avatar TEXT, last_seen INTEGER);
  CREATE TABLE IF NOT EXISTS users_sessions (token TEXT PRIMARY KEY, openid TEXT NOT NULL) WITHOUT ROWID`;
const columns = 'openid, unionid, name, nickname, phone, avatar';
const idForm = /^o[A-Za-z0-9_-]{27}$/;
const phoneForm = /^1[3-9]\d{9}$/;
const idAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** The simulated WeChat users and their open gateway sessions. Both are part of the state. */
export class UserService {
  constructor(private readonly context: CloudContext) {
    context.state.schema('users', schema);
  }

  /**
   * Makes a user; what is not given is made up. Refuses an openid or unionid not of WeChat's form (`o` and 27 letters,
   * digits, `_`, `-`), a phone number that is none, and an openid or name somebody has already.
   */
  create(wanted: NewUser = {}): User {
    const user = this.completed(wanted);
    if (!idForm.test(user.openid) || !idForm.test(user.unionid))
      throw invalid('openid and unionid are "o" and 27 characters of A-Z a-z 0-9 _ -');
    if (!phoneForm.test(user.phone)) throw invalid(`not a mainland mobile number: ${user.phone}`);
    if (this.find(user.openid)) throw invalid(`there is a user with the openid ${user.openid} already`);
    if (this.find(user.name)) throw invalid(`there is a user named ${user.name} already`);
    this.context.state
      .sql(`INSERT INTO users_users (${columns}) VALUES (?, ?, ?, ?, ?, ?)`)
      .run(user.openid, user.unionid, user.name, user.nickname, user.phone, user.avatar);
    return user;
  }

  list(): User[] {
    return this.context.state
      .sql(`SELECT ${columns} FROM users_users ORDER BY seq`)
      .all() as unknown as User[];
  }

  find(openidOrName: string): User | undefined {
    return this.context.state
      .sql(`SELECT ${columns} FROM users_users WHERE openid = ? OR name = ?`)
      .get(openidOrName, openidOrName) as unknown as User | undefined;
  }

  /** Changes what a person can change. Refuses an unknown openid and a phone number that is none. */
  update(openid: string, change: Pick<NewUser, 'nickname' | 'phone' | 'avatar'>): User {
    const user = this.find(openid);
    if (!user || user.openid !== openid) throw new CloudError('USER_NOT_FOUND', `there is no user ${openid}`);
    const { nickname = user.nickname, phone = user.phone, avatar = user.avatar } = change;
    if (!phoneForm.test(phone)) throw invalid(`not a mainland mobile number: ${phone}`);
    this.context.state
      .sql('UPDATE users_users SET nickname = ?, phone = ?, avatar = ? WHERE openid = ?')
      .run(nickname, phone, avatar, openid);
    return { ...user, nickname, phone, avatar };
  }

  /** Opens a session for the gateway. It lasts as long as the state does. */
  openSession(openid: string): string {
    const token = this.context.random.stream('users').hex(48);
    this.context.state.sql('INSERT INTO users_sessions VALUES (?, ?)').run(token, openid);
    this.seen(openid);
    return token;
  }

  /** Whose session a token is; undefined for a token this state does not know. */
  sessionUser(token: string): User | undefined {
    return this.context.state
      .sql(
        `SELECT ${columns} FROM users_users WHERE openid = (SELECT openid FROM users_sessions WHERE token = ?)`,
      )
      .get(token) as unknown as User | undefined;
  }

  /** Notes that the user has the mini-program open now (content checks want a visit within two hours). */
  seen(openid: string): void {
    this.context.state
      .sql('UPDATE users_users SET last_seen = ? WHERE openid = ?')
      .run(this.context.clock.now(), openid);
  }

  /** Business time of the last visit, milliseconds. */
  lastSeen(openid: string): number | undefined {
    const row = this.context.state
      .sql('SELECT last_seen AS at FROM users_users WHERE openid = ?')
      .get(openid) as { at: number | null } | undefined;
    return row?.at ?? undefined;
  }

  private completed(wanted: NewUser): User {
    const random = this.context.random.stream('users');
    const openid = wanted.openid ?? `o${random.text(27, idAlphabet)}`;
    const name = wanted.name ?? openid;
    return {
      openid,
      unionid: wanted.unionid ?? `o${random.text(27, idAlphabet)}`,
      name,
      nickname: wanted.nickname ?? wanted.name ?? '微信用户',
      phone: wanted.phone ?? `13${random.text(9, '0123456789')}`,
      avatar: wanted.avatar ?? null,
    };
  }
}

function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}
