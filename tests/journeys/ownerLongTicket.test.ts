import type { Step } from '../../cloudfunctions/modules/tickets/ticket';
import type { Instant } from '../../types/day';
import { seededTicket } from '../system/product/ticketDoors';
import { openidOf } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, type Town } from './owner/town';

jest.setTimeout(180_000);

const hour = 60 * 60_000;

/** A ticket as long as one may become (docs/tickets.md): the audits at the end hold its page to WeChat's advice. */
describe('a ticket of 300 steps', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    const now = town.world.ports.now();
    const reportedAt = (now - 300 * hour) as Instant;
    await town.world.seed('tickets', {
      ...seededTicket('ticket-long', now),
      ...{ reportedAt, steps: steps(reportedAt) },
    });
    phone = await town.phoneOf('owner');
  });

  afterAll(() => town?.close());

  test('shows the newest, and older ones in place on a tap, to the first', async () => {
    await phone.visits('/packages/tickets/ticket/index?ticketId=ticket-long');
    await phone.sees('第 299 次', '第 280 次', '更早的 280 步');
    expect(await phone.screen()).not.toContain('第 279 次');
    for (let left = 260; left > 0; left -= 20) {
      await phone.tapsOn('#ticket-older');
      await phone.sees(`更早的 ${left} 步`, `第 ${left} 次`);
    }
    await phone.tapsOn('#ticket-older');
    await phone.sawLast('更早的');
    await phone.sees('第 299 次', '第 1 次', '已受理');
  });
});

function steps(reportedAt: Instant): readonly Step[] {
  const reported: Step = { at: reportedAt, what: 'reported', openid: openidOf('owner') };
  const turns = Array.from({ length: 299 }, (_, index): Step => {
    const at = (reportedAt + (index + 1) * hour) as Instant;
    const what = index % 2 === 0 ? 'pause' : 'resume';
    return { at, what, by: '张师傅', note: { text: `第 ${index + 1} 次`, check: 'passed' } };
  });
  return [reported, ...turns];
}
