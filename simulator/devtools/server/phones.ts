import { CloudError } from '../../cloud/core/errors';
import type { Cards } from './cards';
import { DevtoolsPhone, type DevtoolsPhoneOptions } from './devtoolsPhone';
import type { PhoneSetting, PhoneView, SentCard } from './phoneView';
import { portFor } from './portFor';

/** Side by side more would not fit any screen, and each is a whole mini-program in one browser. */
const most = 6;

/** The phones on the control page, in their order. A user has one phone. */
export class Phones {
  private phones: DevtoolsPhone[] = [];
  private readonly ports = new Map<string, number>();
  /** Users whose phones a browser may remember from before the cloud's state was replaced. */
  private readonly outdated = new Set<string>();
  private nextId = 1;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly common: Omit<
      DevtoolsPhoneOptions,
      'id' | 'openid' | 'port' | 'cardSent' | 'beginsEmpty' | 'loaded'
    >,
    readonly cards: Cards,
  ) {}

  views(): Promise<PhoneView[]> {
    return Promise.all(this.phones.map((phone) => phone.view()));
  }

  /** Refuses an id that no phone has. */
  get(id: string): DevtoolsPhone {
    const phone = this.phones.find((candidate) => candidate.id === id);
    if (!phone) throw new CloudError('PHONE_NOT_FOUND', `there is no phone ${id}`);
    return phone;
  }

  /** Puts one more phone at the end. Refuses a user whose phone is there already, and a seventh. */
  add(openid: string): Promise<{ id: string }> {
    return this.inTurn(async () => {
      if (this.phones.length >= most)
        throw new CloudError('TOO_MANY_PHONES', `there is room for ${most} phones`);
      if (this.phones.some((phone) => phone.openid === openid))
        throw new CloudError('PHONE_EXISTS', `the phone of ${openid} is here already`);
      const phone = await this.start(openid);
      this.phones.push(phone);
      return { id: phone.id };
    });
  }

  remove(id: string): Promise<void> {
    return this.inTurn(async () => {
      const phone = this.get(id);
      this.phones = this.phones.filter((other) => other !== phone);
      await phone.stop();
    });
  }

  /** Puts another user's phone in the place of this one. If theirs is here already, the two change places. */
  change(id: string, openid: string): Promise<void> {
    return this.inTurn(async () => {
      const old = this.get(id);
      if (old.openid === openid) return;
      const there = this.phones.find((phone) => phone.openid === openid);
      if (there) {
        this.phones = this.phones.map((phone) => (phone === old ? there : phone === there ? old : phone));
        return;
      }
      const fresh = await this.start(openid);
      this.phones = this.phones.map((phone) => (phone === old ? fresh : phone));
      await old.stop();
    });
  }

  settings(): readonly PhoneSetting[] {
    return this.phones.map(({ setting }) => setting);
  }

  /**
   * After the cloud's state was replaced: everyone logs in anew, and no phone, also of those who were here once, remembers anything.
   * `wanted` says which phones then stand here, set to what; by default the same with ordinary settings.
   */
  renew(wanted?: readonly PhoneSetting[]): Promise<void> {
    return this.inTurn(async () => {
      this.cards.clear();
      const old = this.phones;
      for (const openid of this.ports.keys()) this.outdated.add(openid);
      await Promise.all(old.map((phone) => phone.stop()));
      const openids = (wanted ?? old).map(({ openid }) => openid);
      this.phones = await Promise.all(openids.map((openid) => this.start(openid)));
      await Promise.all((wanted ?? []).map((setting, index) => this.phones[index]?.set(setting)));
    });
  }

  stop(): Promise<void> {
    return this.inTurn(async () => {
      await Promise.all(this.phones.splice(0).map((phone) => phone.stop()));
    });
  }

  /** A user's phone is always at the same port, so that what is stored on it is there again. */
  private async start(openid: string): Promise<DevtoolsPhone> {
    const id = `p${this.nextId}`;
    this.nextId += 1;
    // A card that a stopped cloud cannot date is lost; the phone has shown it to its sender.
    const cardSent = (card: SentCard) => void this.cards.add(openid, card).catch(() => undefined);
    const port = this.ports.get(openid) ?? portFor(openid);
    const phone = await DevtoolsPhone.start({
      ...this.common,
      id,
      openid,
      port,
      cardSent,
      beginsEmpty: () => this.outdated.has(openid),
      loaded: () => this.outdated.delete(openid),
    });
    this.ports.set(openid, phone.port);
    return phone;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work, work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}
