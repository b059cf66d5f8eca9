import { type Move, type MoveName, type Mover, moves } from '../../cloudfunctions/modules/tickets/life';
import { type TicketState, ticketStates } from '../../types/ticket';
import { clockNames } from '../../types/ticketNames';

const stateNames: Readonly<Record<TicketState, string>> = {
  ...{ waiting: '待派单', offered: '待接单', accepted: '已接单', working: '处理中', paused: '暂停' },
  ...{ finished: '待验收', answering: '待答复', answered: '已答复', closed: '已完成', rated: '已评价' },
  cancelled: '已取消',
};
const moverNames: Readonly<Record<Mover, string>> = {
  ...{ assignee: '接单人', reporter: '报修人', whoeverCan: '在岗能接的人', customerService: '客服' },
  ...{ supervisor: '主管', projectManager: '项目经理', system: '系统' },
};
const wholeNames = { pause: '全部暂停', continue: '全部继续', stopAll: '全部停止' } as const;

const left = 120;
const column = 74;
const top = 72;
const row = 30;
const columns = left + ticketStates.length * column;
const whoAt = columns + 8;
const clocksAt = whoAt + 210;
const width = clocksAt + 230;

/**
 * The table of moves as a picture: a column for every state, a row for every move, from each state where it begins to the one where it
 * ends, who makes it and which clocks it moves. SVG, the same bytes for the same table.
 */
export function drawLife(): string {
  const names = Object.keys(moves) as MoveName[];
  const height = top + names.length * row + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif" font-size="13">`,
    '<title>工单的一生</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...ticketStates.flatMap((state) => stateColumn(state, height)),
    heading(whoAt, '谁来做'),
    heading(clocksAt, '时限'),
    ...names.flatMap((name, index) => moveRow(name, top + index * row + row / 2, index)),
    '</svg>',
    '',
  ].join('\n');
}

function stateColumn(state: TicketState, height: number): readonly string[] {
  const x = xOf(state);
  return [
    `<rect x="${x - 33}" y="24" width="66" height="28" rx="14" fill="#fff0e6"/>`,
    `<text x="${x}" y="43" text-anchor="middle" fill="#1f2329">${stateNames[state]}</text>`,
    `<line x1="${x}" y1="52" x2="${x}" y2="${height - 16}" stroke="#d9d5cf"/>`,
  ];
}

function heading(x: number, text: string): string {
  return `<text x="${x}" y="43" fill="#646a73">${text}</text>`;
}

function moveRow(name: MoveName, y: number, index: number): readonly string[] {
  const move: Move = moves[name];
  const shade = index % 2 === 0 ? [] : [band(y)];
  return [
    ...shade,
    `<text x="12" y="${y + 5}" fill="#1f2329">${move.word}</text>`,
    ...arrows(move, y),
    text(whoAt, y, move.by.map((mover) => moverNames[mover]).join('、')),
    text(clocksAt, y, clockWords(move)),
  ];
}

function band(y: number): string {
  return `<rect x="0" y="${y - row / 2}" width="${width}" height="${row}" fill="#000000" fill-opacity="0.03"/>`;
}

/** One line through all where it begins, a dot on each of them, and the head where it ends. */
function arrows({ from, to }: Move, y: number): readonly string[] {
  const end = xOf(to);
  const starts = from.filter((state) => state !== to).map(xOf);
  const dots = starts.map((x) => `<circle cx="${x}" cy="${y}" r="4.5" fill="#c4410c"/>`);
  const before = starts.filter((x) => x < end);
  const after = starts.filter((x) => x > end);
  return [
    ...(before.length > 0 ? arrow(Math.min(...before), end, y) : []),
    ...(after.length > 0 ? arrow(Math.max(...after), end, y) : []),
    ...dots,
    ...(from.includes(to) ? [`<circle cx="${end}" cy="${y}" r="8" fill="none" stroke="#c4410c"/>`] : []),
  ];
}

function arrow(start: number, end: number, y: number): readonly string[] {
  const back = start < end ? -1 : 1;
  const head = `${end + back * 10},${y - 5} ${end},${y} ${end + back * 10},${y + 5}`;
  return [
    `<line x1="${start}" y1="${y}" x2="${end + back * 9}" y2="${y}" stroke="#c4410c" stroke-width="1.5"/>`,
    `<polygon points="${head}" fill="#c4410c"/>`,
  ];
}

const startNames = {
  first: ['从头起算'],
  back: ['修好起算', '紧急到场起算'],
  done: ['验收起算', '紧急回访起算'],
} as const;

function clockWords({ clocks, stops = [], starts = [], keeps = [] }: Move): string {
  const begun =
    typeof starts === 'string' ? startNames[starts] : starts.map((kind) => `${clockNames[kind]}起算`);
  return [
    ...(clocks ? [wholeNames[clocks]] : []),
    ...stops.map((kind) => `${clockNames[kind]}停止`),
    ...begun,
    ...keeps.map((kind) => `${clockNames[kind]}没有就起算`),
  ].join('，');
}

function text(x: number, y: number, words: string): string {
  return `<text x="${x}" y="${y + 5}" fill="#646a73">${words}</text>`;
}

function xOf(state: TicketState): number {
  return left + ticketStates.indexOf(state) * column + column / 2;
}
