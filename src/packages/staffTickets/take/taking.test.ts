import type { Recognised } from '../../../../types/contract/tickets';
import { settle } from '../../tickets/report/settled';
import { blankTaking, missing, type Taking, takenReport, takingOf, waitingTaking } from './taking';

const whole: Taking = {
  ...blankTaking,
  ...{ building: '3栋', unit: '2单元', room: '1201', text: ' 厨房漏水 ' },
  ...{ problem: 'leak', urgency: 'emergency' },
};
const settledOf = (taking: Taking, recognised?: Recognised) => settle(taking, recognised);

test.each<[Partial<Taking>, string | undefined]>([
  [{ text: '' }, '写一句是什么事'],
  [{ type: 'repair', urgency: undefined }, '选一下急不急'],
  [{ type: 'complaint', problem: undefined, urgency: undefined }, '选一下是哪一类'],
  [{ room: ' ' }, '写清在哪里'],
  [{ kind: 'common' }, '写清在哪里'],
  [{ name: '李女士' }, '联系人要有姓名和电话，或者都不写'],
  [{ name: '李女士', phone: '138-1' }, '电话只写数字'],
  [{}, undefined],
])('%j asks for %s', (part, asked) => {
  const taking = { ...whole, ...part };
  expect(missing(taking, settledOf(taking))).toBe(asked);
});

test('what is recognised need not be chosen, what it is not sure of is asked', () => {
  const recognised: Recognised = {
    ...{ type: 'repair', problem: 'leak', urgency: 'general' },
    isSureOf: { type: true, problem: true, urgency: true },
  };
  const said = { ...whole, problem: undefined, urgency: undefined };
  const settled = settledOf(said, recognised);
  expect(missing(said, settled)).toBeUndefined();
  expect(takenReport('c', said, settled, [])).toMatchObject({ problem: 'leak', urgency: 'general' });
  const unsure = settledOf(said, { ...recognised, isSureOf: { ...recognised.isSureOf, type: false } });
  expect(missing(said, unsure)).toBe('选一下是哪一种');
  expect(takenReport('c', said, settledOf(said), [])).toBeUndefined();
});

test('a repair keeps its urgency and photos, what is asked has none', () => {
  const sent = (taking: Taking, photos: string[] = []) => takenReport('c', taking, settledOf(taking), photos);
  expect(sent(whole, ['cloud://a/1.jpg'])).toEqual({
    ...{ communityId: 'c', channel: 'phone', type: 'repair', problem: 'leak', text: '厨房漏水' },
    ...{ urgency: 'emergency', place: { kind: 'home', building: '3栋', unit: '2单元', room: '1201' } },
    photos: ['cloud://a/1.jpg'],
  });
  expect(sent({ ...whole, type: 'enquiry', urgency: undefined })?.urgency).toBe('enquiry');
  const named = {
    ...whole,
    type: 'complaint',
    urgency: undefined,
    name: '李',
    phone: '13800000001',
  } as const;
  expect(sent(named)).toMatchObject({
    ...{ urgency: 'general', contact: { name: '李', phone: '13800000001' } },
  });
});

test.each<Partial<Taking>>([
  { name: '李', phone: '13800000001' },
  { kind: 'common', unit: '', room: '', where: '大堂', channel: 'patrol' },
])('what the phone keeps until it is sent comes back as it was written, photos with it', (part) => {
  const photos = [{ key: 'a', path: 'http://store/a.jpg' }];
  const taking: Taking = { ...whole, text: '厨房漏水', ...part, type: 'repair', photos };
  const report = takenReport('c', taking, settledOf(taking), []);
  if (!report) throw new Error('nothing is to be asked');
  const waiting = waitingTaking(report, photos, 'people/me/', 5);
  expect(waiting).toMatchObject({ madeAt: 5, folder: 'people/me/', taken: { communityId: 'c' }, photos });
  expect(waiting.said).not.toHaveProperty('photos');
  expect(takingOf({ ...waiting, requestId: 'r' })).toEqual(taking);
});
