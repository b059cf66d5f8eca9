import { dangerNamed } from '../../../../types/danger';
import { problems, ticketTypes, urgencies } from '../../../../types/ticket';
import { longestText } from './features';
import { readModel } from './model';
import { isSure, recognise, sureFrom } from './recognise';

test.each([
  ['厨房的水龙头一直在滴水', 'repair', 'general', 'leak'],
  ['水管爆裂，客厅全是水', 'repair', 'emergency', 'burst'],
  ['有人困在电梯里', 'repair', 'emergency', 'lift'],
  ['屋里有很重的煤气味', 'repair', 'emergency', 'gas'],
  ['楼道着火了', 'repair', 'emergency', 'fire'],
  ['楼上每天半夜都很吵', 'complaint', 'general', 'noise'],
  ['请问物业费怎么交', 'enquiry', 'enquiry', 'fee'],
  ['建议小区多装几盏路灯', 'suggestion', 'general', 'lighting'],
])('%s is a %s, %s, about %s', (text, type, urgency, problem) => {
  expect(recognise(text)).toMatchObject({ type, urgency, problem });
});

test('a typo or dialect changes nothing', () => {
  expect(recognise('水官爆了，快来人噻')).toMatchObject({ type: 'repair', urgency: 'emergency' });
  expect(recognise('楼道灯憋了，整一下呗')).toMatchObject({ type: 'repair', problem: 'lighting' });
});

test('a danger named outright is an emergency, however much else is said', () => {
  const text = `${'请问物业费怎么交，'.repeat(20)}还有，楼下着火了`;
  expect(dangerNamed(text)).toBe('fire');
  expect(recognise(text).urgency).toBe('emergency');
  expect(dangerNamed('灶打不着火')).toBeUndefined();
});

test.each(['', ' ', '？？？', '😀'])('of %j nothing is sure', (text) => {
  expect(isSure(recognise(text))).toEqual({ type: false, problem: false, urgency: false });
});

test.each(['asdf', '嗯'])('of %j neither type nor problem is sure', (text) => {
  const found = recognise(text);
  expect(ticketTypes).toContain(found.type);
  expect(urgencies).toContain(found.urgency);
  expect(problems).toContain(found.problem);
  expect(isSure(found)).toMatchObject({ type: false, problem: false });
});

test('sure begins at its likelihood, for each answer by itself', () => {
  const at = {
    ...recognise('你好'),
    typeConfidence: sureFrom.type,
    problemConfidence: sureFrom.problem - 0.01,
    urgencyConfidence: sureFrom.urgency,
  };
  expect(isSure(at)).toEqual({ type: true, problem: false, urgency: true });
});

test('a text of the longest length is read in under 5 ms of the processor', () => {
  const text = '家里水管漏水，请派师傅来看看。'.repeat(200).slice(0, longestText);
  const times = Array.from({ length: 60 }, () => {
    const before = process.cpuUsage();
    recognise(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  expect(times[6]).toBeLessThan(5);
});

test('weights made for other kinds are refused', () => {
  expect(() => readModel(0.1, 'AAAA')).toThrow('do not fit');
});
