import { Crew } from '../tests/journeys/tickets/crew';
import { movedAt } from '../tests/journeys/tickets/moves';
import { openidOf } from '../tests/system/product/world';
import { DemoPhone } from '../tools/demo/demoPhone';
import { type Figure, measureTold, type Plan } from './measure';

/** Milliseconds between two steps: what the last one moved has been told and drawn by then. */
const rest = 300;

/**
 * How soon the owner's open ticket page shows what the engineer did (B5), with the shipped artefacts: the engineer's request leaves, the
 * cloud commits it and moves the feed, the owner's phone hears of it, asks and draws. Steps that can be done again and again: standing
 * still and going on; few enough that the page does not grow beyond what a real ticket has.
 */
export async function ticketFigures({ rounds }: Pick<Plan, 'rounds'>): Promise<Figure[]> {
  const crew = await Crew.open();
  try {
    await crew.onDuty('zhang');
    const leak = { type: 'repair', problem: 'leak', urgency: 'general', photos: [] } as const;
    const report = { ...leak, photos: [], homeId: 'yunqi-1201', text: '厨房水龙头漏水' };
    const { ticketId } = await crew.ask('owner', 'tickets.report', report);
    await crew.ask('zhang', 'ticketWork.accept', { ticketId });
    const owner = await crew.town.phoneOf('owner');
    await owner.visits(`/packages/tickets/ticket/index?ticketId=${ticketId}`);
    await owner.sees('到场，检查并维修');
    const engineer = await DemoPhone.of(crew.town.world.cloud.gatewayUrl, openidOf('zhang'));
    const step = async (n: number) => {
      const isStill = n % 2 === 1;
      const seen = await movedAt(owner, [isStill ? '等配件：等软管' : '到场，检查并维修']);
      const begun = Date.now();
      if (isStill) await engineer.ask('ticketWork.pause', { ticketId, reason: 'part', note: '等软管' });
      else await engineer.ask('ticketWork.resume', { ticketId });
      const at = await seen();
      if (at === undefined) throw new Error("the owner's page did not move");
      await new Promise((resolve) => setTimeout(resolve, rest));
      return at - begun;
    };
    return [await measureTold("engineer's step to owner's page", { rounds, times: 8, warmUp: 2 }, step)];
  } finally {
    await crew.close();
  }
}
