/**
 * Law 1: money is a whole number of fen; prices and quantities are whole numbers with a stated number of decimals. Every product and
 * every quotient is taken in BigInt and rounded half up once, at the printed line. No float touches money.
 * Multiplying is the cloud's business; a phone only formats (WeChat on iOS before 14 has no BigInt).
 */
declare const fenBrand: unique symbol;

/** 1/100 yuan, a safe integer; may be negative (a correction). */
export type Fen = number & { readonly [fenBrand]: true };

/** Yuan per unit: `value / 10^decimals`. 1.915 元/㎡ is `{ value: 1915, decimals: 3 }`: never rounded before it is multiplied. */
export interface Rate {
  readonly value: number;
  readonly decimals: number;
}

/** So many units: `units / 10^decimals` (㎡, kWh, m³, spaces). */
export interface Quantity {
  readonly units: number;
  readonly decimals: number;
}

/** A part of something: 17 of 31 days. */
export interface Fraction {
  readonly of: number;
  readonly parts: number;
}

export const whole: Fraction = { parts: 1, of: 1 };
export const noFen = 0 as Fen;

/** Ours: no price, area or count needs more. */
const mostDecimals = 6;

/** Throws on what is no safe integer: money never comes from a float. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new Error(`no amount in fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
}

export function rate(value: number, decimals: number): Rate {
  checkScaled(value, decimals);
  return { value, decimals };
}

export function quantity(units: number, decimals: number): Quantity {
  checkScaled(units, decimals);
  return { units, decimals };
}

function checkScaled(value: number, decimals: number): void {
  if (!Number.isSafeInteger(value)) throw new Error(`no whole number: ${value}`);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > mostDecimals) {
    throw new Error(`0–${mostDecimals} decimals, not ${decimals}`);
  }
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return sumFen(amounts);
}

/** The sum; throws when it leaves the safe integers. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum: number = 0;
  for (const amount of amounts) sum = fen(sum + amount);
  return fen(sum);
}

export function subtractFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount);
}

export function negativeFen(amount: Fen): Fen {
  return fen(-amount);
}

export function smallerFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

export function largerFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

/** What one printed line costs: price × quantity × part, rounded half up once. */
export function priceOf(price: Rate, amount: Quantity, part: Fraction = whole): Fen {
  const numerator = BigInt(price.value) * BigInt(amount.units) * BigInt(part.parts) * BigInt(100);
  return roundedHalfUp(numerator, tenTo(price.decimals + amount.decimals) * BigInt(part.of));
}

/** A part of an amount, rounded half up once. */
export function partOf(amount: Fen, { parts, of }: Fraction): Fen {
  return roundedHalfUp(BigInt(amount) * BigInt(parts), BigInt(of));
}

function tenTo(exponent: number): bigint {
  return BigInt(10) ** BigInt(exponent);
}

/** Half up by size, so that taking something back is exactly the opposite of charging it. */
function roundedHalfUp(numerator: bigint, denominator: bigint): Fen {
  const zero = BigInt(0);
  const two = BigInt(2);
  if (denominator <= zero) throw new Error('nothing can be divided by that');
  const size = numerator < zero ? -numerator : numerator;
  const rounded = Number((size * two + denominator) / (denominator * two));
  return fen(numerator < zero ? -rounded : rounded);
}

/** One who takes a part, by weight (a whole number, not negative). Keys are unique: they decide who gets the odd fen. */
export interface Share {
  readonly key: string;
  readonly weight: number;
}

/**
 * Splits an amount by weight so that the parts sum to it exactly: each gets the whole fen of its part, the odd fen go to the
 * largest remainders, equal ones in the order of their keys, whatever the order they come in. Throws without any weight.
 */
export function splitFen(amount: Fen, shares: readonly Share[]): ReadonlyMap<string, Fen> {
  const weights = shares.map(({ weight }) => positiveWeight(weight));
  const total = weights.reduce((sum, weight) => sum + weight, BigInt(0));
  if (total === BigInt(0)) throw new Error('nobody to split it among');
  const size = BigInt(Math.abs(amount));
  const parts = shares.map(({ key }, index) => {
    const product = size * (weights[index] as bigint);
    return { key, part: Number(product / total), remainder: product % total };
  });
  const odd = Math.abs(amount) - parts.reduce((sum, { part }) => sum + part, 0);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? (a.key < b.key ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
  );
  const lucky = new Set(byRemainder.slice(0, odd).map(({ key }) => key));
  const sign = amount < 0 ? -1 : 1;
  const split = new Map(parts.map(({ key, part }) => [key, fen(sign * (part + (lucky.has(key) ? 1 : 0)))]));
  if (split.size !== shares.length) throw new Error('keys of shares must be unique');
  return split;
}

function positiveWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new Error(`no weight: ${weight}`);
  return BigInt(weight);
}
