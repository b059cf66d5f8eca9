import type { InputOf } from '../../../types/contract';
import type { OwnerPhone } from '../owner/ownerPhone';
import { choosesOption, tapOn } from '../staff/office';
import type { Crew } from '../tickets/crew';

export const root = '/packages/staffTickets';

const send = '.slide__footer .button--primary';

/** Opens a ticket as the desks see it. */
export async function opens(phone: OwnerPhone, ticketId: string): Promise<void> {
  await phone.visits(`${root}/case/index?ticketId=${ticketId}`);
  await phone.sees('反映的内容');
}

/** One of a few on the sheet that has just been opened. */
export async function chooses(phone: OwnerPhone, name: string): Promise<void> {
  await phone.sees(name);
  await choosesOption(phone, name);
}

/** Presses the sheet's button. */
export function presses(phone: OwnerPhone): Promise<void> {
  return tapOn(phone, send);
}

/** Presses the sheet's button, and waits until the sheet is gone. */
export async function sends(phone: OwnerPhone): Promise<void> {
  await presses(phone);
  await settled(async () => (await (await phone.page())?.$$('.slide'))?.length, 0);
}

/** Waits until something is as expected, and says what it is otherwise. */
export async function settled(look: () => Promise<unknown>, expected: unknown): Promise<void> {
  const isThere = async () => {
    try {
      expect(await look()).toEqual(expected);
      return true;
    } catch {
      return false;
    }
  };
  for (let left = 80; left > 0 && !(await isThere()); left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await look()).toEqual(expected);
}

/** A leak in the kitchen of 1201, unless something else is said; gives the ticket. */
export async function reported(crew: Crew, part: Partial<InputOf<'tickets.report'>> = {}): Promise<string> {
  const leak = { type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水' } as const;
  const said = { homeId: 'yunqi-1201', ...leak, photos: [], ...part };
  return (await crew.ask('owner', 'tickets.report', said)).ticketId;
}

/** Whoever the rule has chosen takes it. */
export async function taken(crew: Crew, ticketId: string): Promise<string> {
  for (const by of ['zhang', 'he']) {
    const { ok } = await crew.town.world.ask(by, 'ticketWork.accept', { ticketId });
    if (ok) return by;
  }
  throw new Error('nobody could take it');
}

/** Reported, repaired without a code at the door, accepted by its owner: whoever could not scan is looked at afterwards. */
export async function repaired(crew: Crew, part: Partial<InputOf<'tickets.report'>> = {}): Promise<string> {
  const ticketId = await reported(crew, part);
  await crew.works(await taken(crew, ticketId), ticketId);
  const signature = await crew.file('owner', 'ok.png');
  await crew.ask('owner', 'tickets.acceptWork', { ticketId, signature });
  return ticketId;
}
