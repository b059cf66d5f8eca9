import fc from 'fast-check';
import { addFen, fen, partOf, priceOf, quantity, rate, splitFen, subtractFen, sumFen } from './money';

const seeded = { seed: 20260101, numRuns: 300 };

describe('fen', () => {
  test.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %p', (amount) => {
    expect(() => fen(amount)).toThrow('no amount in fen');
  });

  test('sums that leave the safe integers are refused, not rounded', () => {
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow('no amount in fen');
    expect(subtractFen(fen(1), fen(3))).toBe(-2);
    expect(sumFen([])).toBe(0);
  });

  test('there is no negative zero', () => {
    expect(Object.is(fen(-0), 0)).toBe(true);
  });
});

describe('a line is price × quantity, rounded half up once', () => {
  test('W20: 1.915 元/㎡ × 100 ㎡ is 191.50, not 192.00', () => {
    expect(priceOf(rate(1915, 3), quantity(100, 0))).toBe(19150);
  });

  test('W10: 1.00 元 × 40.05 ㎡ is 40.05', () => {
    expect(priceOf(rate(100, 2), quantity(4005, 2))).toBe(4005);
  });

  test('W10: of 6,416,401 price × area pairs the peer bills 11,222 a fen short; all of these are exact here, and so is every 97th pair', () => {
    let peerShort = 0;
    let wrong = 0;
    for (let price = 100; price <= 500; price++) {
      for (let area = 4000; area <= 20000; area++) {
        const product = price * area;
        if (product % 100 !== 0 || Math.floor(price * (area / 100)) === product / 100) continue;
        peerShort++;
        if (priceOf(rate(price, 2), quantity(area, 2)) !== product / 100) wrong++;
      }
      for (let area = 4000 + (price % 97); area <= 20000; area += 97) {
        const exact = Math.floor((price * area + 50) / 100);
        if (priceOf(rate(price, 2), quantity(area, 2)) !== exact) wrong++;
      }
    }
    expect({ peerShort, wrong }).toEqual({ peerShort: 11222, wrong: 0 });
  });

  test('halves go up by size, so taking back is the opposite of charging', () => {
    expect(priceOf(rate(5, 3), quantity(1, 0))).toBe(1);
    expect(priceOf(rate(5, 3), quantity(-1, 0))).toBe(-1);
    expect(partOf(fen(1), { parts: 1, of: 2 })).toBe(1);
    expect(partOf(fen(-1), { parts: 1, of: 2 })).toBe(-1);
  });

  test('a part of a month is taken before rounding, not after', () => {
    expect(priceOf(rate(19150, 4), quantity(8930, 2), { parts: 17, of: 31 })).toBe(9378);
  });

  test('products far beyond the safe integers are exact', () => {
    expect(priceOf(rate(999_999_999, 6), quantity(999_999_999, 6), { parts: 30, of: 31 })).toBe(96_774_193);
  });

  test.each([
    () => rate(0.5, 2),
    () => rate(1, 7),
    () => quantity(1, -1),
    () => priceOf(rate(1, 0), quantity(1, 0), { parts: 1, of: 0 }),
  ])('refuses what is no whole number, scale or part', (act) => {
    expect(act).toThrow();
  });
});

describe('splitting', () => {
  const someShares = fc
    .uniqueArray(fc.record({ key: fc.string({ minLength: 1 }), weight: fc.integer({ min: 0, max: 1e9 }) }), {
      selector: ({ key }) => key,
      minLength: 1,
      maxLength: 12,
    })
    .filter((shares) => shares.some(({ weight }) => weight > 0));

  test('the parts sum to the amount, none has the wrong sign, the order does not matter (W20)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), someShares, (amount, shares) => {
        const split = splitFen(fen(amount), shares);
        expect(sumFen(split.values())).toBe(amount);
        for (const part of split.values()) expect(part * Math.sign(amount)).toBeGreaterThanOrEqual(0);
        const turned = splitFen(fen(amount), [...shares].reverse());
        for (const { key } of shares) expect(turned.get(key)).toBe(split.get(key));
      }),
      seeded,
    );
  });

  test('the odd fen go to the largest remainders, equal ones by key', () => {
    const thirds = ['c', 'a', 'b'].map((key) => ({ key, weight: 1 }));
    expect(Object.fromEntries(splitFen(fen(100), thirds))).toEqual({ a: 34, b: 33, c: 33 });
    const uneven = splitFen(fen(10), [
      { key: 'a', weight: 1 },
      { key: 'b', weight: 6 },
    ]);
    expect(Object.fromEntries(uneven)).toEqual({ a: 1, b: 9 });
  });

  test.each([
    [[]],
    [[{ key: 'a', weight: 0 }]],
    [[{ key: 'a', weight: -1 }]],
    [[{ key: 'a', weight: 0.5 }]],
    [
      [
        { key: 'a', weight: 1 },
        { key: 'a', weight: 1 },
      ],
    ],
  ])('refuses %j', (shares) => {
    expect(() => splitFen(fen(1), shares)).toThrow();
  });
});
