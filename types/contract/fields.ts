import * as z from 'zod/mini';

/** The longest text of its kind anybody needs to send. Ours; they keep a stranger from storing novels. */
const longest = { id: 96, name: 30, room: 12, sentence: 200, words: 1000 } as const;

/** Keeps control characters and invisible direction marks out of what is shown and sent in messages. */
const printable = /^[^\p{Cc}\p{Cf}\p{Cs}]*$/u;

const text = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(printable));

/** Ours, or a community's and a home's as the import makes them. */
export const id = z.string().check(z.regex(/^[\p{L}\p{N}_.·:-]+$/u), z.maxLength(longest.id));

/** 128 random bits as the phone makes them; any 8 to 64 letters of this alphabet will do. */
export const requestId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));

export const personName = text(longest.name);
export const sentence = text(longest.sentence);
/** Some sentences, in lines. */
export const words = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(longest.words), z.regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}]|\n)*$/u));
/** A building, a unit or a room as the register names it: `3`, `3栋`, `A座`, `1201`. */
export const placePart = text(longest.room);

/** What `<button open-type="getPhoneNumber">` gives; lives 5 minutes, is good once. */
export const phoneCode = z.string().check(z.minLength(8), z.maxLength(256), z.regex(/^[\x21-\x7e]+$/));

/** A calendar day of China that exists, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** Where the last page ended. */
export const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));

/** A calendar month of China, `YYYY-MM`. */
export const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/));

/** Ours: no single amount of a home is larger than 10 million yuan. */
const mostFen = 1_000_000_000;
/** Fen, whole, up or down, never nothing. */
export const amount = z.int().check(
  z.gte(-mostFen),
  z.lte(mostFen),
  z.refine((value) => value !== 0),
);
/** Fen, whole, more than nothing. */
export const positiveAmount = z.int().check(z.gte(1), z.lte(mostFen));
/** Fen, whole, nothing or more. */
export const unsignedAmount = z.int().check(z.gte(0), z.lte(mostFen));
