import type { Judgement } from '../live/entities';

const words: Readonly<Record<string, string>> = {
  nodes: '一页的节点',
  depth: '节点的层数',
  children: '一个节点的子节点',
  setDataSize: 'setData 一次的数据',
  setDataRate: 'setData 一秒的次数',
  scriptTime: '一段脚本最长',
  exceptions: '没有接住的异常',
  failedCalls: '失败的请求',
  tapTargets: '太小的可点元素',
  contrast: '看不清的文字',
};

/** What a rule of the audits is called on the page. */
export function ruleText({ rule }: Pick<Judgement, 'rule'>): string {
  return words[rule] ?? rule;
}
