import type { Cloud } from '../../../simulator/cloud/cloud';
import type { InputOf } from '../../../types/contract';
import { addDays, dayOf, type Instant, startOfDay } from '../../../types/day';
import type { DemoPhone } from '../demoPhone';
import { demoCommunity } from '../importDemo';
import { photoOf, signature } from './drawn';
import type { Caller, Colleague, Neighbour } from './neighbours';
import type { Act } from './storyClock';
import type { Story } from './ticketStories';

const { id: communityId } = demoCommunity;
const minute = 60_000;

/** Whoever works with their hands; who has a ticket is known by the staffId. */
export interface Worker extends Colleague {
  readonly staffId: string;
  readonly folder: string;
}

export interface People {
  readonly owner: Neighbour;
  /** Somebody without an account. */
  readonly caller: Caller;
  readonly workers: readonly Worker[];
  /** Customer service, and a supervisor. */
  readonly desk: DemoPhone;
  readonly leader: DemoPhone;
}

/** What becomes of one report. */
export class TicketLife {
  private ticketId = '';
  /** Nobody took it: it waits on. */
  private isLeft = false;

  constructor(
    private readonly cloud: Cloud,
    private readonly people: People,
    private readonly story: Story,
    private readonly present: Instant,
  ) {}

  /** Each act with its instant, some minutes to hours after the report. */
  acts(reportedAt: number): readonly Act[] {
    const later = (minutes: number, act: () => Promise<unknown>): Act => ({
      at: reportedAt + minutes * minute,
      act: async () => {
        if (!this.isLeft) await act();
      },
    });
    const { ending } = this.story;
    const all = [later(0, () => (this.story.channel ? this.takeDown(this.story.channel) : this.report()))];
    if (ending.to === 'answering' || ending.to === 'offered') return all;
    if (ending.to === 'answered' || ending.to === 'helped') {
      all.push(later(150, () => this.answer(ending.answer)));
      if (ending.to === 'helped') all.push(later(400, () => this.judge()));
      return all;
    }
    all.push(later(4, () => this.takeUp()));
    if (ending.to === 'accepted') return all;
    all.push(later(24, () => this.comeTogether()));
    if (ending.to === 'working') all.push(later(27, () => this.beginWork()));
    if (ending.to === 'part') all.push(later(50, () => this.waitForPart(ending.note)));
    if (ending.to === 'appointment') all.push(later(40, () => this.postpone(ending.reason)));
    if (['finished', 'closed', 'rated', 'called'].includes(ending.to))
      all.push(later(65, () => this.finish()));
    if (ending.to === 'closed' || ending.to === 'rated') all.push(later(90, () => this.acceptWork()));
    if (ending.to === 'rated') all.push(...this.judged(ending, later));
    return all;
  }

  /** The rating; after a poor one the revisit, and what shall be better. */
  private judged(
    { stars, words, text, poor }: Extract<Story['ending'], { readonly to: 'rated' }>,
    later: (minutes: number, act: () => Promise<unknown>) => Act,
  ): readonly Act[] {
    const rating = { stars, words: [...words], ...(text === undefined ? {} : { text }) };
    const acts = [later(95, () => this.rate(rating))];
    // An emergency is asked after within the hour.
    if (this.story.report.urgency === 'emergency')
      acts.push(later(100, () => this.revisit('打过电话，没有再出问题')));
    if (!poor) return acts;
    const { leader } = this.people;
    const dueOn = () => addDays(dayOf(this.cloud.context.clock.now() as Instant), 14);
    return [
      ...acts,
      later(180, () => this.revisit(poor.revisit)),
      later(300, async () =>
        leader.ask('ticketWork.plan', { ticketId: this.ticketId, text: poor.plan, dueOn: dueOn() }),
      ),
    ];
  }

  private async report(): Promise<void> {
    const { phone, homeId, openid } = this.people.owner;
    const { report, scene } = this.story;
    const { folder } = await phone.ask('tickets.form', { homeId });
    const shown = `${folder}${this.cloud.context.clock.now()}.png`;
    const photos = scene ? [this.keep(shown, photoOf(scene, 'before'), openid)] : [];
    ({ ticketId: this.ticketId } = await phone.ask('tickets.report', { homeId, ...report, photos }));
  }

  private async takeDown(channel: 'phone' | 'counter'): Promise<void> {
    const { place, contact } = this.people.caller;
    const taken = { communityId, channel, place: { kind: 'home' as const, ...place }, contact, photos: [] };
    const { report } = this.story;
    ({ ticketId: this.ticketId } = await this.people.desk.ask('tickets.takeReport', { ...taken, ...report }));
  }

  /** What somebody without an account says on the phone, once it is closed. */
  async call(): Promise<void> {
    const { ending } = this.story;
    if (this.isLeft || ending.to !== 'called' || !ending.rating) return;
    await this.people.desk.ask('ticketWork.takeRating', { ticketId: this.ticketId, ...ending.rating });
  }

  /** Whoever it was offered to. */
  private worker(ticketId = this.ticketId): Worker {
    const assignee = this.cloud.rooms.database.engine.get('tickets', ticketId)?.assignee;
    const { staffId } = (assignee ?? {}) as { readonly staffId?: string };
    const worker = this.people.workers.find((one) => one.staffId === staffId);
    if (!worker) throw new Error(`${this.story.report.text}: nobody has it`);
    return worker;
  }

  private async takeUp(): Promise<void> {
    const ticket = this.cloud.rooms.database.engine.get('tickets', this.ticketId);
    if (ticket?.state === 'offered') await this.accept();
    else this.isLeft = true;
  }

  private async accept(ticketId = this.ticketId): Promise<void> {
    await this.worker(ticketId).phone.ask('ticketWork.accept', { ticketId });
  }

  /** With whoever it has made come as well. */
  private async comeTogether(): Promise<void> {
    await this.checkIn();
    for (const task of await this.tasks()) await this.checkIn(task);
  }

  private async checkIn(ticketId = this.ticketId): Promise<void> {
    const ticket = this.cloud.rooms.database.engine.get('tickets', ticketId);
    // Somebody who is there sooner may have been asked meanwhile.
    if (ticket?.state === 'offered') await this.accept(ticketId);
    // The building's code: good for what has to be done in the common area, too.
    const code = `b=${Number.parseInt(String(ticket?.building), 10)}&c=${communityId}`;
    await this.worker(ticketId).phone.ask('ticketWork.checkIn', { ticketId, code });
  }

  private async waitForPart(note: string): Promise<void> {
    const { phone } = this.worker();
    await phone.ask('ticketWork.pause', { ticketId: this.ticketId, reason: 'part', note });
  }

  private async postpone(reason: string): Promise<void> {
    const { phone } = this.worker();
    // Tomorrow at ten, whenever somebody looks.
    const from = startOfDay(addDays(dayOf(this.present), 1)) + 600 * minute;
    const appointment = { from, to: from + 120 * minute };
    await phone.ask('ticketWork.postpone', { ticketId: this.ticketId, reason, appointment });
  }

  /** What it made others do is done first. */
  private async finish(): Promise<void> {
    const { ticketId } = this;
    for (const task of await this.tasks()) await this.workedOn(task, '已经处理好');
    await this.workedOn(ticketId, this.story.result ?? '');
  }

  /** What it has opened in other departments. */
  private async tasks(): Promise<readonly string[]> {
    const { links } = await this.worker().phone.ask('tickets.ticket', { ticketId: this.ticketId });
    return links.filter(({ relation }) => relation === 'task').map(({ ticketId }) => ticketId);
  }

  /** The first of the list, and how it looked. */
  private async beginWork(): Promise<void> {
    const { ticketId } = this;
    const { phone } = this.worker();
    const [first] = (await phone.ask('tickets.ticket', { ticketId })).checklist;
    if (first) await phone.ask('ticketWork.tick', { ticketId, item: first.item, isDone: true });
    await this.photograph(ticketId, 'before');
  }

  private async photograph(ticketId: string, when: 'before' | 'after'): Promise<void> {
    const { phone, folder, openid } = this.worker(ticketId);
    const picture = photoOf(this.story.scene ?? 'door', when);
    const photo = this.keep(`${folder}${ticketId}-${when}.png`, picture, openid);
    await phone.ask('ticketWork.addPhotos', { ticketId, when, photos: [photo] });
  }

  /** Everything on the list, photos of before and after, a signature. */
  private async workedOn(ticketId: string, result: string): Promise<void> {
    const { phone, folder, openid } = this.worker(ticketId);
    const { checklist } = await phone.ask('tickets.ticket', { ticketId });
    for (const { item } of checklist) await phone.ask('ticketWork.tick', { ticketId, item, isDone: true });
    await this.photograph(ticketId, 'before');
    await this.photograph(ticketId, 'after');
    const signed = this.keep(`${folder}${ticketId}-signed.png`, signature(), openid);
    await phone.ask('ticketWork.finish', { ticketId, result, signature: signed });
  }

  private async acceptWork(): Promise<void> {
    const { phone, homeId, openid } = this.people.owner;
    const { folder } = await phone.ask('tickets.form', { homeId });
    const { ticketId } = this;
    const signed = this.keep(`${folder}${ticketId}-ok.png`, signature(), openid);
    await phone.ask('tickets.acceptWork', { ticketId, signature: signed });
  }

  private async rate(rating: Omit<InputOf<'tickets.rate'>, 'ticketId' | 'photos'>): Promise<void> {
    const { phone } = this.people.owner;
    await phone.ask('tickets.rate', { ticketId: this.ticketId, ...rating, photos: [] });
  }

  private async revisit(note: string): Promise<void> {
    await this.people.desk.ask('ticketWork.revisit', { ticketId: this.ticketId, isSatisfied: true, note });
  }

  private async answer(text: string): Promise<void> {
    await this.people.desk.ask('tickets.answer', { ticketId: this.ticketId, text });
  }

  private async judge(): Promise<void> {
    const { phone } = this.people.owner;
    await phone.ask('tickets.judgeAnswer', { ticketId: this.ticketId, helped: true });
  }

  private keep(path: string, picture: Uint8Array, openid: string): string {
    return this.cloud.rooms.storage.write(path, picture, openid);
  }
}
