import { explain } from './explain';
import { circumstances, emergency, person, ticket } from './testing/people';

const zhang = person('z', { name: '张建国', areas: ['3栋'], open: 3, freeInMinutes: 0 });
const ma = person('m', { name: '马俊', areas: ['5栋'], open: 2, openEmergencies: 1, urgentFreeInMinutes: 9 });
const he = person('h', { name: '何伟', skills: ['电工'], areas: ['3栋'] });
const burst = ticket('t', emergency);
const world = circumstances({ z: 4, m: 9, h: 3 });

it('says in one sentence why, and compares with reasons', () => {
  const told = explain(burst, 'z', [he, ma, zhang], world);
  expect(told.sentence).toBe('张建国会水暖、负责 3栋，走过去 4 分钟，手上有 3 单、没有急单。');
  expect(told.principle).toBe('紧急工单先看谁到得最快，再看手上多少活。');
  expect(told.compared.map(({ name, standing, reason }) => [name, standing, reason])).toEqual([
    ['张建国', 'given', undefined],
    ['马俊', 'next', '手上有 1 单急单'],
    ['何伟', 'unfit', '不会水暖'],
  ]);
  // Nine minutes until free of the emergency, then nine on foot; nobody waits for whom the ticket is not for.
  expect(told.compared.map(({ arrivalMinutes }) => arrivalMinutes)).toEqual([4, 18, undefined]);
});

it('says of minutes that are a guess that they are, and to the home none of them', () => {
  const guessed = { ...world, isWayGuess: () => true };
  const told = explain(burst, 'z', [ma, zhang], guessed);
  expect(told.sentence).toBe('张建国会水暖、负责 3栋，走过去约 4 分钟，手上有 3 单、没有急单。');
  expect(told.homeSentence).toBe('张建国会水暖、负责 3栋，手上有 3 单、没有急单。');
  expect(told.compared.map(({ isWayGuess }) => isWayGuess)).toEqual([true, true]);
  expect(explain(burst, 'z', [ma, zhang], world)).not.toHaveProperty('homeSentence');
  const farther = { ...circumstances({ b: 12 }), isWayGuess: () => true };
  const reason = explain(ticket('t'), 'a', [person('a'), person('b')], farther).compared[1]?.reason;
  expect(reason).toBe('走过去要约 12 分钟');
});

it.each([
  ['不在岗', { isOnDuty: false }],
  ['不会水暖', { skills: ['电工'] }],
  ['手上有 2 单，先等有空的人', { open: 2, freeInMinutes: 30 }],
  ['手上有 1 单', { open: 1 }],
  ['不负责 3栋', { areas: ['9栋'] }],
  ['会的工种多，留给别人不会的活', { skills: ['水暖', '电工'] }],
  ['这周已经做得更多', { workedMinutes: 600 }],
])('names the reason: %s', (reason, given) => {
  const { compared } = explain(ticket('t'), 'a', [person('a'), person('b', given)], circumstances());
  expect(compared[1]!.reason).toBe(reason);
});

it('names a longer walk, a refusal, and a person whom another ticket needs more', () => {
  const reasons = (one: typeof burst, walks: Record<string, number>) =>
    explain(one, 'a', [person('a'), person('b')], circumstances(walks)).compared[1]!.reason;
  expect(reasons(ticket('t'), { b: 12 })).toBe('走过去要 12 分钟');
  expect(reasons(ticket('t', { declinedBy: ['b'] }), {})).toBe('这张工单没有接');
  expect(reasons(ticket('t'), { a: 12 })).toBe('另一张工单更需要这个人');
});

it('says why a ticket waits, and when the supervisor has to act', () => {
  const told = (one: typeof burst, people: Parameters<typeof explain>[2]) =>
    explain(one, undefined, people, circumstances()).sentence;
  const busy = person('a', { open: 1, freeInMinutes: 20 });
  expect(told(ticket('t'), [busy])).toBe('在岗会水暖的 1 人手上都有活，谁先有空就派给谁。');
  expect(told(ticket('t'), [he])).toBe('在岗 1 人里没有人会水暖，请主管派单。');
  expect(told(ticket('t', { declinedBy: ['a'] }), [busy])).toBe('在岗会水暖的 1 人都没有接，请主管派单。');
});

it('counts all who are on duty, and puts whoever has the skill before whoever has not', () => {
  const busy = person('z', { open: 2, freeInMinutes: 30 });
  const others = ['a', 'b', 'c', 'd'].map((id) => person(id, { skills: ['电工'] }));
  const away = person('0', { isOnDuty: false, skills: ['电工'] });
  const declined = person('1');
  const told = explain(
    ticket('t', { declinedBy: ['1'] }),
    undefined,
    [away, declined, ...others, busy],
    circumstances(),
  );
  expect([told.onDuty, told.skilled]).toEqual([6, 2]);
  expect(told.compared.map(({ staffId }) => staffId)).toEqual(['z', '1', '0', 'a', 'b', 'c', 'd']);
});
