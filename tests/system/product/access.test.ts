import { type ActionName, contract, type InputOf } from '../../../types/contract';
import { duties } from '../../../types/role';
import { type Persona, people, seedCommunities } from './community';
import { financeDoors, seedFinance } from './financeDoors';
import { messageDoors, seedMissed } from './messageDoors';
import { draftOf } from './money';
import { paymentDoors, seedPaid } from './paymentDoors';
import { seedTickets, ticketDoors } from './ticketDoors';
import { codeOf, openidOf, startWorld, type World } from './world';

jest.setTimeout(240_000);

const everybody: readonly Persona[] = people;
const nobody = 'a-code-nobody-gave';

/**
 * Law 5, written a second time by hand: for every action, who of all these people is let in at home yunqi-1201 and in community
 * yunqi. Everybody else is refused. An action that is not listed fails the test.
 */
const whoMay: { readonly [A in ActionName]: { input: InputOf<A>; people: readonly Persona[] } } = {
  ...financeDoors,
  ...messageDoors,
  ...paymentDoors,
  ...ticketDoors,
  'community.list': { input: {}, people: everybody },
  // Bill `owed` is the owner's: a tenant sees tenants' only.
  'charging.bills': {
    input: { homeId: 'yunqi-1201', which: 'open' },
    people: ['owner', 'family', 'tenant', 'customerService', 'finance'],
  },
  'charging.bill': {
    input: { billId: 'owed' },
    people: ['owner', 'family', 'customerService', 'finance', 'projectManager'],
  },
  'charging.prices': {
    input: { communityId: 'yunqi' },
    people: ['owner', 'family', 'tenant', 'ownerNextDoor', ...duties],
  },
  'charging.questionBill': {
    input: { billId: 'owed', text: '怎么这么多' },
    people: ['owner', 'family', 'customerService', 'finance'],
  },
  'charging.answerQuestion': {
    input: { billId: 'owed', answer: '按面积计算' },
    people: ['customerService', 'finance'],
  },
  'charging.questions': { input: { communityId: 'yunqi' }, people: ['customerService', 'finance'] },
  'charging.billRuns': { input: { communityId: 'yunqi' }, people: ['finance'] },
  'charging.billRun': { input: { billRunId: 'yunqi·2026-10' }, people: ['finance'] },
  'charging.billRunRows': { input: { billRunId: 'yunqi·2026-10', which: 'bills' }, people: ['finance'] },
  'charging.startBillRun': { input: { communityId: 'yunqi', month: '2026-10' }, people: ['finance'] },
  'charging.publishBillRun': { input: { billRunId: 'yunqi·2026-10' }, people: ['finance'] },
  'charging.billingSettings': { input: { communityId: 'yunqi' }, people: ['finance'] },
  'charging.setBilling': {
    input: { communityId: 'yunqi', autoPublish: false, collectsUtilities: true },
    people: ['finance'],
  },
  'charging.voidBill': { input: { billId: 'owed', reason: '重复' }, people: ['finance'] },
  'charging.reissueBill': { input: { billId: 'owed', reason: '面积有误' }, people: ['finance'] },
  'charging.adjustBill': {
    input: { billId: 'owed', line: 9, amount: 1, reason: '多收' },
    people: ['finance'],
  },
  'people.whoAmI': { input: {}, people: everybody },
  'people.invitation': { input: { invitationId: 'none' }, people: everybody },
  'people.bindHome': {
    input: { communityId: 'yunqi', phoneCode: nobody, secondFact: { kind: 'surname', surname: '张' } },
    people: everybody,
  },
  'people.requestBinding': {
    input: {
      communityId: 'yunqi',
      building: '3',
      unit: '2',
      room: '1201',
      phoneCode: nobody,
      name: '张三',
      relation: 'tenant',
    },
    people: everybody,
  },
  'people.acceptInvitation': { input: { invitationId: 'none', name: '张三' }, people: everybody },
  'people.leaveHome': { input: { homeId: 'wutong-301' }, people: everybody },
  'people.joinAsStaff': {
    input: { communityId: 'yunqi', phoneCode: nobody, name: '张三' },
    people: everybody,
  },
  'people.members': {
    input: { homeId: 'yunqi-1201' },
    people: ['owner', 'family', 'tenant', 'customerService'],
  },
  'people.homeBindings': { input: { homeId: 'yunqi-1201' }, people: ['owner'] },
  'people.inviteMember': { input: { homeId: 'yunqi-1201', relation: 'family' }, people: ['owner'] },
  'people.removeMember': { input: { homeId: 'yunqi-1201', tenureId: 'none' }, people: ['owner'] },
  'people.objectToMember': {
    input: { homeId: 'yunqi-1201', tenureId: 'none', reason: '不认识' },
    people: ['owner', 'family', 'tenant'],
  },
  'people.decideObjection': {
    input: { homeId: 'yunqi-1201', tenureId: 'none', verdict: 'stays', reason: '已核实' },
    people: ['customerService'],
  },
  'people.objections': { input: { communityId: 'yunqi' }, people: ['customerService'] },
  'people.bindings': { input: { communityId: 'yunqi' }, people: ['customerService'] },
  'people.approveBinding': { input: { bindingId: 'asked' }, people: ['owner', 'customerService'] },
  'setup.checkImport': {
    input: { communityId: 'yunqi', fileId: 'cloud://env.b/imports/yunqi/a.xlsx', fileName: 'a.xlsx' },
    people: ['finance', 'customerService'],
  },
  'setup.seeImport': { input: { importId: 'handedIn' }, people: ['finance', 'customerService'] },
  'setup.importRows': {
    input: { importId: 'handedIn', which: 'problems' },
    people: ['finance', 'customerService'],
  },
  'setup.listImports': { input: { communityId: 'yunqi' }, people: ['finance', 'customerService'] },
  'setup.decideConflicts': {
    input: { importId: 'handedIn', take: 'file' },
    people: ['finance', 'customerService'],
  },
  'setup.applyImport': { input: { importId: 'handedIn' }, people: ['finance', 'customerService'] },
  'setup.giveUpImport': { input: { importId: 'handedIn' }, people: ['finance', 'customerService'] },
  'people.rejectBinding': {
    input: { bindingId: 'asked', reason: '不是住户' },
    people: ['owner', 'customerService'],
  },
};

/** A bill of the owner's, a run and a meter, for the actions that name one. */
async function seedBilled(world: World): Promise<void> {
  await world.seed('bills', { ...draftOf({ amount: 100 }), _id: 'owed', state: 'published' });
  const run = { communityId: 'yunqi', month: '2026-10', state: 'drafting', items: [] };
  await world.seed('billRuns', { _id: 'yunqi·2026-10', ...run });
  const reading = { day: '2026-10-01', serial: 'A1', value: 0 };
  await world.seed('meters', { _id: 'yunqi-meter', communityId: 'yunqi', start: { reading } });
}

describe('who may do what', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await seedCommunities(world);
    await seedFinance(world);
    await seedPaid(world);
    await seedMissed(world);
    await seedBilled(world);
    await seedTickets(world);
    await world.seed('imports', {
      _id: 'handedIn',
      communityId: 'yunqi',
      fileId: 'cloud://env.b/imports/yunqi/a.xlsx',
      fileName: 'a.xlsx',
      askedBy: openidOf('finance'),
      askedAt: 0,
      state: 'checking',
      leftOut: 0,
    });
    await world.seed('bindingRequests', {
      _id: 'asked',
      communityId: 'yunqi',
      homeId: 'yunqi-1201',
      place: { building: '3栋', unit: '2单元', room: '1201' },
      openid: openidOf('somebodyElse'),
      name: '李四',
      phone: '13900000000',
      relation: 'tenant',
      askedAt: 0,
      state: 'waiting',
    });
  });

  afterAll(() => world?.stop());

  test('every action of the contract is in the table', () => {
    expect(Object.keys(whoMay).sort()).toEqual(Object.keys(contract).sort());
  });

  test.each(Object.keys(whoMay) as ActionName[])('%s', async (action) => {
    const { input, people: expected } = whoMay[action];
    const admitted: Persona[] = [];
    for (const persona of people)
      if (codeOf(await world.ask(persona, action, input)) !== 'NOT_ALLOWED') admitted.push(persona);
    expect(admitted).toEqual(people.filter((persona) => expected.includes(persona)));
    expect(world.logged.filter(({ level }) => level === 'bug')).toEqual([]);
  });

  test('what is foreign and what is not there sound the same', async () => {
    const foreign = await world.ask('owner', 'people.members', { homeId: 'wutong-301' });
    const absent = await world.ask('owner', 'people.members', { homeId: 'no-such-home' });
    expect(foreign).toEqual(absent);
    expect(codeOf(foreign)).toBe('NOT_ALLOWED');
  });

  test.each([
    ['a timer', { source: 'wx_trigger' }],
    ['a payment result', { openid: openidOf('owner'), source: 'wx_paycallback' }],
    ['a function on the way', { openid: openidOf('owner'), source: 'wx_client,scf' }],
    ['nobody', {}],
    ['a source that only begins well', { openid: openidOf('owner'), source: 'wx_client2' }],
  ])('%s is no phone', async (_name, identity) => {
    const event = { action: 'people.whoAmI', input: {}, openid: openidOf('owner') };
    expect(codeOf(await world.product.serve(event, identity, world.ports))).toBe('NOT_LOGGED_IN');
  });

  test('an openid in the request changes nothing', async () => {
    const event = { action: 'people.members', input: { homeId: 'yunqi-1201' }, openid: openidOf('owner') };
    const stranger = { openid: openidOf('stranger'), source: 'wx_client' };
    expect(codeOf(await world.product.serve(event, stranger, world.ports))).toBe('NOT_ALLOWED');
    const smuggled = { ...event, input: { homeId: 'yunqi-1201', openid: openidOf('owner') } };
    expect(codeOf(await world.product.serve(smuggled, stranger, world.ports))).toBe('INVALID_INPUT');
  });

  // How others fail: what a client says of itself decides nothing.
  test.each([
    [
      'W4: somebody else’s owner id',
      'people.inviteMember',
      { homeId: 'yunqi-1201', relation: 'family', ownerId: 'x' },
    ],
    [
      'W15: its own approval',
      'people.requestBinding',
      { ...whoMay['people.requestBinding'].input, state: 'approved' },
    ],
    ['W15: its own role', 'people.inviteMember', { homeId: 'yunqi-1201', relation: 'owner' }],
  ] as const)('%s is refused', async (_name, action, input) => {
    const caller = { openid: openidOf('owner'), source: 'wx_client' };
    const event = { action, input, requestId: 'request-w' };
    expect(codeOf(await world.product.serve(event, caller, world.ports))).toBe('INVALID_INPUT');
  });

  test('W14, W16: no field beside the contract’s chooses another branch', async () => {
    const stranger = { openid: openidOf('stranger'), source: 'wx_client' };
    const event = {
      action: 'people.members',
      input: { homeId: 'yunqi-1201' },
      userInfo: { openId: openidOf('owner') },
      outTradeNo: '1',
      resultCode: 'SUCCESS',
      attach: '../pay',
      TEST_MODE: true,
    };
    expect(codeOf(await world.product.serve(event, stranger, world.ports))).toBe('NOT_ALLOWED');
  });

  test('W13: a home that is not one’s own is out of reach for every action that names one', async () => {
    for (const [action, { input }] of Object.entries(whoMay)) {
      if (!('homeId' in input) || action === 'people.leaveHome') continue;
      const foreign = { ...input, homeId: 'wutong-301' };
      for (const persona of ['owner', 'family', 'tenant', 'customerService'] as const)
        expect([action, codeOf(await world.ask(persona, action as 'people.members', foreign))]).toEqual([
          action,
          'NOT_ALLOWED',
        ]);
    }
  });
});
