import type { InputOf } from '../../../../types/contract';

export type ListKind = InputOf<'ticketWork.list'>['which'];

/** What each list is called, and what it means where nothing is in it. */
export const listNames: Readonly<
  Record<ListKind, { readonly title: string; readonly none: string; readonly line: string }>
> = {
  open: { title: '没办完的工单', none: '没有没办完的工单', line: '新报的工单会列在这里，到办完为止。' },
  late: {
    title: '超时的工单',
    none: '没有超时的工单',
    line: '过了接单、到场、修好或答复时限的，会列在这里。',
  },
  emergencies: {
    title: '紧急工单',
    none: '现在没有紧急工单',
    line: '漏水、困人、燃气这类会列在这里，跟到回访为止。',
  },
  inbox: { title: '收件箱', none: '没有等答复的', line: '投诉、咨询和建议会列在这里，答复后移出。' },
  revisits: {
    title: '该回访的',
    none: '没有该回访的',
    line: '紧急工单修好后、业主给了差评后，要打电话回访。',
  },
  afterChecks: { title: '派单抽查', none: '没有要抽查的', line: '系统派的单会抽一部分请您看看派得对不对。' },
  closed: { title: '已办完的工单', none: '还没有办完的工单', line: '验收或答复完成的会列在这里。' },
};

/** The list a page was opened with; what is still open where it was opened with none. */
export function listKind(which: string | undefined): ListKind {
  return which !== undefined && which in listNames ? (which as ListKind) : 'open';
}
