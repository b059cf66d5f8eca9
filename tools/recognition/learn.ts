import { buckets, featuresOf } from '../../cloudfunctions/modules/tickets/recognition/features';
import {
  columns,
  type Model,
  questions,
  softmax,
} from '../../cloudfunctions/modules/tickets/recognition/model';
import type { Sentence } from './sentences';

const rounds = 14;
const firstStep = 1.2;
const shrink = 2e-6;

/** How often each phrase of padding is taught: there are few of them, and they stand in most messages. */
const paddingTimes = 16;

/** The answer of what people say around a matter: every kind is as likely as any other. */
const saysNothing = -1;

/** Of each question the place of its answer, or `saysNothing`. */
interface Lesson {
  readonly features: readonly number[];
  readonly answers: readonly number[];
}

/** A small generator of its own, so that training gives the same bytes on every machine. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const openings = ['你好，', '师傅，', '麻烦问下，', '3栋2单元502，', '物业在吗，', '您好我是8号楼业主，'];
const places = [
  '阳光花园小区',
  '滨江路春晓苑',
  '开发区翠湖社区',
  '某县和平家园二期',
  '人民路锦绣城',
  '城南新区金桂里',
];
const frames = ['投诉', '反映', '举报', '请求解决', '希望有关部门管管', '关于'];

function anyOf<Item>(items: readonly Item[], chance: () => number): Item {
  return items[Math.floor(chance() * items.length)]!;
}

/**
 * The sentence as written, with a greeting or address, with one character lost by a hurried thumb, with a place before it,
 * for a complaint in the frame of a formal message, with what people say around a matter before and behind it, and told together with
 * another of its kind: nothing of that says what it is about.
 */
function spellings({ type, text }: Sentence, around: Around, chance: () => number): string[] {
  const { before, after, alike } = around;
  const lost = Math.floor(chance() * text.length);
  const place = anyOf(places, chance) + text;
  return [
    text,
    anyOf(openings, chance) + text,
    text.slice(0, lost) + text.slice(lost + 1),
    type === 'complaint' ? `${anyOf(frames, chance)}${place}的问题` : place,
    anyOf(before, chance) + text + anyOf(after, chance),
    anyOf(before, chance) + anyOf(places, chance) + text + anyOf(after, chance) + anyOf(after, chance),
    `${text}，${anyOf(alike, chance).text}${anyOf(after, chance)}`,
  ];
}

/** What stands before and behind a matter, and the sentences of the same kind. */
interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly alike: readonly Sentence[];
}

function kindOf({ type, urgency, problem }: Sentence): string {
  return `${type} ${urgency} ${problem}`;
}

function lessonsOf(
  sentences: readonly Sentence[],
  padding: readonly string[],
  chance: () => number,
): Lesson[] {
  const kinds = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    kinds.set(kindOf(sentence), [...(kinds.get(kindOf(sentence)) ?? []), sentence]);
  }
  const before = padding.filter((phrase) => phrase.endsWith('，'));
  const after = padding.filter((phrase) => phrase.startsWith('，'));
  const taught = sentences.flatMap((sentence) => {
    const { type, urgency, problem } = sentence;
    const answers = [
      questions.type.indexOf(type),
      questions.urgency.indexOf(urgency),
      questions.problem.indexOf(problem),
    ];
    const around = { before, after, alike: kinds.get(kindOf(sentence)) ?? [] };
    return spellings(sentence, around, chance).map((text) => ({ features: featuresOf(text), answers }));
  });
  const answers = [saysNothing, questions.urgency.indexOf('general'), saysNothing];
  const around = padding.map((phrase) => ({ features: featuresOf(phrase), answers }));
  return [...taught, ...Array.from({ length: paddingTimes }, () => around).flat()];
}

/** One step of logistic regression on one lesson, all questions together. */
function study(weights: Float64Array, lesson: Lesson, step: number): void {
  const share = 1 / Math.sqrt(Math.max(1, lesson.features.length));
  let column = 0;
  Object.values(questions).forEach((answers, question) => {
    const scores = answers.map((_, at) => {
      let score = weights[buckets * columns + column + at] ?? 0;
      for (const bucket of lesson.features) {
        score += (weights[bucket * columns + column + at] ?? 0) * share;
      }
      return score;
    });
    const right = lesson.answers[question];
    softmax(scores).forEach((likelihood, at) => {
      const wanted = right === saysNothing ? 1 / answers.length : Number(at === right);
      const miss = wanted - likelihood;
      const bias = buckets * columns + column + at;
      weights[bias] = (weights[bias] ?? 0) + step * miss * 0.02;
      for (const bucket of lesson.features) {
        const place = bucket * columns + column + at;
        weights[place] = (weights[place] ?? 0) * (1 - shrink) + step * miss * share;
      }
    });
    column += answers.length;
  });
}

function shuffle<Item>(items: Item[], chance: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    const kept = items[at]!;
    items[at] = items[other]!;
    items[other] = kept;
  }
}

/** Weights as bytes: the largest weight of all is 127. */
function inBytes(weights: Float64Array): Model {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = Number((largest / 127).toPrecision(6));
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { scale, bytes };
}

/** Learns from sentences and from what people say around them; the same of both always gives the same model. */
export function learn(sentences: readonly Sentence[], padding: readonly string[]): Model {
  const chance = chances(20_240_601);
  const lessons = lessonsOf(sentences, padding, chance);
  const weights = new Float64Array((buckets + 1) * columns);
  for (let round = 0; round < rounds; round++) {
    shuffle(lessons, chance);
    const step = firstStep / (1 + round * 0.3);
    for (const lesson of lessons) {
      study(weights, lesson, step);
    }
  }
  return inBytes(weights);
}
