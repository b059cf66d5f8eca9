import { ticketStates } from '../../../../../types/ticket';
import { startClock } from '../../clocks';
import type { KeptFile } from '../../ticket';
import { codeOf, made } from '../testing/outcomes';
import { acting, at, minute, morning, sample } from '../testing/samples';
import { addPhotos, checkIn, setMaterials, tick } from './visit';

const engineer = acting('assignee', minute);
const accepted = sample({ state: 'accepted', clocks: startClock([], 'arrive', 30, morning) });
const photo = (name: string): KeptFile => ({
  fileId: `cloud://e.b/${name}`,
  at: at(minute),
  check: 'pending',
});

describe('checking in', () => {
  test('by the code of the home: at work, the clock of arriving stops, the checklist lies there', () => {
    const there = made(checkIn(accepted, { code: 'h=yunqi-1201&c=yunqi' }, engineer));
    expect(there).toMatchObject({ state: 'working', checkedInAt: at(minute) });
    expect(there.clocks).toMatchObject([{ kind: 'arrive', stoppedAt: at(minute) }, { kind: 'close' }]);
    expect(there.checklist).toHaveLength(6);
    expect(there.checklist.every((item) => item.at === undefined)).toBe(true);
    expect(there.steps.at(-1)).toMatchObject({
      ...{ what: 'checkIn', by: '张师傅' },
      note: { text: '已扫门牌码', check: 'passed' },
    });
    expect(there.cannotScan).toBeUndefined();
  });

  test('a second visit begins the list anew and forgets that the first was not scanned', () => {
    const again = { ...accepted, cannotScan: '门牌掉了', checklist: [{ item: '旧的一项', at: morning }] };
    const there = made(checkIn(again, { code: 'b=3&c=yunqi' }, engineer));
    expect(there.checklist.map(({ item }) => item)).not.toContain('旧的一项');
    expect(there.cannotScan).toBeUndefined();
    expect(there.steps.at(-1)?.note?.text).toBe('已扫楼栋码');
  });

  test('without a code the reason is kept', () => {
    const there = made(checkIn(accepted, { cannotScan: '门牌掉了' }, engineer));
    expect(there).toMatchObject({ state: 'working', cannotScan: '门牌掉了' });
    expect(there.steps.at(-1)?.note?.text).toBe('没有扫码：门牌掉了');
  });

  test("a linked task keeps its rule's own items", () => {
    const task = {
      ...accepted,
      channel: 'linked' as const,
      checklist: [{ item: '关单元总阀', at: morning }],
    };
    expect(made(checkIn(task, { cannotScan: '楼道里' }, engineer)).checklist).toEqual([
      { item: '关单元总阀' },
    ]);
  });

  test("a wrong code is refused, also with a reason beside it; so is nothing at all, and another's ticket", () => {
    expect(codeOf(checkIn(accepted, { code: 'h=yunqi-1202&c=yunqi' }, engineer))).toBe('WRONG_CODE');
    expect(codeOf(checkIn(accepted, { code: 'x', cannotScan: '扫不到' }, engineer))).toBe('WRONG_CODE');
    expect(codeOf(checkIn(accepted, {}, engineer))).toBe('INVALID_INPUT');
    expect(codeOf(checkIn(accepted, { cannotScan: '掉了' }, acting('supervisor')))).toBe('NOT_ALLOWED');
  });

  test.each(ticketStates.filter((state) => state !== 'accepted'))('not from %s', (state) => {
    expect(codeOf(checkIn({ ...accepted, state }, { code: 'yunqi-1201' }, engineer))).toBe('TICKET_MOVED');
  });
});

describe('at work', () => {
  const working = sample({
    checklist: [{ item: '敲门，说明来意' }, { item: '穿鞋套，铺地垫', at: morning }],
  });

  test('an item is ticked with its time, keeps it, and can be taken back', () => {
    const ticked = made(tick(working, { item: '敲门，说明来意', isDone: true }, engineer));
    expect(ticked.checklist[0]?.at).toBe(at(minute));
    const again = made(
      tick(ticked, { item: '敲门，说明来意', isDone: true }, acting('assignee', 9 * minute)),
    );
    expect(again.checklist).toEqual(ticked.checklist);
    const back = made(tick(again, { item: '敲门，说明来意', isDone: false }, engineer));
    expect(back.checklist).toEqual(working.checklist);
  });

  test('what is no item cannot be ticked', () => {
    expect(codeOf(tick(working, { item: '喝茶', isDone: true }, engineer))).toBe('INVALID_INPUT');
  });

  test('photos are added once each, nine of before and nine of after', () => {
    const nine = Array.from({ length: 9 }, (_, index) => photo(`${index}.jpg`));
    const some = made(addPhotos(working, { when: 'before', photos: nine.slice(0, 2) }, engineer));
    const all = made(addPhotos(some, { when: 'before', photos: nine }, engineer));
    expect(all.before).toEqual(nine);
    expect(made(addPhotos(all, { when: 'before', photos: nine }, engineer)).before).toEqual(nine);
    expect(codeOf(addPhotos(all, { when: 'before', photos: [photo('x.jpg')] }, engineer))).toBe(
      'PHOTOS_TOO_MANY',
    );
    expect(made(addPhotos(all, { when: 'after', photos: [photo('x.jpg')] }, engineer)).after).toHaveLength(1);
  });

  test('materials are the list as it shall be', () => {
    const hose = { name: '软管', quantity: 1, price: 2800 as never, isOldReturned: true };
    expect(made(setMaterials(working, [hose], engineer)).materials).toEqual([hose]);
    expect(made(setMaterials({ ...working, materials: [hose] }, [], engineer)).materials).toEqual([]);
  });

  test.each(ticketStates.filter((state) => state !== 'working'))('nothing of it in %s', (state) => {
    const ticket = { ...working, state };
    const tried = [
      tick(ticket, { item: '敲门，说明来意', isDone: true }, engineer),
      addPhotos(ticket, { when: 'after', photos: [photo('a.jpg')] }, engineer),
      setMaterials(ticket, [], engineer),
    ];
    expect(tried.map(codeOf)).toEqual(['TICKET_MOVED', 'TICKET_MOVED', 'TICKET_MOVED']);
  });

  test('nobody but whoever has it', () => {
    const other = acting('supervisor');
    expect(codeOf(tick(working, { item: '敲门，说明来意', isDone: true }, other))).toBe('NOT_ALLOWED');
    expect(codeOf(addPhotos(working, { when: 'after', photos: [] }, other))).toBe('NOT_ALLOWED');
    expect(codeOf(setMaterials(working, [], other))).toBe('NOT_ALLOWED');
  });
});
