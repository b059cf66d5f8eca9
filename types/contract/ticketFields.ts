import * as z from 'zod/mini';
import { ratingWords } from '../ratingWords';
import { problems, ticketTypes, urgencies } from '../ticket';
import { placePart } from './fields';

/** An uploaded file, as WeChat names it. */
export const fileId = z.string().check(z.regex(/^cloud:\/\/[^\s]{1,800}$/));
/** Requirement B1: up to 9. */
export const photos = z.array(fileId).check(z.maxLength(9));
/** WeChat: 同声传译 takes a minute at most. */
export const voice = z.strictObject({ fileId, seconds: z.int().check(z.gte(1), z.lte(60)) });
const instant = z.int().check(z.gte(1_577_808_000_000), z.lte(4_102_416_000_000));
/** From one instant to another. */
export const window = z.strictObject({ from: instant, to: instant });

/** A rating: stars, words to choose from, own words (B6). */
export const stars = z.int().check(z.gte(1), z.lte(5));
const ratingWord = z.string().check(z.refine((word) => ratingWords.some((one) => one === word)));
export const ratedWords = z.array(ratingWord).check(z.maxLength(6));

/** What a report says, whoever sends it (B1). */
export const report = {
  type: z.enum(ticketTypes),
  problem: z.enum(problems),
  urgency: z.enum(urgencies),
  /** Empty only where there is a voice. */
  text: z.string().check(z.trim(), z.maxLength(1000)),
  photos,
  voice: z.optional(voice),
  /** 厨房 */
  spot: z.optional(placePart),
  /** Absent: as soon as possible. */
  window: z.optional(window),
};
