import type { InputOf } from '../../../types/contract';
import type { TicketView } from '../../../types/contract/tickets';
import { Reporting } from './reporting';
import { codeOf, type Document, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const minute = 60_000;
const day = 24 * 60 * minute;

describe('reporting', () => {
  let world: World;
  let at: Reporting;

  beforeEach(async () => {
    at = await Reporting.start();
    world = at.world;
  });
  afterEach(() => world?.stop());

  test('a report becomes a ticket with its clocks, seen by the home at once and by its other people', async () => {
    const ticket = await at.report('owner', { text: '厨房水管接口一直漏水，地上湿了一片' });
    expect(ticket).toMatchObject({
      ...{ type: 'repair', problem: 'leak', urgency: 'general', state: 'waiting', textCheck: 'passed' },
      ...{ title: '厨房水管接口一直漏水', place: '3栋2单元1201', homeId: 'yunqi-1201', channel: 'app' },
      contact: { name: '王**', phone: '139****0001' },
      clocks: [{ kind: 'respond' }, { kind: 'close' }],
      steps: [{ what: 'reported', by: '您' }],
      can: ['tickets.add', 'tickets.cancel'],
    });
    expect(ticket.number).toMatch(/^20261110-\d{4}$/);
    expect(ticket.clocks.map(({ by, startedAt }) => (by - startedAt) / minute)).toEqual([120, 1440]);
    const rows = granted(await world.ask('family', 'tickets.mine', { homeId: 'yunqi-1201', which: 'open' }));
    expect(rows.rows).toMatchObject([{ ticketId: ticket.ticketId, title: '厨房水管接口一直漏水' }]);
    expect(await world.read('due', `ticket·${ticket.ticketId}`)).toMatchObject({
      at: ticket.clocks[0]!.by - 40 * minute,
    });
    expect((await world.all('audits')).at(0)).toMatchObject({
      actor: { openid: openidOf('owner') },
      notes: [{ what: 'ticketReported', beneficiary: { homeId: 'yunqi-1201' } }],
    });
  });

  test('the same request twice is one ticket', async () => {
    const input = at.said({ text: '水管漏水' });
    const [first, again] = [
      granted(await world.ask('owner', 'tickets.report', input, 'offline-report-1')),
      granted(await world.ask('owner', 'tickets.report', input, 'offline-report-1')),
    ];
    expect(again.ticketId).toBe(first.ticketId);
    expect(await world.all('tickets')).toHaveLength(1);
  });

  test('the same request twice at the same time is one ticket, too', async () => {
    const ask = () => world.ask('owner', 'tickets.report', at.said({}), 'offline-report-2');
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(granted(one).ticketId).toBe(granted(other).ticketId);
    expect(await world.all('tickets')).toHaveLength(1);
  });

  test('two reports whose numbers meet are two tickets', async () => {
    let drawn = 0;
    const ids = (): string => {
      drawn += 1;
      // Of each decision the first is the ticket's: twice the same, then another.
      return drawn === 1 || drawn === 3 ? 'the same' : `other-${drawn}`;
    };
    const ports = { ...world.ports, newId: ids };
    const caller = { openid: openidOf('owner'), source: 'wx_client' };
    const send = (requestId: string) =>
      world.product.serve({ action: 'tickets.report', input: at.said({}), requestId }, caller, ports);
    expect(codeOf(await send('request-a'))).toBeUndefined();
    drawn = 2;
    expect(codeOf(await send('request-b'))).toBeUndefined();
    expect(await world.all('tickets')).toHaveLength(2);
  });

  test('an emergency is a repair whatever it was called, and opens its linked tasks', async () => {
    const ticket = await at.report('owner', { type: 'complaint', problem: 'burst', urgency: 'emergency' });
    expect(ticket).toMatchObject({ type: 'repair', clocks: [{ kind: 'respond' }, { kind: 'arrive' }] });
    expect(ticket.links).toMatchObject([{ relation: 'task', title: '爆管先关单元总阀' }]);
    const rows = granted(await world.ask('owner', 'tickets.mine', { homeId: 'yunqi-1201', which: 'all' }));
    expect(rows.rows).toHaveLength(1);
  });

  test.each([
    ['a complaint', { type: 'complaint', problem: 'noise' }, 24 * 60],
    ['an enquiry', { type: 'enquiry', problem: 'fee' }, 24 * 60],
    ['a suggestion', { type: 'suggestion', problem: 'lighting' }, 24 * 60],
  ] as const)('%s goes to the desk, and only its reporter sees it', async (_name, kind, minutes) => {
    const ticket = await at.report('family', { ...kind, text: '楼上每天半夜都很吵' });
    expect(ticket).toMatchObject({ state: 'answering', clocks: [{ kind: 'answer' }] });
    expect((ticket.clocks[0]!.by - ticket.clocks[0]!.startedAt) / minute).toBe(minutes);
    expect(codeOf(await world.ask('owner', 'tickets.ticket', { ticketId: ticket.ticketId }))).toBe(
      'NOT_ALLOWED',
    );
    const rows = granted(await world.ask('owner', 'tickets.mine', { homeId: 'yunqi-1201', which: 'all' }));
    expect(rows.rows).toEqual([]);
    const outbox = await world.all('outbox');
    expect(outbox).toMatchObject([{ intents: [{ kind: 'ticketWaits', to: { duty: 'customerService' } }] }]);
  });

  test('who moved in later does not read what the people before them told', async () => {
    const ticket = await at.report('owner', {});
    world.advance(2 * day);
    expect(codeOf(await world.ask('futureTenant', 'tickets.ticket', { ticketId: ticket.ticketId }))).toBe(
      'NOT_ALLOWED',
    );
    const rows = granted(
      await world.ask('futureTenant', 'tickets.mine', { homeId: 'yunqi-1201', which: 'all' }),
    );
    expect(rows.rows).toEqual([]);
    const own = await at.report('futureTenant', { text: '门锁坏了', problem: 'door' });
    expect(own.contact).toBeDefined();
  });

  const ahead = (from: number, to: number) => ({ window: { from: at.now() + from, to: at.now() + to } });
  test.each([
    ['neither words nor voice', () => ({ text: '  ' }), 'NOTHING_REPORTED'],
    ['somebody else’s photo', () => ({ photos: [at.fileOf('family', 'a.jpg')] }), 'FILE_NOT_YOURS'],
    [
      'a file outside of people’s folders',
      () => ({ photos: ['cloud://e.b/imports/yunqi/a.jpg'] }),
      'FILE_NOT_YOURS',
    ],
    [
      'a way out of the folder',
      () => ({ photos: [`${at.fileOf('owner', '..')}/x/a.jpg`] }),
      'FILE_NOT_YOURS',
    ],
    [
      'somebody else’s voice',
      () => ({ voice: { fileId: at.fileOf('family', 'v.mp3'), seconds: 3 } }),
      'FILE_NOT_YOURS',
    ],
    ['a window that is over', () => ahead(-60 * minute, -minute), 'WINDOW_NOT_POSSIBLE'],
    ['a window that ends before it begins', () => ahead(60 * minute, 30 * minute), 'WINDOW_NOT_POSSIBLE'],
    ['a window in three weeks', () => ahead(21 * day, 21 * day + 60 * minute), 'WINDOW_NOT_POSSIBLE'],
    ['a whole day at home', () => ahead(60 * minute, day), 'WINDOW_NOT_POSSIBLE'],
  ] as const)('%s is refused', async (_name, more, code) => {
    const report: Partial<InputOf<'tickets.report'>> = more();
    expect(codeOf(await world.ask('owner', 'tickets.report', at.said(report)))).toBe(code);
    expect(await world.all('tickets')).toEqual([]);
  });

  test('a later window moves the end of a general repair, and nothing of an emergency', async () => {
    const later = ahead(3 * day, 3 * day + 120 * minute);
    const [general, urgent] = [
      await at.report('owner', later),
      await at.report('owner', { ...later, urgency: 'emergency' }),
    ];
    expect(general.clocks).toMatchObject([{ kind: 'respond' }, { kind: 'close', by: later.window.to }]);
    expect(urgent.clocks.map(({ by }) => by - at.now())).toEqual([15 * minute, 30 * minute]);
  });

  test('the twenty-first open ticket of one person is refused; what is done does not count', async () => {
    const tickets: TicketView[] = [];
    for (let count = 0; count < 20; count += 1) tickets.push(await at.report('owner', {}));
    expect(codeOf(await world.ask('owner', 'tickets.report', at.said({})))).toBe('TOO_MANY_TICKETS');
    const { ticketId } = tickets[0]!;
    granted(await world.ask('owner', 'tickets.cancel', { ticketId, reason: '自己修好了' }));
    expect((await at.report('owner', {})).state).toBe('waiting');
  });

  test('an emergency is taken however many are open', async () => {
    for (let count = 0; count < 20; count += 1) await at.report('owner', {});
    expect(codeOf(await world.ask('owner', 'tickets.report', at.said({})))).toBe('TOO_MANY_TICKETS');
    const urgent = await at.report('owner', { urgency: 'emergency', problem: 'burst' });
    expect(urgent).toMatchObject({ type: 'repair', urgency: 'emergency' });
  });

  test('the forty-first open one is told to call, emergency or not', async () => {
    const { ticketId } = await at.report('owner', {});
    const kept = (await world.read('tickets', ticketId)) as Document;
    const open = Array.from({ length: 39 }, (_, count) => ({ ...kept, _id: `${ticketId}-${count}` }));
    await world.seed('tickets', ...open.slice(1));
    const urgent = { urgency: 'emergency', problem: 'burst' } as const;
    expect(await at.report('owner', urgent)).toMatchObject({ urgency: 'emergency' });
    expect(codeOf(await world.ask('owner', 'tickets.report', at.said(urgent)))).toBe('TOO_MANY_EMERGENCIES');
  });

  test('the form: where, who, what is promised, and a folder nobody can guess', async () => {
    const form = granted(await world.ask('owner', 'tickets.form', { homeId: 'yunqi-1201' }));
    expect(form).toMatchObject({
      ...{ place: '3栋2单元1201', communityName: '云栖苑', servicePhone: '0571-88880000' },
      contact: { name: '王**', phone: '139****0001' },
      promises: [
        { urgency: 'emergency', respond: 15, arrive: 30 },
        { respond: 120, close: 1440 },
        { answer: 1440 },
      ],
    });
    const other = granted(await world.ask('family', 'tickets.form', { homeId: 'yunqi-1201' }));
    expect(form.folder).toMatch(/^people\/[\w-]{24}\/$/);
    expect(other.folder).not.toBe(form.folder);
    expect(form.folder).not.toContain(openidOf('owner').slice(0, 6));
  });

  test('added words and photos stand in the timeline, twenty times at most', async () => {
    const { ticketId } = await at.report('owner', {});
    const photos = [await at.upload('family', 'b.jpg')];
    const added = granted(
      await world.ask('family', 'tickets.add', { ticketId, text: '现在漏得更大', photos }),
    );
    expect(added.steps[0]).toMatchObject({
      what: 'added',
      by: '您',
      note: '现在漏得更大',
      files: [{ check: 'pending' }],
    });
    const seen = granted(await world.ask('owner', 'tickets.ticket', { ticketId }));
    expect(seen.steps[0]).toMatchObject({ what: 'added', by: '家人', note: '现在漏得更大' });
    const nothing = { ticketId, photos: [] };
    expect(codeOf(await world.ask('owner', 'tickets.add', nothing))).toBe('NOTHING_REPORTED');
    const foreign = { ticketId, photos: [at.fileOf('family', 'b.jpg')] };
    expect(codeOf(await world.ask('owner', 'tickets.add', foreign))).toBe('FILE_NOT_YOURS');
    for (let count = 1; count < 20; count += 1)
      granted(await world.ask('owner', 'tickets.add', { ticketId, text: `第 ${count} 次`, photos: [] }));
    const last = { ticketId, text: '再一次', photos: [] };
    expect(codeOf(await world.ask('owner', 'tickets.add', last))).toBe('ADDED_TOO_MUCH');
  });

  test('a ticket taken back is over; nobody takes back what is being worked on', async () => {
    const { ticketId } = await at.report('owner', {});
    const over = granted(await world.ask('family', 'tickets.cancel', { ticketId, reason: '自己修好了' }));
    expect(over).toMatchObject({
      state: 'cancelled',
      can: [],
      steps: [{ what: 'cancel', note: '自己修好了' }, {}],
    });
    expect(over.clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
    expect(await world.read('due', `ticket·${ticketId}`)).toBeUndefined();
    const again = { ticketId, reason: '再取消' };
    expect(codeOf(await world.ask('owner', 'tickets.cancel', again))).toBe('TICKET_MOVED');
    expect(codeOf(await world.ask('owner', 'tickets.add', { ticketId, text: '又漏了', photos: [] }))).toBe(
      'TICKET_MOVED',
    );
  });

  test('with a report taken back goes what it has opened, as far as nobody works on it', async () => {
    const ticket = await at.report('owner', { problem: 'burst', urgency: 'emergency' });
    const taskId = ticket.links[0]?.ticketId ?? '';
    granted(await world.ask('owner', 'tickets.cancel', { ticketId: ticket.ticketId, reason: '看错了' }));
    expect(await world.read('tickets', taskId)).toMatchObject({ state: 'cancelled' });
    expect(await world.read('due', `ticket·${taskId}`)).toBeUndefined();
  });

  test.each([
    ['屋里有很重的煤气味', '119', '燃气公司'],
    ['楼道着火了', '119', '不坐电梯'],
    ['老人在电梯里晕倒了，没有意识', '120', '120'],
    ['有人持刀闯进单元门', '110', '110'],
    ['燃气灶打不着火', undefined, undefined],
    ['水管爆裂，客厅全是水', undefined, '总阀'],
  ])('%s: first %s', async (text, first, advice) => {
    const found = granted(await world.ask('stranger', 'tickets.recognise', { text }));
    expect(found.callFirst).toBe(first);
    if (advice !== undefined) expect(found.advice).toContain(advice);
  });
});
