import { home, tenure } from './community';
import { codeOf, granted, openidOf, startWorld, type World } from './world';

jest.setTimeout(240_000);

const day = 86_400_000;
const phones = { zhang: '13800000001', wife: '13800000002', thief: '13800000009' };

/** Row A1, from the phone's tap to the told neighbour. 张三丰 owns 1201 and 1202, 李梅 is his family in 1201. */
describe('binding a home', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
    const bound = [
      home('yunqi-1201', 'yunqi', '1201', [
        tenure('z1', 'owner', undefined, { residentId: 'zhang' }),
        tenure('l1', 'family', undefined, { residentId: 'li' }),
      ]),
      home('yunqi-1202', 'yunqi', '1202', [tenure('z2', 'owner', undefined, { residentId: 'zhang' })]),
      home('yunqi-1203', 'yunqi', '1203', []),
      home('wutong-1201', 'wutong', '1201', [tenure('w', 'owner', 'elsewhere')]),
    ];
    await world.seed('communities', { _id: 'yunqi', name: '云栖苑' }, { _id: 'wutong', name: '梧桐里' });
    await world.seed('homes', ...bound.map((each) => each.home));
    await world.seed('households', ...bound.map((each) => each.household));
    await world.seed(
      'residents',
      { _id: 'zhang', communityId: 'yunqi', name: '张三丰', phone: phones.zhang },
      { _id: 'li', communityId: 'yunqi', name: '李梅', phone: phones.wife },
    );
    await world.seed('staffMembers', {
      _id: 'kefu',
      communityId: 'yunqi',
      name: '周静',
      phone: '13700000000',
      duties: ['customerService'],
      skills: [],
      areas: [],
      from: '2020-01-01',
      openid: openidOf('kefu'),
    });
  });
  afterEach(() => world?.stop());

  const bind = (person: string, phone: string, surname: string, homeId?: string) =>
    world.ask(person, 'people.bindHome', {
      communityId: 'yunqi',
      phoneCode: world.phoneCode(person, phone),
      secondFact: { kind: 'surname', surname },
      ...(homeId ? { homeId } : {}),
    });
  const request = (person: string, phone: string, room = '1201') =>
    world.ask(person, 'people.requestBinding', {
      communityId: 'yunqi',
      building: '３号楼',
      unit: '2单元',
      room: `${room}室`,
      phoneCode: world.phoneCode(person, phone),
      name: '王五',
      relation: 'tenant',
    });
  const outgoing = async () =>
    (await world.all('outbox')).flatMap(({ intents }) => intents as readonly Record<string, unknown>[]);

  test('phone and surname bind every home of that person, and open them at once', async () => {
    expect(codeOf(await world.ask('zhang', 'people.members', { homeId: 'yunqi-1201' }))).toBe('NOT_ALLOWED');
    const { homes } = granted(await bind('zhang', phones.zhang, '张'));
    expect(homes).toEqual([
      { homeId: 'yunqi-1201', state: 'bound', place: '3栋2单元1201' },
      { homeId: 'yunqi-1202', state: 'bound', place: '3栋2单元1202' },
    ]);
    const me = granted(await world.ask('zhang', 'people.whoAmI', {}));
    expect(me.homes).toMatchObject([
      { homeId: 'yunqi-1201', communityName: '云栖苑', relation: 'owner', isSuspended: false },
      { homeId: 'yunqi-1202' },
    ]);
    const members = granted(await world.ask('zhang', 'people.members', { homeId: 'yunqi-1201' }));
    expect(members).toMatchObject([
      { name: '张三丰', isMe: true, isBound: true },
      { name: '李*', isMe: false, isBound: false },
    ]);
  });

  test('the number of the room is a second fact too, but not where a printed code told it', async () => {
    const secondFact = { kind: 'room', room: '3-2-1202' } as const;
    const phoneCode = world.phoneCode('zhang', phones.zhang);
    const printed = { communityId: 'yunqi', phoneCode, secondFact, homeId: 'yunqi-1202' };
    expect(codeOf(await world.ask('zhang', 'people.bindHome', printed))).toBe('BINDING_NOT_MATCHED');
    const again = { communityId: 'yunqi', phoneCode: world.phoneCode('zhang', phones.zhang), secondFact };
    expect(granted(await world.ask('zhang', 'people.bindHome', again)).homes).toMatchObject([
      { homeId: 'yunqi-1202', state: 'bound' },
    ]);
  });

  test.each([
    ['the right phone with a wrong surname', 'yunqi', phones.zhang, '王'],
    ['a right surname with a phone the register does not know', 'yunqi', phones.thief, '张'],
    ['the register of another community', 'wutong', phones.zhang, '张'],
  ])('%s does not bind', async (_name, communityId, phone, surname) => {
    const phoneCode = world.phoneCode('thief', phone);
    const secondFact = { kind: 'surname', surname } as const;
    const outcome = await world.ask('thief', 'people.bindHome', { communityId, phoneCode, secondFact });
    expect(outcome).toMatchObject({ refusal: { code: 'BINDING_NOT_MATCHED', details: { left: 4 } } });
    expect(granted(await world.ask('thief', 'people.whoAmI', {})).homes).toEqual([]);
  });

  test('five wrong facts a day, at once or one by one; then even the right one waits for tomorrow', async () => {
    await Promise.all([1, 2, 3].map(() => bind('thief', phones.zhang, '王')));
    for (let attempt = 0; attempt < 4; attempt += 1) await bind('thief', phones.zhang, '王');
    expect(await world.all('bindingAttempts')).toMatchObject([{ count: 5 }]);
    const code = world.phoneCode('thief', phones.zhang);
    const right = {
      communityId: 'yunqi',
      phoneCode: code,
      secondFact: { kind: 'surname', surname: '张' },
    } as const;
    expect(codeOf(await world.ask('thief', 'people.bindHome', right))).toBe('TOO_MANY_ATTEMPTS');
    // The code has not been spent on it.
    expect(await world.product.phoneOf(code)).toEqual({ phone: phones.zhang });
    world.advance(day);
    expect(codeOf(await bind('thief', phones.zhang, '张'))).toBeUndefined();
  });

  test('two accounts with one number at once: one is bound, the other must ask', async () => {
    const both = await Promise.all([
      bind('zhang', phones.zhang, '张', 'yunqi-1201'),
      bind('thief', phones.zhang, '张', 'yunqi-1201'),
    ]);
    const states = both.map((outcome) => granted(outcome).homes[0]?.state).sort();
    expect(states).toEqual(['bound', 'waiting']);
  });

  test('a long list comes in pages that neither repeat nor leave out, of one instant too', async () => {
    const waiting = Array.from({ length: 45 }, (_unused, n) => ({
      _id: `b${String(n).padStart(2, '0')}`,
      communityId: 'yunqi',
      homeId: 'yunqi-1203',
      place: { building: '3', unit: '2', room: '1203' },
      openid: openidOf(`p${n}`),
      name: '王五',
      phone: phones.thief,
      relation: 'tenant',
      askedAt: 7 - Math.floor(n / 30),
      state: 'waiting',
    }));
    await world.seed('bindingRequests', ...waiting);
    const seen: string[][] = [];
    let after: string | undefined;
    do {
      const page = granted(await world.ask('kefu', 'people.bindings', { communityId: 'yunqi', after }));
      seen.push(page.bindings.map(({ bindingId }) => bindingId));
      after = page.next;
    } while (after);
    expect(seen.map(({ length }) => length)).toEqual([20, 20, 5]);
    const oldestFirst = [...waiting.slice(30), ...waiting.slice(0, 30)].map(({ _id }) => _id);
    expect(seen.flat()).toEqual(oldestFirst);
  });

  test('a spent code is refused by name', async () => {
    const phoneCode = world.phoneCode('zhang', phones.zhang);
    await world.product.phoneOf(phoneCode);
    const secondFact = { kind: 'surname', surname: '张' } as const;
    const outcome = await world.ask('zhang', 'people.bindHome', {
      communityId: 'yunqi',
      phoneCode,
      secondFact,
    });
    expect(codeOf(outcome)).toBe('PHONE_CODE_SPENT');
  });

  test('a number that WeChat does not give is refused by name, and no attempt is counted', async () => {
    const quota = { id: 'q', point: 'openapi.phonenumber.getPhoneNumber', kind: 'error', code: '45009' };
    world.cloud.context.faults.add({ ...quota, chance: 1 });
    expect(codeOf(await bind('zhang', phones.zhang, '张'))).toBe('PHONE_UNAVAILABLE');
    expect(codeOf(await request('wang', phones.thief))).toBe('PHONE_UNAVAILABLE');
    expect(await world.all('bindingAttempts')).toEqual([]);
    world.cloud.context.faults.clear();
    expect(codeOf(await bind('zhang', phones.zhang, '张'))).toBeUndefined();
  });

  test('three requests may wait at once; a fourth is refused before the number is asked for', async () => {
    for (const room of ['1201', '1202', '1203']) granted(await request('wang', phones.thief, room));
    const more = home('yunqi-1204', 'yunqi', '1204', []);
    await world.seed('homes', more.home);
    await world.seed('households', more.household);
    const counted = { id: 'c', point: 'openapi.phonenumber.getPhoneNumber', kind: 'counted', chance: 1 };
    world.cloud.context.faults.add({ ...counted, times: 5 });
    expect(codeOf(await request('wang', phones.thief, '1204'))).toBe('TOO_MANY_REQUESTS');
    expect(world.cloud.context.faults.list().rules).toMatchObject([{ id: 'c', left: 5 }]);
    expect(await world.all('bindingRequests')).toHaveLength(3);
  });

  test('where an owner holds the home the owner decides; both sides are told', async () => {
    await bind('zhang', phones.zhang, '张');
    const { homes } = granted(await bind('wife', phones.wife, '李'));
    expect(homes).toMatchObject([{ homeId: 'yunqi-1201', state: 'waiting' }]);
    expect(granted(await world.ask('wife', 'people.whoAmI', {})).waiting).toHaveLength(1);
    const [asked] = granted(await world.ask('zhang', 'people.homeBindings', { homeId: 'yunqi-1201' }));
    expect(asked).toMatchObject({ name: '李*', phone: '138****0002', relation: 'family' });
    const bindingId = asked?.bindingId ?? '';
    expect(codeOf(await world.ask('wife', 'people.approveBinding', { bindingId }))).toBe('NOT_ALLOWED');
    expect(granted(await world.ask('zhang', 'people.approveBinding', { bindingId })).state).toBe('approved');
    expect(codeOf(await world.ask('wife', 'people.members', { homeId: 'yunqi-1201' }))).toBeUndefined();
    expect(await outgoing()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'bindingAsked', to: { openid: openidOf('zhang') } }),
        expect.objectContaining({ kind: 'bindingApproved', to: { openid: openidOf('wife') } }),
      ]),
    );
    expect(await world.read('feeds', openidOf('wife'))).toMatchObject({ topics: { homes: 2 } });
    expect(codeOf(await world.ask('kefu', 'people.rejectBinding', { bindingId, reason: '晚了' }))).toBe(
      'BINDING_ALREADY_DECIDED',
    );
  });

  test('who takes over a number of an owner who is in needs customer service, who sees it in full', async () => {
    await bind('zhang', phones.zhang, '张');
    granted(await bind('thief', phones.zhang, '张', 'yunqi-1201'));
    const { bindings } = granted(await world.ask('kefu', 'people.bindings', { communityId: 'yunqi' }));
    expect(bindings).toMatchObject([{ name: '张三丰', phone: phones.zhang, place: '3栋2单元1201' }]);
    const bindingId = bindings[0]?.bindingId ?? '';
    granted(await world.ask('kefu', 'people.rejectBinding', { bindingId, reason: '本人否认' }));
    expect(codeOf(await world.ask('thief', 'people.members', { homeId: 'yunqi-1201' }))).toBe('NOT_ALLOWED');
    expect(granted(await world.ask('zhang', 'people.whoAmI', {})).homes).toHaveLength(2);
    const audits = await world.all('audits');
    expect(audits).toContainEqual(
      expect.objectContaining({
        action: 'people.rejectBinding',
        communityId: 'yunqi',
        actor: { openid: openidOf('kefu'), as: 'customerService' },
        notes: [
          expect.objectContaining({ beneficiary: expect.objectContaining({ openid: openidOf('thief') }) }),
        ],
      }),
    );
  });

  test('a member objects to who came by the register alone; access rests until customer service decides', async () => {
    await bind('wife', phones.wife, '李');
    const tenant = [tenure('t1', 'tenant', undefined, { residentId: 'li2' })];
    await world.seed('residents', { _id: 'li2', communityId: 'yunqi', name: '李四', phone: phones.thief });
    await addTenures('yunqi-1201', tenant);
    world.advance(1000);
    granted(await bind('thief', phones.thief, '李'));
    expect(await outgoing()).toContainEqual({
      to: { openid: openidOf('wife') },
      kind: 'memberJoined',
      words: { place: '3栋2单元1201', name: '李*' },
    });
    const objected = { homeId: 'yunqi-1201', tenureId: 't1', reason: '不认识' };
    granted(await world.ask('wife', 'people.objectToMember', objected));
    expect(codeOf(await world.ask('thief', 'people.members', { homeId: 'yunqi-1201' }))).toBe('NOT_ALLOWED');
    expect(granted(await world.ask('thief', 'people.whoAmI', {})).homes).toMatchObject([
      { isSuspended: true },
    ]);
    expect(await outgoing()).toContainEqual({
      to: { duty: 'customerService' },
      kind: 'objectionRaised',
      words: { place: '3栋2单元1201', reason: '不认识' },
      page: `objections?homeId=yunqi-1201&place=${encodeURIComponent('3栋2单元1201')}`,
    });
    const seenBy = async (person: string) =>
      granted(await world.ask(person, 'people.members', { homeId: 'yunqi-1201' })).find(
        ({ tenureId }) => tenureId === 't1',
      );
    expect(await seenBy('kefu')).toMatchObject({ isSuspended: true, objection: { reason: '不认识' } });
    expect(await seenBy('wife')).not.toHaveProperty('objection');
    const verdict = { homeId: 'yunqi-1201', tenureId: 't1', verdict: 'stays', reason: '合同在' } as const;
    granted(await world.ask('kefu', 'people.decideObjection', verdict));
    expect(codeOf(await world.ask('thief', 'people.members', { homeId: 'yunqi-1201' }))).toBeUndefined();
    expect(codeOf(await world.ask('wife', 'people.objectToMember', objected))).toBe('OBJECTION_NOT_POSSIBLE');
  });

  test('who is not in the register asks; customer service lets in; the home had no household before', async () => {
    const counted = {
      id: 'c',
      point: 'openapi.phonenumber.getPhoneNumber',
      kind: 'counted',
      chance: 1,
      times: 10,
    };
    world.cloud.context.faults.add(counted);
    expect(granted(await request('wang', phones.thief, '1203'))).toMatchObject({ state: 'waiting' });
    expect(codeOf(await request('wang', phones.thief, '1203'))).toBe('BINDING_ALREADY_REQUESTED');
    expect(codeOf(await request('wang', phones.thief, '1299'))).toBe('HOME_NOT_FOUND');
    expect(world.cloud.context.faults.list()).toMatchObject({ rules: [{ left: 9 }] });
    const { bindings } = granted(await world.ask('kefu', 'people.bindings', { communityId: 'yunqi' }));
    const bindingId = bindings[0]?.bindingId ?? '';
    granted(await world.ask('kefu', 'people.approveBinding', { bindingId }));
    expect(granted(await world.ask('wang', 'people.whoAmI', {}))).toMatchObject({
      homes: [{ homeId: 'yunqi-1203', relation: 'tenant' }],
      waiting: [],
    });
  });

  test('an invitation is good once; who was invited may leave, who is removed is out at once', async () => {
    await bind('zhang', phones.zhang, '张');
    const asked = { homeId: 'yunqi-1201', relation: 'family' } as const;
    const { invitationId } = granted(await world.ask('zhang', 'people.inviteMember', asked));
    const seen = granted(await world.ask('son', 'people.invitation', { invitationId }));
    expect(seen).toMatchObject({ place: '3-2-***', inviter: '张**', communityName: '云栖苑', state: 'open' });
    const both = await Promise.all(
      ['son', 'thief'].map((person) =>
        world.ask(person, 'people.acceptInvitation', { invitationId, name: '张小明' }),
      ),
    );
    expect(both.map(codeOf).sort()).toEqual(['INVITATION_USED', undefined]);
    const winner = codeOf(both[0]!) ? 'thief' : 'son';
    const members = granted(await world.ask('zhang', 'people.members', { homeId: 'yunqi-1201' }));
    const joined = members.find(({ name }) => name === '张**');
    const removal = { homeId: 'yunqi-1201', tenureId: joined?.tenureId ?? '' };
    granted(await world.ask('zhang', 'people.removeMember', removal));
    expect(codeOf(await world.ask(winner, 'people.members', { homeId: 'yunqi-1201' }))).toBe('NOT_ALLOWED');
    expect(codeOf(await world.ask(winner, 'people.leaveHome', { homeId: 'yunqi-1201' }))).toBe(
      'MEMBER_NOT_FOUND',
    );
  });

  test('leaving another’s home is no leaving', async () => {
    expect(codeOf(await world.ask('zhang', 'people.leaveHome', { homeId: 'wutong-1201' }))).toBe(
      'MEMBER_NOT_FOUND',
    );
    expect(codeOf(await world.ask('elsewhere', 'people.members', { homeId: 'wutong-1201' }))).toBeUndefined();
  });

  test('staff take up the post the register has for them, nobody else does', async () => {
    await world.seed('staffMembers', {
      _id: 'fin',
      communityId: 'yunqi',
      name: '钱敏',
      phone: phones.thief,
      duties: ['finance'],
      skills: [],
      areas: [],
      from: '2020-01-01',
    });
    const join = (person: string, name: string) =>
      world.ask(person, 'people.joinAsStaff', {
        communityId: 'yunqi',
        phoneCode: world.phoneCode(person, phones.thief),
        name,
      });
    expect(codeOf(await join('qian', '李四'))).toBe('STAFF_NOT_MATCHED');
    expect(granted(await join('qian', '钱敏')).posts).toMatchObject([
      { staffId: 'fin', duties: ['finance'] },
    ]);
    expect(codeOf(await join('thief', '钱敏'))).toBe('STAFF_NOT_MATCHED');
  });

  async function addTenures(homeId: string, more: readonly unknown[]): Promise<void> {
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('households');
    const read = await world.read('households', homeId);
    const { _id, ...fields } = read ?? { _id: homeId };
    const tenures = [...((read?.tenures ?? []) as readonly unknown[]), ...more];
    await rows.doc(homeId).set({ data: { ...fields, tenures } });
  }
});
