import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { fen } from '../../../../types/money';
import { billText } from './billText';
import { parseBill } from './parseBill';

const sample = (name: string) => readFileSync(join(__dirname, '../fixtures', name), 'utf8');
const all = sample('v3_tradebill_ALL.csv');
const refunds = sample('v3_tradebill_REFUND.csv');

function rowsOf(text: string) {
  const outcome = parseBill(text);
  if (outcome.kind !== 'bill') throw new Error(JSON.stringify(outcome));
  return outcome.rows;
}

describe('published bills', () => {
  test('payments: whose, which, how much, when', () => {
    expect(rowsOf(all)).toHaveLength(3);
    expect(rowsOf(all)[0]).toEqual({
      kind: 'payment',
      merchantId: '1900000001',
      outTradeNo: 'S20210128170702357723',
      transactionId: '4200000925202101284997714292',
      payerOpenid: 'oTESTopenid00000000000000001',
      amount: 1,
      at: Date.parse('2021-01-28T17:07:11+08:00'),
    });
    expect(rowsOf(sample('v3_tradebill_SUCCESS.csv'))).toMatchObject([{ kind: 'payment', amount: 1 }]);
  });

  test('refunds stand in rows of their own, at the time they were accepted', () => {
    expect(rowsOf(refunds)[0]).toEqual({
      kind: 'refund',
      merchantId: '1900000001',
      outTradeNo: 'S20210124161554311546',
      transactionId: '4200000844202101245866928772',
      payerOpenid: 'oTESTopenid00000000000000001',
      outRefundNo: 'S20210201143320649393',
      refundId: '50300807172021020106006664916',
      amount: 1,
      state: 'done',
      at: Date.parse('2021-02-01T14:33:21+08:00'),
    });
  });

  test('the older table, with sub-merchant 0 and amounts like 0.0', () => {
    expect(rowsOf(sample('v2_downloadbill_example.csv'))).toMatchObject([
      { merchantId: '10000100', outTradeNo: '1415640626', amount: 1 },
      { merchantId: '10000100', outTradeNo: '1415635270', amount: 1 },
    ]);
  });
});

describe('what is malformed is refused, by name and line', () => {
  test.each([
    ['malformed_tradebill_bad_row_amount.csv', 'amountUnreadable', 4],
    ['malformed_tradebill_success_row.csv', 'amountUnreadable', 2],
    ['malformed_tradebill_bad_summary_amount.csv', 'summaryUnreadable', 6],
  ])('%s', (name, problem, line) => {
    expect(parseBill(sample(name))).toEqual({ kind: 'malformed', problem, line });
  });

  const first = 'S20210128170702357723';
  const broken: readonly (readonly [what: string, text: () => string, problem: string, line: number])[] = [
    ['nothing', () => '', 'empty', 0],
    ['no headings', () => all.split('\n').slice(1).join('\n'), 'headingMissing', 1],
    ['a column we need is not there', () => all.replace('商户订单号', '别的'), 'headingMissing', 1],
    ['no totals', () => all.split('\n').slice(0, 4).join('\n'), 'summaryMissing', 4],
    ['a field too few', () => all.replace(',`CNY', ''), 'fieldsMissing', 2],
    [
      'a row without back-ticks',
      () => all.replace('`2021-01-28 17:07:11', '2021-01-28 17:07:11'),
      'fieldsMissing',
      2,
    ],
    ['31 February', () => all.replace('2021-01-28 17', '2021-02-31 17'), 'timeUnreadable', 2],
    ['a state nobody knows', () => all.replace('`SUCCESS', '`REVOKED'), 'stateUnknown', 2],
    ['a number with a space', () => all.replace(first, 'S 1'), 'numberUnreadable', 2],
    ['no number', () => all.replace(first, ''), 'numberUnreadable', 2],
    ['a negative amount', () => all.replace('`0.01,`0.00,`0,', '`-0.01,`0.00,`0,'), 'amountUnreadable', 2],
    ['a third decimal', () => all.replace('`0.01,`0.00,`0,', '`0.011,`0.00,`0,'), 'amountUnreadable', 2],
    ['an exponent', () => all.replace('`0.01,`0.00,`0,', '`1e2,`0.00,`0,'), 'amountUnreadable', 2],
    ['dollars', () => all.replace('`CNY', '`USD'), 'amountUnreadable', 2],
    ['totals of other rows', () => all.replace('`3,`0.03', '`3,`0.04'), 'summaryDiffers', 6],
    ['another count', () => all.replace('`3,`0.03', '`2,`0.03'), 'summaryDiffers', 6],
    [
      'one payment twice',
      () => all.replace('4200000926202101281412639609', '4200000910202101282955148400'),
      'rowTwice',
      4,
    ],
    ['something after the totals', () => `${all}\`1,\`2`, 'summaryUnreadable', 7],
    [
      'a refund in no known state',
      () => refunds.replace('`ORIGINAL,`SUCCESS', '`ORIGINAL,`MAYBE'),
      'stateUnknown',
      2,
    ],
  ];

  test.each(broken)('%s', (_name, text, problem, line) => {
    expect(parseBill(text())).toEqual({ kind: 'malformed', problem, line });
  });

  test('whatever text comes, it is a bill or has a named problem', () => {
    const cut = fc.tuple(fc.nat(all.length), fc.string({ maxLength: 5, unit: 'grapheme' }));
    fc.assert(
      fc.property(cut, ([at, dirt]) => {
        const { kind } = parseBill(all.slice(0, at) + dirt + all.slice(at + dirt.length));
        expect(['bill', 'malformed']).toContain(kind);
      }),
      { seed: 20261110, numRuns: 300 },
    );
  });
});

describe('however the file is packed', () => {
  const text = '总交易单数,微信';

  test('bytes, zipped or not, marked or not, UTF-8 or GB 18030', () => {
    const gbk = Buffer.from([0xd7, 0xdc, 0xbd, 0xbb, 0xd2, 0xd7]);
    expect(billText(gbk)).toBe('总交易');
    for (const packed of [
      text,
      `\uFEFF${text}`,
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      gzipSync(text),
    ])
      expect(billText(packed)).toBe(text);
  });

  test('a broken archive and what is no file are neither', () => {
    expect(billText(gzipSync(text).subarray(0, 12))).toBeUndefined();
    expect(billText(7)).toBeUndefined();
  });

  test('lines may end the Windows way', () => {
    expect(rowsOf(all.replaceAll('\n', '\r\n'))).toEqual(rowsOf(all));
  });

  test('a product’s name with a comma stays one field', () => {
    expect(rowsOf(all.replace('for testing', 'a, b')).at(0)).toMatchObject({ amount: fen(1) });
  });
});
