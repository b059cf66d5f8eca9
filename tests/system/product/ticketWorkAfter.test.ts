import { wordsFor } from '../../../src/packages/tickets/rate/ratingWords';
import { ratingWords } from '../../../types/ratingWords';
import { WorkWorld } from './workWorld';

jest.setTimeout(240_000);

const minute = 60_000;
const hour = 60 * minute;
const late = '有工单超过时限';
const dueOn = '2026-12-01';

/** B3, B6, B7: what comes after the work. */
describe('after the work', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
  });
  afterEach(() => at?.stop());

  const kinds = async (ticketId: string) =>
    (await at.ticket(ticketId)).clocks
      .filter(({ stoppedAt }) => stoppedAt === undefined)
      .map(({ kind }) => kind);

  test('a rating is said in words to choose from; what is one’s own goes through the check', async () => {
    const ticketId = await at.closed();
    const said = { ticketId, stars: 5, photos: [] };
    expect(await at.refusal('owner', 'tickets.rate', { ...said, words: ['加我微信'] })).toBe('INVALID_INPUT');
    const offered = (['repair', 'complaint'] as const).flatMap((type) =>
      [1, 5].flatMap((stars) => wordsFor(type, stars)),
    );
    expect(new Set(offered)).toEqual(new Set(ratingWords));
    const words = wordsFor('repair', 5);
    const { rating } = await at.ask('owner', 'tickets.rate', { ...said, words: [...words] });
    expect(rating?.words).toEqual(words);
  });

  test('a poor rating: customer service asks, then the supervisor, then the project manager', async () => {
    const ticketId = await at.closed();
    await at.rate(ticketId, 2);
    expect(await kinds(ticketId)).toEqual(['revisit', 'plan']);
    expect(await at.inbox('customerService')).toContain('有一条差评要回访');
    expect(await at.inbox('supervisor')).toContain('有一条差评要回访');
    const said = { ticketId, isSatisfied: false, note: '说还在滴水' };
    expect(await at.refusal('zhang', 'ticketWork.revisit', said)).toBe('NOT_ALLOWED');
    await at.ask('customerService', 'ticketWork.revisit', said);
    expect(await kinds(ticketId)).toEqual(['plan', 'revisitSupervisor']);
    expect(await at.inbox('supervisor')).toContain('有一张工单要回访');
    // Below the level that is due nobody may.
    expect(await at.refusal('customerService', 'ticketWork.revisit', said)).toBe('NOT_ALLOWED');
    await at.ask('supervisor', 'ticketWork.revisit', said);
    expect(await at.inbox('projectManager')).toEqual(['有一张工单要回访']);
    const last = await at.ask('projectManager', 'ticketWork.revisit', { ...said, isSatisfied: true });
    expect(last.revisits.map(({ level, isSatisfied }) => [level, isSatisfied])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(await at.refusal('projectManager', 'ticketWork.revisit', said)).toBe('NOTHING_TO_REVISIT');
    // What was noted of the calls is the staff's.
    expect((await at.ask('owner', 'tickets.ticket', { ticketId })).revisits).toEqual([]);
  });

  test('a guard who finds the own finding badly mended is revisited by nobody: the supervisor hears of it', async () => {
    const { ticketId } = await at.ask('liu', 'tickets.takeReport', {
      ...{ communityId: 'yunqi', channel: 'patrol', type: 'repair', problem: 'leak', urgency: 'general' },
      ...{ place: { kind: 'common', building: '3', where: '大堂' }, text: '大堂漏水', photos: [] },
    });
    await at.giving.accept('zhang', ticketId);
    await at.worked(ticketId);
    await at.finish(ticketId);
    await at.ask('liu', 'tickets.acceptWork', { ticketId, signature: at.file('liu', 'ok.png') });
    await at.ask('liu', 'tickets.rate', { ticketId, stars: 1, words: [], photos: [] });
    expect(await kinds(ticketId)).toEqual([]);
    expect(await at.inbox('supervisor')).toContain('巡更同事给了差评');
    expect(await at.inbox('customerService')).not.toContain('有一条差评要回访');
    const { can } = await at.ask('customerService', 'tickets.ticket', { ticketId });
    expect(can).not.toContain('ticketWork.revisit');
  });

  test('revisits nobody makes go up by themselves, each told once, however late the tick is', async () => {
    const ticketId = await at.closed();
    await at.rate(ticketId, 1);
    for (let hours = 0; hours < 48; hours += 1) {
      at.world.advance(hour);
      await at.world.tick();
      if (hours % 7 === 0) await at.world.tick();
    }
    const { clocks, steps } = await at.ticket(ticketId);
    expect(
      clocks.filter(({ kind }) => kind.startsWith('revisit')).map(({ kind, level }) => [kind, level]),
    ).toEqual([
      ['revisit', 2],
      ['revisitSupervisor', 2],
      ['revisitManager', 3],
    ]);
    expect(steps.filter(({ what }) => what === 'revisitMissed')).toHaveLength(2);
    const told = (await at.audited(ticketId)).filter((what) => what === 'ticketEscalated');
    // revisit 1 2, revisitSupervisor 1 2, revisitManager 1 2 3, plan 1 2 3.
    expect(told).toHaveLength(10);
    expect((await at.inbox('projectManager')).filter((title) => title === '有一张工单要回访')).toHaveLength(
      1,
    );
    expect((await at.inbox('projectManager')).filter((title) => title === late)).toHaveLength(2);
    // Whoever is asked in the end still may.
    await at.ask('projectManager', 'ticketWork.revisit', { ticketId, isSatisfied: true, note: '上门道歉' });
    expect(await kinds(ticketId)).toEqual(['plan']);
  });

  test('the plan is published once, without names, to the community and nobody else', async () => {
    const ticketId = await at.closed();
    await at.rate(ticketId, 1);
    const plan = (text: string) => ({ ticketId, text, dueOn });
    for (const text of ['对 zhang 停岗学习', '到1201室重修', '有事打 0571-88880000'])
      expect(await at.refusal('supervisor', 'ticketWork.plan', plan(text))).toBe('PLAN_NAMES_SOMEBODY');
    expect(
      await at.refusal('supervisor', 'ticketWork.plan', { ...plan('先报价'), dueOn: '2026-11-09' }),
    ).toBe('INVALID_INPUT');
    const planned = await at.ask('supervisor', 'ticketWork.plan', plan('先报价再施工，换铜芯角阀。'));
    expect(planned.plan).toMatchObject({ text: '先报价再施工，换铜芯角阀。', dueOn });
    expect(await at.refusal('supervisor', 'ticketWork.plan', plan('再写一次'))).toBe('NO_PLAN_DUE');
    expect(await at.inbox('owner')).toContain('整改方案出来了');
    const community = { communityId: 'yunqi' };
    const read = await at.ask('ownerNextDoor', 'ticketDesks.rectifications', community);
    expect(read.rows).toEqual([
      {
        ...{ problem: 'leak', what: '住户评价 1 星', plan: '先报价再施工，换铜芯角阀。', dueOn },
        publishedAt: planned.plan?.at,
      },
    ]);
    expect(await at.refusal('ownerElsewhere', 'ticketDesks.rectifications', community)).toBe('NOT_ALLOWED');
    expect(await at.refusal('stranger', 'ticketDesks.rectifications', community)).toBe('NOT_ALLOWED');
  });

  test('a good rating starts nothing', async () => {
    const ticketId = await at.closed();
    await at.rate(ticketId, 3);
    expect(await kinds(ticketId)).toEqual([]);
    const said = { ticketId, isSatisfied: true, note: '好' };
    expect(await at.refusal('customerService', 'ticketWork.revisit', said)).toBe('NOTHING_TO_REVISIT');
    const plan = { ticketId, text: '没有', dueOn };
    expect(await at.refusal('customerService', 'ticketWork.plan', plan)).toBe('NO_PLAN_DUE');
  });

  test('an emergency is revisited within the hour after the work, though its owner is silent', async () => {
    const ticketId = await at.finished({ urgency: 'emergency', text: '水管漏水，满地都是' });
    const { state, clocks, movedAt } = await at.ticket(ticketId);
    expect(state).toBe('finished');
    expect(clocks.find(({ kind }) => kind === 'revisit')?.by).toBe(movedAt + hour);
    expect(await at.inbox('customerService')).toContain('有一张工单要回访');
    await at.ask('customerService', 'ticketWork.revisit', { ticketId, isSatisfied: true, note: '好了' });
    expect(await kinds(ticketId)).toEqual(['acceptance']);
    await at.accept(ticketId);
    expect(await at.world.read('due', `ticket·${ticketId}`)).toBeUndefined();
  });
});

/** B10: a complaint from its grade to its end. */
describe('complaints', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
  });
  afterEach(() => at?.stop());

  const complained = () => at.reported({ type: 'complaint', problem: 'noise', text: '楼上半夜装修' });
  const answers = '有住户等您答复';
  const disputed = '住户说还没有解决';

  test('graded: sooner, and told as high as it is grave; once', async () => {
    const ticketId = await complained();
    const graded = (grade: 'minor' | 'major' | 'critical') =>
      at.ask('customerService', 'tickets.grade', { ticketId, grade, reason: '影响多户' });
    expect((await graded('minor')).grade).toBe('minor');
    expect(await at.inbox('supervisor')).toEqual([]);
    await graded('major');
    await graded('major');
    expect(await at.inbox('supervisor')).toEqual([answers]);
    expect(await at.inbox('projectManager')).toEqual([]);
    const critical = await graded('critical');
    expect(critical.clocks[0]?.by).toBe(at.world.ports.now() + 2 * hour);
    expect(await at.inbox('projectManager')).toEqual([answers]);
    const leak = await at.reported();
    expect(
      await at.refusal('customerService', 'tickets.grade', {
        ticketId: leak,
        grade: 'major',
        reason: '多户',
      }),
    ).toBe('GRADE_NOT_POSSIBLE');
  });

  test('graded by its words at once, told as high as that; whoever looks puts it right', async () => {
    const ticketId = await at.reported({
      type: 'complaint',
      problem: 'service',
      text: '保安打人，腿都流血了',
    });
    expect(await at.inbox('supervisor')).toEqual([answers]);
    expect(await at.inbox('projectManager')).toEqual([answers]);
    const desk = await at.ask('customerService', 'tickets.ticket', { ticketId });
    expect(desk).toMatchObject({ grade: 'critical', isGradeSuggested: true });
    expect(desk.clocks[0]?.by).toBe(at.world.ports.now() + 2 * hour);
    const owners = await at.ask('owner', 'tickets.ticket', { ticketId });
    expect(owners).not.toHaveProperty('grade');
    expect(owners).not.toHaveProperty('isGradeSuggested');
    const graded = await at.ask('customerService', 'tickets.grade', {
      ...{ ticketId, grade: 'minor', reason: '问过了，是业主之间的误会' },
    });
    expect(graded.grade).toBe('minor');
    expect(graded).not.toHaveProperty('isGradeSuggested');
    expect(graded.clocks[0]?.by).toBe(at.world.ports.now() + 24 * hour);
  });

  test('answered; not helped: to the supervisor, then to the project manager; silence ends it', async () => {
    const ticketId = await complained();
    const judge = (helped: boolean) => ({ ticketId, helped, reason: '还是吵' });
    expect(await at.refusal('owner', 'tickets.judgeAnswer', judge(true))).toBe('TICKET_MOVED');
    for (const round of [1, 2]) {
      await at.ask('customerService', 'tickets.answer', { ticketId, text: `第 ${round} 次谈过` });
      expect(await at.refusal('customerService', 'tickets.answer', { ticketId, text: '再答' })).toBe(
        'TICKET_MOVED',
      );
      expect((await at.inbox('owner')).filter((title) => title === '您的来信有答复了')).toHaveLength(round);
      // A complaint is its asker's alone.
      expect(await at.refusal('family', 'tickets.judgeAnswer', judge(true))).toBe('NOT_ALLOWED');
      const back = await at.ask('owner', 'tickets.judgeAnswer', judge(false));
      expect(back).toMatchObject({ state: 'answering' });
    }
    expect(await at.inbox('supervisor')).toEqual([disputed]);
    expect(await at.inbox('projectManager')).toEqual([disputed]);
    await at.ask('projectManager', 'tickets.answer', { ticketId, text: '已限时施工' });
    at.world.advance(72 * hour);
    await at.world.tick();
    const over = await at.ticket(ticketId);
    expect(over.state).toBe('closed');
    expect(over.answers.map(({ helped }) => helped)).toEqual([false, false, undefined]);
    expect((await at.rate(ticketId, 4)).state).toBe('rated');
  });

  test('helped: closed at once, without a signature', async () => {
    const ticketId = await complained();
    await at.ask('customerService', 'tickets.answer', { ticketId, text: '已限时施工' });
    const signature = at.file('owner', 's.png');
    expect(await at.refusal('owner', 'tickets.acceptWork', { ticketId, signature })).toBe('TICKET_MOVED');
    expect((await at.ask('owner', 'tickets.judgeAnswer', { ticketId, helped: true })).state).toBe('closed');
  });
});
