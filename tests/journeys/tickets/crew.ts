import { folderOf } from '../../../cloudfunctions/modules/tickets/reporting/files';
import type { ActionName, InputOf, OutputOf } from '../../../types/contract';
import type { TicketView } from '../../../types/contract/tickets';
import type { Duty } from '../../../types/role';
import { granted, openidOf } from '../../system/product/world';
import type { OwnerPhone } from '../owner/ownerPhone';
import { openTown, type Town } from '../owner/town';
import { tapOn } from '../staff/office';
import { presses, touches } from './moves';
import { signs } from './signing';

export const desks = {
  queue: '/packages/staffTickets/queue/index?communityId=yunqi',
  customer: '/packages/staffTickets/customer/index?communityId=yunqi',
  board: '/packages/staffTickets/supervisor/index?communityId=yunqi',
} as const;

/** Who works in yunqi besides the people of every duty: two engineers of the same trade and whoever answers for them. */
const colleagues = [
  { id: 'zhang', name: '张建国', duties: ['engineer'], skills: ['水暖'] },
  { id: 'he', name: '何伟', duties: ['engineer'], skills: ['水暖'] },
  { id: 'lin', name: '林静', duties: ['supervisor'], skills: [] },
  { id: 'luo', name: '罗敏', duties: ['customerService'], skills: [] },
] as const satisfies readonly {
  id: string;
  name: string;
  duties: readonly Duty[];
  skills: readonly string[];
}[];

/** A ticket's people around one cloud: the owner of 1201, engineers zhang and he, supervisor lin, customer service luo. */
export class Crew {
  private photos = 0;

  private constructor(readonly town: Town) {}

  static async open(): Promise<Crew> {
    const town = await openTown();
    for (const [index, { id, ...member }] of colleagues.entries()) {
      const phone = `1385712002${index}`;
      town.world.phoneCode(id, phone);
      await town.world.seed('staffMembers', {
        ...{ _id: id, communityId: 'yunqi', phone, openid: openidOf(id), areas: [], from: '2020-01-01' },
        ...member,
      });
    }
    return new Crew(town);
  }

  /** What somebody does without a phone of theirs in this journey. */
  async ask<A extends ActionName>(person: string, action: A, input: InputOf<A>): Promise<OutputOf<A>> {
    return granted(await this.town.world.ask(person, action, input));
  }

  async onDuty(...people: readonly string[]): Promise<void> {
    for (const person of people)
      await this.ask(person, 'roster.switchDuty', { communityId: 'yunqi', isOnDuty: true });
  }

  ticket(ticketId: string, person = 'owner'): Promise<TicketView> {
    return this.ask(person, 'tickets.ticket', { ticketId });
  }

  /** The ticket the owner has reported last. */
  async newest(): Promise<string> {
    const { rows } = await this.ask('owner', 'tickets.mine', { homeId: 'yunqi-1201', which: 'all' });
    const [first] = rows;
    if (!first) throw new Error('the owner has reported nothing');
    return first.ticketId;
  }

  /** Business time. */
  now(): number {
    return this.town.world.ports.now();
  }

  /** So many minutes pass, and the tick runs at their end alone: its timer does not catch up on those between. */
  async passes(minutes: number): Promise<void> {
    this.town.world.cloud.context.agenda.jump(this.now() + minutes * 60_000);
    await this.town.world.tick();
    await this.town.deliver();
  }

  /** Waits until this engineer is offered the ticket. */
  async offered(person: string, ticketId: string): Promise<void> {
    // Where another function holds the lease, the next offer is left to the tick.
    for (let left = 1_500; left > 0; left -= 1) {
      const { offered } = await this.ask(person, 'ticketWork.queue', { communityId: 'yunqi' });
      if (offered.some((one) => one.ticketId === ticketId)) return;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    throw new Error(`${person} is not offered ${ticketId}`);
  }

  /** How often this person has been told this. */
  async told(person: string, title: string): Promise<number> {
    const { messages } = await this.ask(person, 'messages.listInbox', {});
    return messages.filter((message) => message.title === title).length;
  }

  /** The id of a small file that this person has uploaded. */
  file(person: string, name: string): string {
    const openid = openidOf(person);
    const { storage } = this.town.world.cloud.rooms;
    return storage.write(`${folderOf(openid)}${name}`, Buffer.from(name), openid);
  }

  /** All that is asked for at the place up to the finish, without taps; whoever is not there yet goes there. */
  async works(person: string, ticketId: string): Promise<void> {
    if ((await this.ticket(ticketId, person)).state !== 'working')
      await this.ask(person, 'ticketWork.checkIn', { ticketId, cannotScan: '门口没有码' });
    const { checklist } = await this.ticket(ticketId, person);
    for (const { item } of checklist)
      await this.ask(person, 'ticketWork.tick', { ticketId, item, isDone: true });
    for (const when of ['before', 'after'] as const) {
      this.photos += 1;
      const photos = [this.file(person, `${when}${this.photos}.jpg`)];
      await this.ask(person, 'ticketWork.addPhotos', { ticketId, when, photos });
    }
    const signature = this.file(person, 'signed.png');
    await this.ask(person, 'ticketWork.finish', { ticketId, result: '办好了', signature });
  }

  close(): Promise<void> {
    return this.town.close();
  }
}

/** Writes a report of one's home and presses the button; gives when. `more` is the query that says what kind it is. */
export async function reports(
  phone: OwnerPhone,
  text: string,
  recognised: string,
  button = '提交',
  more = '',
): Promise<number> {
  await phone.visits(`/packages/tickets/report/index?homeId=yunqi-1201${more}`);
  await phone.sees('云栖苑 3栋2单元1201');
  await phone.writes('report-text', text);
  await phone.sees(recognised);
  return presses(phone, button);
}

/** Scans the code of home 1201 on the page of the work; gives when. */
export async function checksIn(phone: OwnerPhone): Promise<number> {
  await phone.control.answerNext('scanCode', 'yunqi-1201');
  return presses(phone, '扫码签到');
}

export async function ticksAll(phone: OwnerPhone, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await tapOn(phone, `#check-${index}`);
    await phone.sees(`${index + 1} / ${count}`);
  }
}

/** Takes a photo of before or after the work; gives when. */
export async function photographs(phone: OwnerPhone, when: 'before' | 'after'): Promise<number> {
  await phone.control.answerNext('chooseMedia', [when === 'before' ? 0 : 1]);
  return touches(phone, `#photos-${when} .photos__add`);
}

/** From the page of the work to what was done, the signature, and the owner; gives when it was sent. */
export async function finishes(phone: OwnerPhone, result: string): Promise<number> {
  await presses(phone, '修好了，请业主验收');
  await phone.isOn('packages/staffTickets/finish/index');
  await phone.writes('finish-result', result);
  await signs(phone, 'engineer-signature');
  return presses(phone, '交给业主验收');
}

/** The owner signs for the work on the ticket's page, and is asked to rate it. */
export async function acceptsWork(phone: OwnerPhone): Promise<number> {
  await phone.taps('验收签字');
  await phone.isOn('packages/tickets/sign/index');
  await phone.sees('请在框里签名');
  await signs(phone, 'owner-signature');
  return presses(phone, '签好了');
}

/** Gives so many stars, with a word, on the page that asks; gives when. */
export async function rates(phone: OwnerPhone, stars: number, word: string): Promise<number> {
  await phone.isOn('packages/tickets/rate/index');
  await phone.sees('点星星打分');
  await tapOn(phone, `#star-${stars}`);
  await touches(phone, `.words >> text="${word}"`);
  return presses(phone, '提交评价');
}
