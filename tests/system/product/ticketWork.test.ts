import { killedAfter } from './killed';
import { WorkWorld } from './workWorld';
import { codeOf, granted, openidOf } from './world';

jest.setTimeout(240_000);

const minute = 60_000;
const hour = 60 * minute;

/** B5, from the door to the signature, through the real SDK. */
describe('the work', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
  });
  afterEach(() => at?.stop());

  test('scanned, ticked, photographed, signed; each step moves the open pages; the engineer is free again', async () => {
    const ticketId = await at.accepted();
    const code = { ticketId, code: 'packages/homes/bind/index?scene=h%3Dyunqi-1201%26c%3Dyunqi' };
    const wrong = { ticketId, code: 'h=yunqi-1202&c=yunqi' };
    expect(await at.refusal('zhang', 'ticketWork.checkIn', wrong)).toBe('WRONG_CODE');
    const before = await at.told('owner', 'tickets');
    const there = await at.ask('zhang', 'ticketWork.checkIn', code);
    expect(there).toMatchObject({
      state: 'working',
      steps: [{ what: 'checkIn', note: '已扫门牌码' }, {}, {}, {}],
    });
    expect(await at.told('owner', 'tickets')).toBe(before + 1);
    expect(await at.told('family', 'tickets')).toBeGreaterThan(0);
    expect(await at.told('supervisor', 'work')).toBeGreaterThan(0);
    expect(await at.inbox('owner')).toContain('工单有进展：师傅已到场');

    const done = { ticketId, result: '换了软管', signature: at.file('zhang', 's.png') };
    expect(await at.refusal('zhang', 'ticketWork.finish', done)).toBe('CHECKLIST_OPEN');
    const first = { ticketId, item: '喝茶', isDone: true };
    expect(await at.refusal('zhang', 'ticketWork.tick', first)).toBe('INVALID_INPUT');
    for (const { item } of there.checklist)
      await at.ask('zhang', 'ticketWork.tick', { ticketId, item, isDone: true });
    expect(await at.refusal('zhang', 'ticketWork.finish', done)).toBe('PHOTO_MISSING');
    const stolen = { ticketId, when: 'before' as const, photos: [at.file('liu', 'b.jpg')] };
    expect(await at.refusal('zhang', 'ticketWork.addPhotos', stolen)).toBe('FILE_NOT_YOURS');
    for (const when of ['before', 'after'] as const)
      await at.ask('zhang', 'ticketWork.addPhotos', {
        ticketId,
        when,
        photos: [at.file('zhang', `${when}.jpg`)],
      });
    const hose = { name: '不锈钢软管', quantity: 1, price: 2800, isOldReturned: true };
    await at.ask('zhang', 'ticketWork.setMaterials', { ticketId, materials: [hose] });
    const forged = { ...done, signature: at.file('owner', 's.png') };
    expect(await at.refusal('zhang', 'ticketWork.finish', forged)).toBe('FILE_NOT_YOURS');
    const finished = await at.ask('zhang', 'ticketWork.finish', done);
    expect(finished).toMatchObject({ state: 'finished', result: '换了软管', materials: [hose] });
    expect((await at.world.read('workloads', 'zhang'))?.tickets).toEqual([]);

    expect(await at.inbox('owner')).toContain('修好了，请您验收');
    const others = { ticketId, signature: at.file('zhang', 's.png') };
    expect(await at.refusal('owner', 'tickets.acceptWork', others)).toBe('FILE_NOT_YOURS');
    const over = await at.accept(ticketId);
    expect(over).toMatchObject({ state: 'closed', can: expect.arrayContaining(['tickets.rate']) });
    expect(over.signed?.owner?.at).toBeGreaterThan(0);
    expect(await at.inbox('owner')).toContain('工单完成，请您评价');
    expect((await at.rate(ticketId, 5)).state).toBe('rated');
    expect(await at.refusal('family', 'tickets.rate', { ticketId, stars: 1, words: [], photos: [] })).toBe(
      'ALREADY_RATED',
    );
    expect(await at.world.read('due', `ticket·${ticketId}`)).toBeUndefined();
  });

  test('a signature that is written over afterwards: the desk sees what was signed, whenever WeChat has looked at it', async () => {
    const ticketId = await at.finished();
    const draw = async (content: string): Promise<string> => {
      const cloudPath = at.file('owner', 'ok.png').replace(/^cloud:\/\/[^/]+\//, '');
      const { fileID } = await at.world.product
        .sdk()
        .uploadFile({ cloudPath, fileContent: Buffer.from(content) });
      return fileID;
    };
    const signature = await draw('王芳');
    await at.ask('owner', 'tickets.acceptWork', { ticketId, signature });
    await draw('不是我签的');
    // Nobody of the home was on the phone: WeChat has taken no order, and the copy stands all the same.
    const { signed } = await at.ticket(ticketId);
    expect(signed?.owner).toMatchObject({ check: 'pending', copyId: expect.stringContaining('/checked/') });
    expect((await at.ask('supervisor', 'tickets.ticket', { ticketId })).signed?.owner).not.toHaveProperty(
      'link',
    );

    at.world.cloud.rooms.users.create({ openid: openidOf('owner'), name: 'owner', phone: '13900000001' });
    at.world.cloud.rooms.users.seen(openidOf('owner'));
    await at.minutes(6);
    const { settleVerdict } = await import('../../../cloudfunctions/modules/tickets');
    const check = at.world.cloud.rooms.openapi.media.list().at(-1);
    await settleVerdict({ traceId: check?.traceId ?? '', verdict: 'passed' }, at.world.ports);
    expect((await at.ticket(ticketId)).signed?.owner?.copyId).toBe(signed?.owner?.copyId);
    const seen = await at.ask('supervisor', 'tickets.ticket', { ticketId });
    expect(await (await fetch(seen.signed?.owner?.link ?? '')).text()).toBe('王芳');
  });

  test('without a code the reason goes to the after-check', async () => {
    const ticketId = await at.accepted();
    expect(await at.refusal('zhang', 'ticketWork.checkIn', { ticketId })).toBe('INVALID_INPUT');
    await at.worked(ticketId);
    await at.finish(ticketId);
    await at.accept(ticketId);
    const seen = await at.ask('supervisor', 'tickets.ticket', { ticketId });
    expect(seen.afterCheck).toEqual({ state: 'due', about: 'unscanned', note: '没有扫码：门牌掉了' });
  });

  test('nobody else works on it, and what was handed on is nobody’s to finish', async () => {
    const ticketId = await at.accepted();
    for (const person of ['liu', 'owner', 'customerService', 'engineer'])
      expect(await at.refusal(person, 'ticketWork.checkIn', { ticketId, cannotScan: '掉了' })).toBe(
        'NOT_ALLOWED',
      );
    await at.ask('supervisor', 'ticketWork.override', { ticketId, to: 'liu', reason: '换人' });
    expect(await at.refusal('zhang', 'ticketWork.checkIn', { ticketId, cannotScan: '掉了' })).toBe(
      'NOT_ALLOWED',
    );
  });

  test('handed to somebody else in the very moment of checking in: one of the two happens', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ticketId = await at.accepted();
      const override = { ticketId, to: 'liu', reason: '换人' };
      const both = await Promise.all([
        at.world.ask('zhang', 'ticketWork.checkIn', { ticketId, cannotScan: '掉了' }),
        at.world.ask('supervisor', 'ticketWork.override', override),
      ]);
      const codes = both.map(codeOf);
      expect(codes.filter((code) => code === undefined)).toHaveLength(1);
      expect(['TICKET_MOVED', 'NOT_ALLOWED']).toContain(codes.find((code) => code !== undefined));
      const { state, assignee } = await at.ticket(ticketId);
      expect([state, assignee?.staffId]).toEqual(
        codes[0] === undefined ? ['working', 'zhang'] : ['offered', 'liu'],
      );
      const left = codes[0] === undefined ? 'zhang' : 'liu';
      // The next round's is given to 张师傅 again.
      if (left === 'zhang')
        await at.ask('zhang', 'ticketWork.pause', { ticketId, reason: 'part', note: '等' });
      await at.ask('customerService', 'tickets.cancel', { ticketId, reason: '下一轮' });
    }
  });

  test('paused for a part: the clocks stand still, the owner reads why; then on with as much left', async () => {
    const ticketId = await at.accepted();
    const before = (await at.ticket(ticketId)).clocks.find(({ kind }) => kind === 'close');
    await at.ask('zhang', 'ticketWork.pause', { ticketId, reason: 'part', note: '等软管' });
    const seen = await at.ask('owner', 'tickets.ticket', { ticketId });
    expect(seen).toMatchObject({ state: 'paused', paused: { reason: 'part', note: '等软管' } });
    // No clock: the supervisor is to hear of it after a day.
    const told = await at.world.read('due', `ticket·${ticketId}`);
    expect(Math.round((Number(told?.at) - at.world.ports.now()) / hour)).toBe(24);
    at.world.advance(40 * hour);
    await at.world.tick();
    expect((await at.ticket(ticketId)).clocks.every(({ level }) => level === 0)).toBe(true);
    await at.ask('supervisor', 'ticketWork.resume', { ticketId });
    const after = (await at.ticket(ticketId)).clocks.find(({ kind }) => kind === 'close');
    expect(after?.by).toBe((before?.by ?? 0) + 40 * hour);
    expect(await at.refusal('zhang', 'ticketWork.resume', { ticketId })).toBe('TICKET_MOVED');
  });

  test('another day: proposed, another time named by the family, and due by its end', async () => {
    const ticketId = await at.accepted();
    const now = at.world.ports.now();
    const past = { ticketId, reason: '缺配件', appointment: { from: now - hour, to: now } };
    expect(await at.refusal('zhang', 'ticketWork.postpone', past)).toBe('WINDOW_NOT_POSSIBLE');
    const appointment = { from: now + 24 * hour, to: now + 26 * hour };
    await at.ask('zhang', 'ticketWork.postpone', { ticketId, reason: '缺配件', appointment });
    expect(await at.inbox('owner')).toContain('要改个时间，请您确认');
    const far = { from: now + 15 * 24 * hour, to: now + 15 * 24 * hour + hour };
    expect(await at.refusal('owner', 'tickets.confirmAppointment', { ticketId, other: far })).toBe(
      'WINDOW_NOT_POSSIBLE',
    );
    const other = { from: now + 48 * hour, to: now + 50 * hour };
    const agreed = await at.ask('family', 'tickets.confirmAppointment', { ticketId, other });
    expect(agreed).toMatchObject({ state: 'accepted', appointment: { ...other, isConfirmed: true } });
    expect((await at.ticket(ticketId)).clocks.find(({ kind }) => kind === 'close')?.by).toBe(other.to);
    expect(await at.inbox('zhang')).toContain('工单约在 11月12日 09:00—11:00');
    expect(await at.refusal('owner', 'tickets.confirmAppointment', { ticketId })).toBe('TICKET_MOVED');
  });

  test('nobody agrees to another day: customer service is told to call, once, when it begins', async () => {
    const ticketId = await at.accepted();
    const now = at.world.ports.now();
    const appointment = { from: now + 24 * hour, to: now + 26 * hour };
    await at.ask('zhang', 'ticketWork.postpone', { ticketId, reason: '缺配件', appointment });
    const calls = async () =>
      (await at.inbox('customerService')).filter((title) => title === '约的时间没有人确认').length;
    at.world.advance(24 * hour - minute);
    expect(await calls()).toBe(0);
    at.world.advance(minute);
    await killedAfter(at.world, 25, () => at.world.tick());
    await at.minutes(3);
    expect(await calls()).toBe(1);
    expect(await at.world.read('due', `appointment·${ticketId}`)).toBeUndefined();
    // Proposed anew, it is looked after anew; agreed to, nobody need call.
    await at.ask('zhang', 'ticketWork.resume', { ticketId });
    const later = { from: now + 48 * hour, to: now + 50 * hour };
    await at.ask('zhang', 'ticketWork.postpone', { ticketId, reason: '缺配件', appointment: later });
    await at.ask('customerService', 'tickets.confirmAppointment', { ticketId });
    at.world.advance(25 * hour);
    expect(await calls()).toBe(1);
  });

  test('not repaired: back to the same engineer, the supervisor is told; then 72 hours of silence accept it', async () => {
    const ticketId = await at.finished();
    const stolen = { ticketId, reason: '还在漏', photos: [at.file('zhang', 'x.jpg')] };
    expect(await at.refusal('owner', 'tickets.rejectWork', stolen)).toBe('FILE_NOT_YOURS');
    const photos = [at.file('owner', 'wet.jpg')];
    await at.ask('owner', 'tickets.rejectWork', { ticketId, reason: '还在漏', photos });
    expect(await at.ticket(ticketId)).toMatchObject({
      state: 'accepted',
      comebacks: 1,
      assignee: { staffId: 'zhang' },
    });
    expect(await at.inbox('zhang')).toContain('住户说还没有解决');
    expect(await at.inbox('supervisor')).toContain('住户说还没有解决');
    expect((await at.world.read('workloads', 'zhang'))?.tickets).toHaveLength(1);
    at.world.advance(minute);
    await at.worked(ticketId);
    const signature = at.file('zhang', 's.png');
    // The photo of after is of the first visit.
    expect(await at.refusal('zhang', 'ticketWork.finish', { ticketId, result: '好了', signature })).toBe(
      'PHOTO_MISSING',
    );
    await at.ask('zhang', 'ticketWork.addPhotos', {
      ticketId,
      when: 'after',
      photos: [at.file('zhang', '2.jpg')],
    });
    await at.finish(ticketId);
    at.world.advance(72 * hour - minute);
    await at.world.tick();
    expect((await at.ticket(ticketId)).state).toBe('finished');
    await at.minutes(1);
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'closed', signed: { isSilent: true } });
    expect(await at.inbox('owner')).toContain('工单完成，请您评价');
  });

  test('the same request twice is one step, and two signatures at once are one acceptance', async () => {
    const ticketId = await at.finished();
    const input = { ticketId, signature: at.file('owner', 'ok.png') };
    const first = granted(await at.world.ask('owner', 'tickets.acceptWork', input, 'the-same-request'));
    const again = granted(await at.world.ask('owner', 'tickets.acceptWork', input, 'the-same-request'));
    expect(again.steps).toEqual(first.steps);
    const other = await at.finished();
    const both = await Promise.all(
      ['owner', 'family'].map((person) =>
        at.world.ask(person, 'tickets.acceptWork', { ticketId: other, signature: at.file(person, 'ok.png') }),
      ),
    );
    expect(both.map(codeOf).sort()).toEqual(['TICKET_MOVED', undefined]);
    expect((await at.audited(other)).filter((what) => what === 'ticketWorkAccepted')).toHaveLength(1);
  });
});
