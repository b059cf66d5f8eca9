import type { Problem } from '../../../../types/ticket';
import type { MessageIntent } from '../../../kernel/message';
import type { Ticket } from '../ticket';

/** What a ticket is about, in the words of lists and messages. */
const problemNames: Readonly<Record<Problem, string>> = {
  ...{ leak: '漏水', burst: '爆管', supply: '停水停电停气', electrics: '电路', lift: '电梯' },
  ...{ door: '门锁门禁', gas: '燃气', fire: '火情', heating: '暖气热水', lighting: '照明' },
  ...{ drain: '下水堵塞', wall: '墙面地面', facility: '公共设施', network: '网络电视', noise: '噪音' },
  ...{ smell: '异味', cleaning: '保洁', parking: '停车', security: '秩序安全', building: '房屋质量' },
  ...{ fee: '收费', service: '服务态度', handover: '交房入住', planning: '规划配套', road: '道路' },
  ...{ school: '学校', other: '其他事项' },
};

/** Characters of a title. */
const longestTitle = 18;

/** The title of a report: its first clause; where there are no words, what it is about. */
export function titleOf(text: string, problem: Problem): string {
  const [clause = ''] = text.split(/[，。！？；,.!?;\n]/u).filter((one) => /[\p{L}\p{N}]/u.test(one));
  const letters = [...clause.trim()];
  if (letters.length === 0) return problemNames[problem];
  return letters.length <= longestTitle
    ? letters.join('')
    : `${letters.slice(0, longestTitle - 1).join('')}…`;
}

/** The title anybody may read: what WeChat has not passed is told by what it is about. Of lists and messages. */
export function publicTitle({ title, problem }: Pick<Ticket, 'title' | 'problem'>): string {
  return title.check === 'passed' ? title.text : problemNames[problem];
}

/** The words of a message about a ticket, for whoever it is sent to. */
export function messageWords(ticket: Pick<Ticket, 'title' | 'problem' | 'place'>): MessageIntent['words'] {
  return { place: ticket.place, title: publicTitle(ticket) };
}
