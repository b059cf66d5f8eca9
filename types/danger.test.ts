import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dangerNamed } from './danger';

test.each([
  ['家里着火了', 'fire'],
  ['灶打不着火', undefined],
  ['怕万一着火', undefined],
  ['怕着火，楼下真的着火了', 'fire'],
  ['煤气味很重', 'gas'],
  ['煤气漏了，灶台也着火了', 'fire'],
  ['有人被困在电梯里', 'lift'],
  ['老人困在屋里', 'other'],
  ['水管爆了', 'burst'],
  ['灯泡爆了', undefined],
  ['插座有焦味', 'electrics'],
  ['锅烧糊了', undefined],
  ['有人撬门', 'security'],
  ['建议装监控防小偷', undefined],
  ['外墙砸到人', 'building'],
  ['邻居晕倒了', 'other'],
  ['电梯里的救援电话是多少', undefined],
  ['电梯里喊救人', 'lift'],
  ['手机中毒', undefined],
  ['家里漏水，滴滴答答', undefined],
  ['', undefined],
])('%s: %s', (text, problem) => {
  expect(dangerNamed(text)).toBe(problem);
});

test('every phone can read the patterns: none looks behind', () => {
  const sources = ['danger.ts', 'firstCall.ts'].map((name) => readFileSync(join(__dirname, name), 'utf8'));
  expect(sources.filter((source) => /\(\?<[=!]/.test(source))).toEqual([]);
});
