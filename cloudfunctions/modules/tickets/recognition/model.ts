import { problems, ticketTypes, urgencies } from '../../../../types/ticket';
import { buckets, featuresOf, longestText } from './features';

/** The three questions the model answers at once, in the order of its columns. */
export const questions = { type: ticketTypes, urgency: urgencies, problem: problems } as const;

/** Columns of one bucket's row: every answer to every question. */
export const columns = ticketTypes.length + urgencies.length + problems.length;

/** Weights: row per bucket, and one last row for the bias; a weight is the byte times `scale`. */
export interface Model {
  readonly scale: number;
  readonly bytes: Int8Array;
}

/** How likely each answer is, per question, each adding up to 1. */
export interface Likelihoods {
  readonly type: readonly number[];
  readonly urgency: readonly number[];
  readonly problem: readonly number[];
}

/** Reads the generated weights. Throws when they were made for other kinds or buckets. */
export function readModel(scale: number, base64: string): Model {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== (buckets + 1) * columns) {
    throw new Error('The weights of recognition do not fit its kinds: run tools/recognition/train.ts');
  }
  return { scale, bytes: new Int8Array(raw.buffer, raw.byteOffset, raw.length) };
}

/** Softmax of one question's part of the scores. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** A text longer than this, in characters, is read piece by piece. */
const longestPiece = 25;

/** How much the opening counts beside a later piece: people say first what it is about. */
const openingCounts = 3;

/** What is said between two signs of punctuation. */
function clausesOf(text: string): string[] {
  return text.slice(0, longestText).split(/(?<=[，。！？；,.!?;\s])/);
}

/** A long text cut at its punctuation into pieces of up to `longestPiece` characters; a short one as it is. */
function piecesOf(text: string): string[] {
  if (text.length <= longestPiece) {
    return [text];
  }
  const pieces: string[] = [];
  let piece = '';
  for (const clause of clausesOf(text)) {
    if (piece !== '' && piece.length + clause.length > longestPiece) {
      pieces.push(piece);
      piece = '';
    }
    piece += clause;
  }
  return [...pieces, piece];
}

function scoresOf(model: Model, piece: string): number[] {
  const features = featuresOf(piece);
  const share = model.scale / Math.sqrt(Math.max(1, features.length));
  const sums = new Int32Array(columns);
  for (const bucket of features) {
    for (let column = 0; column < columns; column++) {
      sums[column]! += model.bytes[bucket * columns + column]!;
    }
  }
  return Array.from(sums, (sum, column) => {
    return sum * share + (model.bytes[buckets * columns + column] ?? 0) * model.scale;
  });
}

/**
 * What the pieces say together about one question: the opening most, each later one the less the farther it stands, and a piece that is
 * sure more than one that is not, so that greetings, pleas and the story around the matter have little say.
 */
function together(pieces: readonly (readonly number[])[]): number[] {
  const weights = pieces.map(
    (chances, at) => Math.max(...chances) * (at === 0 ? openingCounts : 1 / Math.sqrt(at)),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return (pieces[0] ?? []).map((_, answer) =>
    pieces.reduce((sum, chances, at) => sum + ((chances[answer] ?? 0) * (weights[at] ?? 0)) / all, 0),
  );
}

const afterType = ticketTypes.length;
const afterUrgency = afterType + urgencies.length;
const emergency = urgencies.indexOf('emergency');

/** An emergency is as likely as the clause says that says it most: courtesies around it do not make it less of one. */
function withLoudestClause(model: Model, text: string, urgency: readonly number[]): readonly number[] {
  const before = urgency[emergency] ?? 0;
  const loudest = clausesOf(text).reduce((most, clause) => {
    const chances = softmax(scoresOf(model, clause).slice(afterType, afterUrgency));
    return Math.max(most, chances[emergency] ?? 0);
  }, before);
  if (loudest === before) return urgency;
  const rest = (1 - loudest) / (1 - before);
  return urgency.map((chance, answer) => (answer === emergency ? loudest : chance * rest));
}

/** Scores a text against every answer of every question. */
export function likelihoods(model: Model, text: string): Likelihoods {
  const pieces = piecesOf(text).map((piece) => scoresOf(model, piece));
  const asked = (from: number, to: number) =>
    together(pieces.map((scores) => softmax(scores.slice(from, to))));
  return {
    type: asked(0, afterType),
    urgency: withLoudestClause(model, text, asked(afterType, afterUrgency)),
    problem: asked(afterUrgency, columns),
  };
}
