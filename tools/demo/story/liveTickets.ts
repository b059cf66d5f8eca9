import type { Cloud } from '../../../simulator/cloud/cloud';
import type { InputOf } from '../../../types/contract';
import { addDays, dayOf, type Instant } from '../../../types/day';
import { demoCommunity } from '../importDemo';
import { photoOf, signature } from './drawn';
import type { Colleague, Neighbour } from './neighbours';
import type { Act, StoryClock } from './storyClock';
import { type Story, stories } from './ticketStories';

const { id: communityId } = demoCommunity;
const minute = 60_000;

interface Worker extends Colleague {
  readonly staffId: string;
  readonly folder: string;
}

/** Owners report, staff work, owners rate: each at its own time of the last weeks, by the actions anybody uses. */
export async function liveTickets(
  cloud: Cloud,
  clock: StoryClock,
  { neighbours, staff }: { readonly neighbours: readonly Neighbour[]; readonly staff: readonly Colleague[] },
): Promise<readonly Act[]> {
  const workers = await goOnDuty(staff);
  return stories.flatMap((story, index) => {
    const owner = neighbours[index % neighbours.length];
    const reportedAt = clock.present - story.hoursAgo * 60 * minute;
    // What would lie before the first of the month was not told here.
    if (!owner || reportedAt < cloud.context.clock.now()) return [];
    return new Life(cloud, { owner, workers, staff }, story).acts(reportedAt);
  });
}

/** Whoever works with their hands; who has them is known by the staffId. */
async function goOnDuty(staff: readonly Colleague[]): Promise<readonly Worker[]> {
  const workers: Worker[] = [];
  for (const one of staff.filter(({ duty }) => /维修工|保安/.test(duty))) {
    const { staffId, folder, isOnDuty } = await one.phone.ask('ticketWork.queue', { communityId });
    if (!isOnDuty) await one.phone.ask('roster.switchDuty', { communityId, isOnDuty: true });
    workers.push({ ...one, staffId, folder });
  }
  return workers;
}

interface People {
  readonly owner: Neighbour;
  readonly workers: readonly Worker[];
  readonly staff: readonly Colleague[];
}

/** What becomes of one report. */
class Life {
  private ticketId = '';
  /** Nobody took it: it waits on. */
  private isLeft = false;

  constructor(
    private readonly cloud: Cloud,
    private readonly people: People,
    private readonly story: Story,
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
    const all = [later(0, () => this.report())];
    if (ending.to === 'answering' || ending.to === 'offered') return all;
    if (ending.to === 'answered' || ending.to === 'helped') {
      all.push(later(150, () => this.answer(ending.answer)));
      if (ending.to === 'helped') all.push(later(400, () => this.judge()));
      return all;
    }
    all.push(later(4, () => this.takeUp()));
    if (ending.to === 'accepted') return all;
    all.push(later(24, () => this.checkIn()));
    if (ending.to === 'part') all.push(later(50, () => this.waitForPart(ending.note)));
    if (ending.to === 'appointment') all.push(later(40, () => this.postpone(ending.reason)));
    if (ending.to === 'finished' || ending.to === 'closed' || ending.to === 'rated')
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
    if (!poor) return acts;
    const desk = this.people.staff.find(({ duty }) => duty.includes('客服'))?.phone;
    const leader = this.people.staff.find(({ duty }) => duty === '主管')?.phone;
    const dueOn = () => addDays(dayOf(this.cloud.context.clock.now() as Instant), 14);
    return [
      ...acts,
      later(180, async () =>
        desk?.ask('ticketWork.revisit', { ticketId: this.ticketId, isSatisfied: true, note: poor.revisit }),
      ),
      later(300, async () =>
        leader?.ask('ticketWork.plan', { ticketId: this.ticketId, text: poor.plan, dueOn: dueOn() }),
      ),
    ];
  }

  private async report(): Promise<void> {
    const { phone, homeId } = this.people.owner;
    const { report } = this.story;
    ({ ticketId: this.ticketId } = await phone.ask('tickets.report', { homeId, ...report, photos: [] }));
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

  private async checkIn(ticketId = this.ticketId): Promise<void> {
    const { database } = this.cloud.rooms;
    const home = database.engine.get('homes', this.people.owner.homeId);
    const { building } = (home?.place ?? {}) as { readonly building?: string };
    // The building's code: good for what has to be done in the common area, too.
    const code = `b=${Number.parseInt(building ?? '', 10)}&c=${communityId}`;
    await this.worker(ticketId).phone.ask('ticketWork.checkIn', { ticketId, code });
  }

  private async waitForPart(note: string): Promise<void> {
    const { phone } = this.worker();
    await phone.ask('ticketWork.pause', { ticketId: this.ticketId, reason: 'part', note });
  }

  private async postpone(reason: string): Promise<void> {
    const { phone } = this.worker();
    const from = this.cloud.context.clock.now() + 26 * 60 * minute;
    const appointment = { from, to: from + 120 * minute };
    await phone.ask('ticketWork.postpone', { ticketId: this.ticketId, reason, appointment });
  }

  /** What it made others do is done first. */
  private async finish(): Promise<void> {
    const { ticketId } = this;
    const { links } = await this.worker().phone.ask('tickets.ticket', { ticketId });
    for (const task of links.filter(({ relation }) => relation === 'task')) {
      await this.accept(task.ticketId);
      await this.checkIn(task.ticketId);
      await this.workedOn(task.ticketId, '已经处理好');
    }
    await this.workedOn(ticketId, this.story.result ?? '');
  }

  /** Everything on the list, photos of before and after, a signature. */
  private async workedOn(ticketId: string, result: string): Promise<void> {
    const { phone, folder, openid } = this.worker(ticketId);
    const { checklist } = await phone.ask('tickets.ticket', { ticketId });
    for (const { item } of checklist) await phone.ask('ticketWork.tick', { ticketId, item, isDone: true });
    for (const when of ['before', 'after'] as const) {
      const photo = this.keep(`${folder}${ticketId}-${when}.png`, photoOf(when), openid);
      await phone.ask('ticketWork.addPhotos', { ticketId, when, photos: [photo] });
    }
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

  private async answer(text: string): Promise<void> {
    const desk = this.people.staff.find(({ duty }) => duty.includes('客服'));
    await desk?.phone.ask('tickets.answer', { ticketId: this.ticketId, text });
  }

  private async judge(): Promise<void> {
    const { phone } = this.people.owner;
    await phone.ask('tickets.judgeAnswer', { ticketId: this.ticketId, helped: true });
  }

  private keep(path: string, picture: Uint8Array, openid: string): string {
    return this.cloud.rooms.storage.write(path, picture, openid);
  }
}
