import { nextLook } from '../../../cloudfunctions/modules/tickets/clocks';
import { firstClocks } from '../../../cloudfunctions/modules/tickets/life';
import { filed } from '../../../cloudfunctions/modules/tickets/lists';
import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import type { ActionName, InputOf } from '../../../types/contract';
import type { Refusal } from '../../../types/refusal';
import { seedCommunities } from './community';
import { seededTicket } from './ticketDoors';
import { granted, openidOf, startWorld, type World } from './world';

const minute = 60_000;

/** Community yunqi with engineers of its own, whose tickets are given out. */
export class GivingWorld {
  private tickets = 0;

  private constructor(readonly world: World) {}

  static async start(): Promise<GivingWorld> {
    const world = await startWorld();
    await seedCommunities(world);
    return new GivingWorld(world);
  }

  /** A new engineer; their name is their staffId. */
  async hire(
    name: string,
    more: { readonly skills?: readonly string[]; readonly duties?: readonly string[] } = {},
  ) {
    await this.world.seed('staffMembers', {
      ...{ _id: name, communityId: 'yunqi', name, phone: '13800000000', openid: openidOf(name) },
      ...{ duties: ['engineer'], skills: ['水暖'], areas: [], from: '2020-01-01' },
      ...more,
    });
  }

  async onDuty(...names: readonly string[]): Promise<void> {
    for (const name of names)
      granted(await this.world.ask(name, 'roster.switchDuty', { communityId: 'yunqi', isOnDuty: true }));
  }

  /** Hired and on duty. */
  async atWork(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.hire(name);
    await this.onDuty(...names);
  }

  /** A leak that has just been reported and waits for somebody; gives its id. */
  async waiting(more: Partial<Ticket> = {}): Promise<string> {
    this.tickets += 1;
    const now = this.world.ports.now();
    const ticketId = more._id ?? `waiting-${this.tickets}`;
    const { assignee: _nobody, ...seeded } = seededTicket(ticketId, now);
    const bare: Ticket = { ...seeded, version: 1, state: 'waiting', ...more };
    const ticket = filed({ ...bare, clocks: more.clocks ?? firstClocks(bare, now, usualTerms) });
    await this.world.seed('tickets', { ...ticket });
    const at = nextLook(ticket, usualTerms);
    if (at !== 'never') await this.due('ticket', ticketId, at);
    if (ticket.state === 'waiting') await this.due('dispatch', `yunqi/${ticketId}`, now);
    return ticketId;
  }

  async due(kind: string, key: string, at: number): Promise<void> {
    await this.world.remove('due', `${kind}·${key}`);
    await this.world.seed('due', { _id: `${kind}·${key}`, kind, key, at });
  }

  async ticket(ticketId: string): Promise<Ticket> {
    const found = await this.world.read('tickets', ticketId);
    if (!found) throw new Error(`no ticket ${ticketId}`);
    return found as unknown as Ticket;
  }

  async holder(ticketId: string): Promise<string | undefined> {
    return (await this.ticket(ticketId)).assignee?.staffId;
  }

  /** Lives on, minute by minute, with the tick in each. */
  async minutes(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      this.world.advance(minute);
      await this.world.tick();
    }
  }

  /** Titles of the inbox of a person, oldest first. */
  async inbox(person: string): Promise<readonly string[]> {
    const rows = await this.world.all('inbox');
    return rows
      .filter(({ openid }) => openid === openidOf(person))
      .sort((a, b) => Number(a.at) - Number(b.at))
      .map(({ title }) => String(title));
  }

  async refusal<A extends ActionName>(
    person: string,
    action: A,
    input: InputOf<A>,
  ): Promise<Refusal['code'] | undefined> {
    const outcome = await this.world.ask(person, action, input);
    return outcome.ok ? undefined : outcome.refusal.code;
  }

  async accept(person: string, ticketId: string): Promise<void> {
    granted(await this.world.ask(person, 'ticketWork.accept', { ticketId }));
  }
}
