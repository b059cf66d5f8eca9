import type { CloudContext } from '../core/context';
import { CloudError, invalidParam } from '../core/errors';
import { type OpenAnswer, type OpenApis, type OpenCall, WeChatRefusal } from './api';
import type { UsersPort } from './ports';

/** [document] Business time. */
const lifetime = 5 * 60_000;
const schema = `CREATE TABLE IF NOT EXISTS openapi_phone_codes (
  code TEXT PRIMARY KEY, openid TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID`;

/** What `<button open-type="getPhoneNumber">` hands out and `phonenumber.getPhoneNumber` takes back, once, within 5 minutes. */
export class PhoneCodes {
  constructor(
    private readonly context: CloudContext,
    private readonly users: UsersPort,
  ) {
    context.state.schema('openapi_phone_codes', schema);
  }

  readonly apis: OpenApis = { 'phonenumber.getPhoneNumber': (call) => this.exchange(call) };

  /** The user has agreed to give the number. Refuses an unknown user and one without a number. */
  mint(openid: string): string {
    const user = this.users.find(openid);
    if (!user) throw invalidParam(`there is no user ${openid}`);
    if (!user.phone) throw new CloudError('PHONE_NOT_BOUND', `user ${openid} has no phone number`);
    const code = this.context.random.stream('openapi').hex(64);
    this.context.state
      .sql('INSERT INTO openapi_phone_codes VALUES (?, ?, ?)')
      .run(code, openid, this.context.clock.now());
    return code;
  }

  private exchange({ args }: OpenCall): OpenAnswer {
    const code = String(args.code ?? '');
    const row = this.context.state
      .sql('SELECT openid, at FROM openapi_phone_codes WHERE code = ?')
      .get(code) as { openid: string; at: number } | undefined;
    const now = this.context.clock.now();
    if (!row || now - row.at > lifetime || now < row.at) throw new WeChatRefusal(40029, 'invalid code');
    if (args.openid !== undefined && args.openid !== row.openid)
      throw new WeChatRefusal(40003, 'invalid openid');
    const phone = this.users.find(row.openid)?.phone;
    if (!phone) throw new WeChatRefusal(40029, 'invalid code');
    this.context.state.sql('DELETE FROM openapi_phone_codes WHERE code = ?').run(code);
    const watermark = { timestamp: Math.floor(row.at / 1000), appid: this.context.settings.appid };
    return { json: { phone_info: { ...phoneInfo(phone), watermark } } };
  }
}

/** [document] `phoneNumber` of another country carries its code; how the two are joined there is a [guess]. */
function phoneInfo(phone: string): Record<string, string> {
  const [, countryCode = '86', rest = phone] = /^\+?(\d+)[ -](.+)$/.exec(phone) ?? [];
  const purePhoneNumber = rest.replace(/\D/g, '');
  const phoneNumber = countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`;
  return { phoneNumber, purePhoneNumber, countryCode };
}
