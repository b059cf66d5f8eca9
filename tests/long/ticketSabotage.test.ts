import { load } from '../simulation/sabotage/load';
import { law } from '../simulation/tickets/laws/law';
import { simulate } from '../simulation/tickets/simulate';

jest.setTimeout(10 * 60_000);

type CheckModule = typeof import('../../cloudfunctions/platform/contentCheck');
type ContentModule = typeof import('../../cloudfunctions/modules/tickets/reporting/content/content');
type RefusedModule = typeof import('../../cloudfunctions/modules/tickets/reporting/told');
type ToldModule = typeof import('../../cloudfunctions/modules/tickets/work/told');
type TermsModule = typeof import('../../cloudfunctions/modules/tickets/termsStore');
type UsualModule = typeof import('../../cloudfunctions/modules/tickets/terms');

/** What one sabotage may take: so many seeds, so many steps of each. */
const seeds = 8;
const steps = 1000;

interface Sabotage {
  readonly what: string;
  readonly commit: () => void;
  readonly law: string;
}

/** What WeChat refuses is shown all the same. */
function passPhotos(): void {
  const check = load<CheckModule>('platform/contentCheck');
  const { mediaVerdictIn } = check;
  jest.spyOn(check, 'mediaVerdictIn').mockImplementation((event) => {
    const said = mediaVerdictIn(event);
    return said && { ...said, verdict: 'passed' };
  });
}

function passWords(): void {
  jest
    .spyOn(load<CheckModule>('platform/contentCheck'), 'checkText')
    .mockImplementation(async () => 'passed');
}

function tellNoSender(): void {
  jest
    .spyOn(load<RefusedModule>('modules/tickets/reporting/told'), 'tellRefused')
    .mockImplementation(() => []);
}

/** A verdict that was lost is never asked for again. */
function askOnce(): void {
  const content = load<ContentModule>('modules/tickets/reporting/content/content');
  const { nextAsk } = content;
  jest
    .spyOn(content, 'nextAsk')
    .mockImplementation((ticket, now) =>
      ticket.photos.some(({ askedAt }) => askedAt !== undefined) ? 'never' : nextAsk(ticket, now),
    );
}

function tellNoHolder(): void {
  jest.spyOn(load<ToldModule>('modules/tickets/work/told'), 'tellAssignee').mockImplementation(() => []);
}

/** Neither desk hears of few stars. */
function tellNoDesk(): void {
  const told = load<ToldModule>('modules/tickets/work/told');
  const { tellDuty } = told;
  jest
    .spyOn(told, 'tellDuty')
    .mockImplementation((ticket, duty, kind, words) =>
      kind === 'poorRating' ? [] : tellDuty(ticket, duty, kind, words),
    );
}

function forgetTerms(): void {
  const { usualTerms } = load<UsualModule>('modules/tickets/terms');
  jest
    .spyOn(load<TermsModule>('modules/tickets/termsStore'), 'termsOf')
    .mockImplementation(async () => usualTerms);
}

const sabotages: readonly Sabotage[] = [
  { what: 'a photo that WeChat refuses is passed', commit: passPhotos, law: law.verdict },
  { what: 'words that WeChat refuses are passed', commit: passWords, law: law.verdict },
  { what: 'nobody is told that WeChat refused', commit: tellNoSender, law: law.verdict },
  { what: 'a lost verdict is never asked for again', commit: askOnce, law: law.askedAgain },
  { what: 'who loses a ticket is told nothing', commit: tellNoHolder, law: law.told },
  { what: 'no desk hears of a poor rating', commit: tellNoDesk, law: law.rated },
  { what: 'nobody looks at what the community has set', commit: forgetTerms, law: law.asSet },
];

/** The first law that is broken. */
async function foundOut(): Promise<string | undefined> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const [violation] = (await simulate({ seed, steps })).violations;
    if (violation) return violation.law;
  }
  return undefined;
}

/** What only the real life has, WeChat's content check, messages, a community's own terms: each law is worth what it finds. */
describe('the laws of the real life find out when', () => {
  // The whole product is read here, not on some test's time.
  beforeAll(() => simulate({ seed: 1, steps: 1 }));
  afterEach(() => jest.restoreAllMocks());

  test.each(sabotages)('$what', async ({ commit, law: expected }) => {
    commit();
    expect(await foundOut()).toBe(expected);
  });
});
