import { firstCall } from './firstCall';

test.each([
  ['厨房着火了', 'fire', 'emergency', '119'],
  ['楼道煤气味很重，有人晕倒', 'gas', 'emergency', '119'],
  ['老人摔倒了，叫不醒', 'other', 'emergency', '120'],
  ['电梯里有人晕倒', 'lift', 'emergency', '120'],
  ['楼下有人打架，有刀', 'security', 'emergency', '110'],
  ['孩子不见了', 'security', 'emergency', '110'],
  ['持刀伤人，流血了', 'security', 'emergency', '120'],
  ['水管爆了', 'burst', 'emergency', undefined],
  ['楼梯太滑，老人怕摔倒', 'facility', 'emergency', undefined],
  ['邻居割腕了', 'security', 'emergency', '120'],
  ['空调着火', 'heating', 'emergency', '119'],
  ['瓦斯味好重', 'security', 'emergency', '119'],
  ['插座烫手有焦味', 'electrics', 'emergency', undefined],
  ['燃气灶打不着', 'gas', 'general', undefined],
  ['灭火器过期了', 'fire', 'general', undefined],
  ['上周有小偷，建议装摄像头', 'security', 'general', undefined],
] as const)('%s (%s, %s): %s first', (text, problem, urgency, number) => {
  expect(firstCall(text, problem, urgency).callFirst).toBe(number);
});

test('whom to call is said with what to do; water, power and lift have their own advice', () => {
  expect(firstCall('煤气味', 'gas', 'emergency').advice).toMatch(/总阀.*开窗.*119.*燃气公司/);
  for (const problem of ['burst', 'leak', 'electrics', 'lift'] as const)
    expect(firstCall('', problem, 'general').advice).toBeDefined();
  expect(firstCall('', 'noise', 'general')).toEqual({});
});
