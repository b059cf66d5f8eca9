import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { InputOf } from '../../../types/contract';
import { GivingWorld } from './givingWorld';
import { codeOf, granted } from './world';

jest.setTimeout(120_000);

const communityId = 'yunqi';
const month = '2026-11';
const desks = ['ticketDesks.customer', 'ticketDesks.supervisor'] as const;

/** Who opens what of the desks, and who sets the terms. */
describe('who stands at the desks', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
  });
  afterEach(() => at?.world.stop());

  test('who does not stand at a desk of the community opens none of it', async () => {
    await at.waiting();
    const list = { communityId, which: 'reported', month } as const;
    for (const person of ['customerService', 'supervisor', 'projectManager'])
      expect(codeOf(await at.world.ask(person, 'ticketWork.list', list))).toBeUndefined();
    for (const person of ['engineer', 'guard', 'owner', 'customerServiceElsewhere', 'stranger']) {
      expect(codeOf(await at.world.ask(person, 'ticketWork.list', list))).toBe('NOT_ALLOWED');
      for (const action of desks)
        expect(codeOf(await at.world.ask(person, action, { communityId }))).toBe('NOT_ALLOWED');
    }
    const elsewhere = await at.world.ask('customerServiceElsewhere', 'ticketWork.list', {
      ...{ communityId: 'wutong', which: 'reported', month },
    });
    expect(granted(elsewhere)).toEqual({ rows: [], total: 0 });
  });

  test.each<[string, object]>([
    ['a figure without its month', { which: 'done' }],
    ['a list of now with a month', { which: 'late', month }],
    ['a day’s figure with a month', { which: 'kept', month }],
    ['a figure that there is not', { which: 'problem-nothing', month }],
  ])('%s is no list', async (_name, list) => {
    const input = { communityId, ...list } as InputOf<'ticketWork.list'>;
    expect(codeOf(await at.world.ask('supervisor', 'ticketWork.list', input))).toBe('INVALID_INPUT');
  });

  test('the terms are read at every desk of the community, and set by its project manager alone', async () => {
    const see = (person: string) => at.world.ask(person, 'ticketDesks.terms', { communityId });
    for (const person of ['customerService', 'supervisor', 'projectManager'])
      expect(granted(await see(person))).toEqual(usualTerms);
    for (const person of ['engineer', 'owner', 'customerServiceElsewhere', 'stranger'])
      expect(codeOf(await see(person))).toBe('NOT_ALLOWED');
    const terms = { ...usualTerms, general: { respond: 60, close: 2880 } };
    const set = (person: string, to: typeof terms) =>
      at.world.ask(person, 'ticketDesks.setTerms', { communityId, terms: to });
    for (const person of ['customerService', 'supervisor', 'engineer', 'customerServiceElsewhere'])
      expect(codeOf(await set(person, terms))).toBe('NOT_ALLOWED');
    const unsound = { ...terms, general: { respond: 2880, close: 60 } };
    expect(codeOf(await set('projectManager', unsound))).toBe('TERMS_NOT_SOUND');
    expect(granted(await see('supervisor'))).toEqual(usualTerms);
    expect(granted(await set('projectManager', terms))).toEqual(terms);
    expect(granted(await see('supervisor'))).toEqual(terms);
    const elsewhere = { communityId: 'wutong' };
    expect(granted(await at.world.ask('customerServiceElsewhere', 'ticketDesks.terms', elsewhere))).toEqual(
      usualTerms,
    );
  });
});
