import type { CheckSubject } from '../../../types/ticket';

/** What an after-check (事后抽查) asks, by what the ticket was picked for, and what is said of its verdict. */
export interface CheckWords {
  readonly title: string;
  readonly question: string;
  readonly good: string;
  readonly bad: string;
  /** Asked of whoever says that it was not right. */
  readonly wrong: string;
  readonly usual: readonly string[];
  /** Who hears of a bad verdict. */
  readonly told: string;
  readonly done: { readonly good: string; readonly bad: string };
}

const subjects: Readonly<Record<CheckSubject, CheckWords>> = {
  giving: {
    ...{ title: '派单抽查', question: '派得合不合理', good: '派得合理', bad: '不合理', wrong: '哪里不合理' },
    ...{ usual: ['有人更近', '有人更闲', '不会修这个'], told: '项目经理会收到消息。' },
    done: { good: '抽查过，派得合理', bad: '抽查过，派得不合理' },
  },
  late: {
    ...{
      title: '紧急超时',
      question: '这张紧急单超了时限，迟得有没有道理',
      good: '迟得有道理',
      bad: '不该迟',
    },
    ...{ wrong: '迟在哪里', usual: ['接单太晚', '出发太晚', '到场后拖延'] },
    told: '师傅和项目经理会收到消息。',
    done: { good: '抽查过，迟得有道理', bad: '抽查过，不该迟' },
  },
  unscanned: {
    ...{ title: '到场核实', question: '这次到场没有扫码，人到没到过现场', good: '到过现场', bad: '没到过' },
    ...{ wrong: '怎么知道没到过', usual: ['业主说没有来过', '照片不是这里', '时间对不上'] },
    told: '师傅和项目经理会收到消息。',
    done: { good: '核实过，到过现场', bad: '核实过，没有到过现场' },
  },
};

/** Of what was picked before the reason was kept the giving is asked. */
export function checkWords({ about = 'giving' }: { readonly about?: CheckSubject }): CheckWords {
  return subjects[about];
}
