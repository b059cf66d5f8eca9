import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSure, recognise } from '../../cloudfunctions/modules/tickets/recognition/recognise';
import { scale, weights } from '../../cloudfunctions/modules/tickets/recognition/weights';
import { settle } from '../../src/packages/tickets/report/settled';
import { firstCall } from '../../types/firstCall';
import { learn } from './learn';
import { lineOf } from './main';
import { measure, readRows } from './measure';
import { readPadding, readSentence, readSentences } from './sentences';

const sentences = readSentences(join(__dirname, 'sentences'));
const unseen = (name: string) =>
  readFileSync(join(__dirname, 'unseen', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

test('at least 1,500 sentences, none twice, and none of those the model is judged by', () => {
  const texts = new Set(sentences.map(({ text }) => text));
  expect(texts.size).toBeGreaterThanOrEqual(1_500);
  expect(texts.size).toBe(sentences.length);
  expect(
    ['emergencies.txt', 'calm.txt', 'frightening.txt'].flatMap(unseen).filter((text) => texts.has(text)),
  ).toEqual([]);
});

test('of at least 200 written emergencies none is missed', () => {
  const emergencies = unseen('emergencies.txt');
  expect(new Set(emergencies).size).toBeGreaterThanOrEqual(200);
  expect(emergencies.filter((text) => recognise(text).urgency !== 'emergency')).toEqual([]);
});

test('none leaves the report screen as something less without having been asked', () => {
  const sent = unseen('emergencies.txt').map((text) => {
    const found = recognise(text);
    return { text, ...settle({}, { ...found, isSureOf: isSure(found) }) };
  });
  const certain = sent.filter(({ text }) => {
    const found = recognise(text);
    return found.urgency === 'emergency' && isSure(found).urgency;
  });
  expect(certain.filter(({ asks }) => asks.length > 0)).toEqual([]);
  expect(certain.length).toBeGreaterThan(sent.length * 0.8);
  const less = sent.filter(({ urgency, asks }) => urgency !== 'emergency' && !asks.includes('urgency'));
  expect(less.map(({ text }) => text)).toEqual([]);
  expect(sent.filter(({ type, urgency }) => urgency === 'emergency' && type !== 'repair')).toEqual([]);
});

test('nor is one missed that stands in the middle of courtesies', () => {
  const told = unseen('emergencies.txt').map(
    (text) => `您好，我住三号楼，麻烦您听我说一下，${text}，请派人过来看看，家里有老人，谢谢您了`,
  );
  expect(told.filter((text) => recognise(text).urgency !== 'emergency')).toEqual([]);
});

test.each([
  ['as it is', (text: string) => text, 10],
  [
    'between courtesies',
    (text: string) => `您好，我住三号楼，麻烦您听我说一下，${text}，请派人过来看看，家里有老人，谢谢您了`,
    6,
  ],
])('of what is no emergency, %s, few are called one', (_, told, oneIn) => {
  const calm = unseen('calm.txt').map(told);
  const alarms = calm.filter((text) => recognise(text).urgency === 'emergency');
  expect(alarms.length).toBeLessThan(calm.length / oneIn);
});

test('words that frighten without need are hardly ever taken for sure, and call nobody else first', () => {
  const found = unseen('frightening.txt').map((text) => ({ text, ...recognise(text) }));
  const alarms = found.filter(({ urgency }) => urgency === 'emergency');
  expect(alarms.length).toBeLessThan(found.length / 2);
  expect(alarms.filter((one) => isSure(one).urgency).length).toBeLessThan(found.length / 6);
  const called = alarms.filter(({ text, problem }) => firstCall(text, problem, 'emergency').callFirst);
  expect(called.length).toBeLessThan(found.length / 8);
});

test('the committed weights are what the committed sentences teach, and under 1 MB', () => {
  const again = learn(sentences, readPadding(join(__dirname, 'sentences')));
  expect(again.scale).toBe(scale);
  expect(Buffer.from(again.bytes.buffer).toString('base64') === weights).toBe(true);
  expect(weights.length).toBeLessThan(1_000_000);
}, 120_000);

test('a sentence of an unknown kind or without words is refused', () => {
  expect(() => readSentence('repair\tgeneral\tmagic\t水')).toThrow('Unknown kind "magic"');
  expect(() => readSentence('repair\tgeneral\tleak\t')).toThrow('No text');
});

test('a line says type and urgency with their confidences, and what is sure', () => {
  const line = JSON.parse(lineOf('水管爆了'));
  expect(Object.keys(line)).toEqual([
    'type',
    'typeConfidence',
    'urgency',
    'urgencyConfidence',
    'problem',
    'problemConfidence',
    'isSure',
  ]);
  expect(line).toMatchObject({ type: 'repair', urgency: 'emergency' });
});

test('measuring reads quoted cells and counts agreement per row', () => {
  const csv =
    'title,text,gold_category,weak_category\r\n"楼上太吵,睡不着","他说""不管""\n真吵",噪音扰民,电梯\n电梯坏了,修,停车车位,停车车位\n';
  expect(readRows(csv)[0]?.text).toBe('他说"不管"\n真吵');
  expect(measure(csv, 0.5)).toMatchObject({ rows: 2, byTitle: 0.5, keywordRule: 0.5 });
});
