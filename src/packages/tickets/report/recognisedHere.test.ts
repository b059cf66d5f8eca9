import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recognisedHere } from './recognisedHere';
import { callFirst, settle } from './settled';

test.each([
  ['家里着火了', 'fire', '119'],
  ['厨房有很浓的煤气味', 'gas', '119'],
  ['老人晕倒了', 'other', '120'],
  ['楼下有人打架', 'security', '110'],
  ['水管爆了', 'burst', undefined],
] as const)('%s is an emergency that is asked nothing, and %s', (text, problem, number) => {
  const found = recognisedHere(text);
  const settled = settle({}, found);
  expect(settled).toEqual({ type: 'repair', problem, urgency: 'emergency', asks: [] });
  expect(callFirst(settled, found)).toBe(number);
  expect(recognisedHere('不急，有空来看看')).toBeUndefined();
});

test.each([
  '没有着火，只是烧烤',
  '以前着火那家修好了没',
  '消防演习会冒烟吗',
  '请问电梯救援演练是几号',
  '吵得我要跳楼',
  '打架的是谁家猫',
  '中毒的老鼠死在楼道',
])('%s: whether it is one now is asked', (text) =>
  expect(settle({}, recognisedHere(text)).asks).toContain('urgency'),
);

test('said as a question or a complaint it is sent as one, too', () => {
  for (const type of ['enquiry', 'suggestion'] as const)
    expect(settle({ type, urgency: 'emergency' }, recognisedHere('着火了怎么办')).type).toBe('repair');
  expect(settle({ type: 'complaint' }, recognisedHere('楼道着火了')).asks).toEqual(['urgency']);
});

const unseen = (name: string) =>
  readFileSync(join(__dirname, '../../../../tools/recognition/unseen', name), 'utf8')
    .split('\n')
    .filter(Boolean);

test('half of the written emergencies are named outright, and nothing of what is calm', () => {
  const emergencies = unseen('emergencies.txt');
  expect(emergencies.filter(recognisedHere).length).toBeGreaterThan(emergencies.length / 2);
  expect(unseen('calm.txt').filter(recognisedHere)).toEqual([]);
});
