import { folderOf } from '../../../cloudfunctions/modules/tickets/reporting/files';
import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import type { ActionName, InputOf, OutputOf } from '../../../types/contract';
import type { RefusalCode } from '../../../types/refusal';
import { GivingWorld } from './givingWorld';
import { type Document, granted, openidOf, type World } from './world';

/** Community yunqi with 张师傅 (zhang, 水暖) and 刘强 (liu, a guard) at work, and the people of home 1201. */
export class WorkWorld {
  private constructor(readonly giving: GivingWorld) {}

  static async start(): Promise<WorkWorld> {
    const giving = await GivingWorld.start();
    await giving.atWork('zhang');
    await giving.hire('liu', { skills: [], duties: ['guard'] });
    await giving.onDuty('liu');
    return new WorkWorld(giving);
  }

  get world(): World {
    return this.giving.world;
  }

  async ask<A extends ActionName>(person: string, action: A, input: InputOf<A>): Promise<OutputOf<A>> {
    return granted(await this.world.ask(person, action, input));
  }

  refusal<A extends ActionName>(
    person: string,
    action: A,
    input: InputOf<A>,
  ): Promise<RefusalCode | undefined> {
    return this.giving.refusal(person, action, input);
  }

  ticket(ticketId: string): Promise<Ticket> {
    return this.giving.ticket(ticketId);
  }

  /** The id of a small file that this person has uploaded into the own folder. */
  file(person: string, name: string): string {
    const openid = openidOf(person);
    return this.world.cloud.rooms.storage.write(`${folderOf(openid)}${name}`, Buffer.from(name), openid);
  }

  /** Reported by the owner of 1201; whoever is free has it then. */
  async reported(report: Partial<Omit<InputOf<'tickets.report'>, 'homeId'>> = {}): Promise<string> {
    const leak = {
      type: 'repair',
      problem: 'leak',
      urgency: 'general',
      text: '厨房水管漏水',
      photos: [],
    } as const;
    const input: InputOf<'tickets.report'> = { homeId: 'yunqi-1201', ...leak, photos: [], ...report };
    return (await this.ask('owner', 'tickets.report', input)).ticketId;
  }

  /** Reported, given, accepted. */
  async accepted(report: Parameters<WorkWorld['reported']>[0] = {}, person = 'zhang'): Promise<string> {
    const ticketId = await this.reported(report);
    await this.giving.accept(person, ticketId);
    return ticketId;
  }

  /** At the place, with everything done but the finish. */
  async worked(ticketId: string, person = 'zhang'): Promise<void> {
    const view = await this.ask(person, 'ticketWork.checkIn', { ticketId, cannotScan: '门牌掉了' });
    for (const { item } of view.checklist)
      await this.ask(person, 'ticketWork.tick', { ticketId, item, isDone: true });
    for (const when of ['before', 'after'] as const) {
      const photos = [this.file(person, `${when}.jpg`)];
      await this.ask(person, 'ticketWork.addPhotos', { ticketId, when, photos });
    }
  }

  finish(ticketId: string, person = 'zhang') {
    const signature = this.file(person, 'signed.png');
    return this.ask(person, 'ticketWork.finish', { ticketId, result: '换了软管', signature });
  }

  async finished(report: Parameters<WorkWorld['reported']>[0] = {}): Promise<string> {
    const ticketId = await this.accepted(report);
    await this.worked(ticketId);
    await this.finish(ticketId);
    return ticketId;
  }

  accept(ticketId: string) {
    return this.ask('owner', 'tickets.acceptWork', { ticketId, signature: this.file('owner', 'ok.png') });
  }

  async closed(report: Parameters<WorkWorld['reported']>[0] = {}): Promise<string> {
    const ticketId = await this.finished(report);
    await this.accept(ticketId);
    return ticketId;
  }

  rate(ticketId: string, stars: number) {
    return this.ask('owner', 'tickets.rate', { ticketId, stars, words: [], photos: [] });
  }

  /** How often open pages of this person about tickets were told to ask again. */
  async told(person: string, topic: 'tickets' | 'work'): Promise<number> {
    const row = await this.world.read('feeds', openidOf(person));
    return (row?.topics as Readonly<Record<string, number>> | undefined)?.[topic] ?? 0;
  }

  /** Titles of what this person has been told, after the tick has sent it. */
  async inbox(person: string): Promise<readonly string[]> {
    await this.world.tick();
    return this.giving.inbox(person);
  }

  /** What the audit says of a ticket, in no order. */
  async audited(ticketId: string): Promise<readonly string[]> {
    const { data } = await this.world.product
      .sdk()
      .database({ throwOnNotFound: false })
      .collection('audits')
      .where({ 'notes.subjects': `tickets/${ticketId}` })
      .limit(100)
      .get();
    return (data as readonly Document[]).flatMap(({ notes }) =>
      (notes as readonly { what: string; subjects: readonly string[] }[])
        .filter(({ subjects }) => subjects.includes(`tickets/${ticketId}`))
        .map(({ what }) => what),
    );
  }

  /** Lives on, minute by minute. */
  minutes(count: number): Promise<void> {
    return this.giving.minutes(count);
  }

  stop(): Promise<void> {
    return this.world.stop();
  }
}
