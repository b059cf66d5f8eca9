import { blankTaking, missing, type Taking, takenReport } from './taking';

const whole: Taking = {
  ...blankTaking,
  ...{
    building: '3栋',
    unit: '2单元',
    room: '1201',
    text: ' 厨房漏水 ',
    problem: 'leak',
    urgency: 'emergency',
  },
};

test.each([
  [{ room: ' ' }, '写清在哪里'],
  [{ kind: 'common' as const }, '写清在哪里'],
  [{ text: '' }, '写一句是什么事'],
  [{ type: 'complaint' as const, problem: undefined as never }, '选一下是哪一类'],
  [{ name: '李女士' }, '联系人要有姓名和电话，或者都不写'],
  [{ name: '李女士', phone: '138-1' }, '电话只写数字'],
  [{}, undefined],
])('%j asks for %s', (part, asked) => {
  expect(missing({ ...whole, ...part })).toBe(asked);
});

test('a repair keeps its urgency, what is asked has none', () => {
  expect(takenReport('c', whole)).toEqual({
    ...{ communityId: 'c', channel: 'phone', type: 'repair', problem: 'leak', text: '厨房漏水', photos: [] },
    ...{ urgency: 'emergency', place: { kind: 'home', building: '3栋', unit: '2单元', room: '1201' } },
  });
  expect(takenReport('c', { ...whole, type: 'enquiry' }).urgency).toBe('enquiry');
  expect(takenReport('c', { ...whole, type: 'complaint', name: '李', phone: '13800000001' })).toMatchObject({
    ...{ urgency: 'general', contact: { name: '李', phone: '13800000001' } },
  });
});
