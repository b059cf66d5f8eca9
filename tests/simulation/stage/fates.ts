import type { RandomStream } from '../../../simulator/cloud/core/random';

/** What becomes of one request of the SDK. */
export type Fate =
  | 'passes'
  /** It never arrives; the caller is told that the connection broke. */
  | 'lost'
  /** It never arrives; the caller hears nothing until its patience is over. */
  | 'lostSilently'
  /** It is performed; the caller is told that the connection broke. */
  | 'answerLost'
  /** The server drops the transaction it belongs to, and then performs it. */
  | 'transactionExpired'
  /** The function is killed before the request arrives, or after. */
  | 'diesBefore'
  | 'diesAfter';

/** Chances, each from 0 to 1, of one request; what is left passes. */
export type Weather = Readonly<Record<Exclude<Fate, 'passes'>, number>>;

export const calm: Weather = {
  lost: 0,
  lostSilently: 0,
  answerLost: 0,
  transactionExpired: 0,
  diesBefore: 0,
  diesAfter: 0,
};

/** A bad day: about one request in fifty meets with something, and a call makes twenty or thirty. */
export const storm: Weather = {
  lost: 0.003,
  lostSilently: 0.001,
  answerLost: 0.006,
  transactionExpired: 0.002,
  diesBefore: 0.004,
  diesAfter: 0.005,
};

/** All but that it passes. */
export const fates = Object.keys(calm) as readonly (keyof Weather)[];

/** One draw, whatever comes of it, so that a change of weather does not shift what chance deals elsewhere. */
export function drawFate(random: RandomStream, weather: Weather): Fate {
  let drawn = random.next();
  for (const fate of fates) {
    if (drawn < weather[fate]) return fate;
    drawn -= weather[fate];
  }
  return 'passes';
}
